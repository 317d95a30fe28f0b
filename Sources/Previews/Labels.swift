import Diagnostics

/// The texts of preview pages, by key.
struct Labels: Sendable {
  let language: Language

  /// The text of a key; the key itself where there is none.
  subscript(_ key: String) -> String { Self.texts[key]?.text(language) ?? key }

  /// Every key with its text, sorted.
  var all: [(key: String, text: String)] {
    Self.texts.keys.sorted().map { ($0, self[$0]) }
  }

  // `{n}` and `{total}` are filled in by the page's script.
  private static let texts: [String: Message] = [
    "title": Message("Mail previews", ko: "메일 미리보기"),
    "templates": Message("Templates", ko: "템플릿"),
    "people": Message("Recipients", ko: "수신자"),
    "lists": Message("Templates and recipients", ko: "템플릿과 수신자"),
    "searchPlaceholder": Message("Search address, name, value", ko: "주소, 이름, 값 검색"),
    "searchHint": Message(
      "Words are looked for everywhere; 'grade:gold' looks into one parameter.",
      ko: "단어는 모든 값에서 찾습니다. 'grade:골드'처럼 쓰면 그 파라미터에서만 찾습니다."),
    "onlyProblems": Message("Problems", ko: "문제"),
    "hintProblems": Message("Only recipients with findings", ko: "점검 결과가 있는 사람만"),
    "onlyNotable": Message("Extreme", ko: "극단"),
    "hintNotable": Message(
      "Only those chosen for a value at an edge: widest, longest, empty …",
      ko: "가장 넓거나 길거나 빈 값 때문에 고른 사람만"),
    "peopleCount": Message("{n} recipients", ko: "수신자 {n}명"),
    "peopleCountOne": Message("{n} recipient", ko: "수신자 {n}명"),
    "countOf": Message("{n} of {total}", ko: "{total}명 중 {n}명"),
    "countFirst": Message("first {n} of {total}", ko: "전체 {total}명 중 처음 {n}명"),
    "noMatch": Message("Nobody matches.", ko: "일치하는 사람이 없습니다."),
    "nobody": Message("No recipients to show", ko: "표시할 수신자가 없습니다"),
    "noTemplates": Message("There are no templates to show.", ko: "표시할 템플릿이 없습니다."),
    "noAddress": Message("(no address)", ko: "(주소 없음)"),
    "noSubject": Message("(no subject)", ko: "(제목 없음)"),
    "samples": Message("samples", ko: "예시"),
    "samplesHint": Message(
      "Made-up recipients, since there is no list", ko: "목록이 없어 예시로 만든 사람들입니다"),
    "row": Message("row {n}", ko: "{n}행"),
    "position": Message("Position in the list", ko: "목록에서의 위치"),
    "previous": Message("Previous recipient", ko: "이전 사람"),
    "next": Message("Next recipient", ko: "다음 사람"),
    "openList": Message("Show the lists", ko: "목록 열기"),
    "closeList": Message("Close the lists", ko: "목록 닫기"),
    "openPage": Message("Open this mail as a page of its own", ko: "이 메일만 따로 열기"),
    "view": Message("Width", ko: "너비"),
    "scheme": Message("Colours", ko: "색"),
    "schemeLight": Message("Light", ko: "밝게"),
    "schemeDark": Message("The author's dark", ko: "작성자의 어두운 모드"),
    "schemeForced": Message("Forced dark", ko: "강제 어두운 모드"),
    "noteLight": Message(
      "A browser's rendering with this computer's fonts; mail programs have limits of their own.",
      ko: "이 컴퓨터의 글꼴로 브라우저가 그린 모습입니다. 메일 프로그램마다 다를 수 있습니다."),
    "noteDark": Message(
      "The mail's own rules for dark programs, as Apple Mail follows them; programs without that show it light or forced.",
      ko: "Apple 메일처럼 메일 자체의 어두운 모드 규칙을 따르는 모습입니다. 지원하지 않는 프로그램은 밝게 보여 주거나 색을 강제로 바꿉니다."),
    "noteForced": Message(
      "Every colour inverted, pictures kept: close to programs that invert everything; Gmail and Outlook decide colour by colour.",
      ko: "그림만 두고 모든 색을 뒤집은 모습으로, 전체를 뒤집는 프로그램에 가깝습니다. Gmail과 Outlook은 색마다 따로 정합니다."),
    "showValues": Message("Outline inserted values", ko: "들어간 값 표시"),
    "values": Message("Inserted values", ko: "들어간 값"),
    "valuesElsewhere": Message(
      "In the title, attributes and styles", ko: "제목, 속성, 스타일에 들어간 값"),
    "valuesInText": Message("In text, as numbered", ko: "본문에 들어간 값(번호순)"),
    "noValues": Message("This template inserts nothing.", ko: "이 템플릿에는 들어가는 값이 없습니다."),
    "emptyValue": Message("(empty)", ko: "(빈 값)"),
    "panels": Message("Findings, texts and request", ko: "점검 결과, 텍스트, 요청"),
    "plain": Message("Plain text", ko: "텍스트"),
    "plainNote": Message(
      "Made from the HTML for programs without it, as in message files; the services get HTML alone.",
      ko: "HTML을 못 보는 프로그램을 위해 HTML로 만든 텍스트로, 메일 파일에 들어갑니다. 발송 서비스에는 HTML만 보냅니다."),
    "source": Message("Source", ko: "소스"),
    "sourceNote": Message(
      "The exact HTML that is sent, with this recipient's values set off.",
      ko: "발송될 HTML 그대로이며, 이 사람의 값을 표시했습니다."),
    "request": Message("Request", ko: "요청"),
    "requestNote": Message(
      "What the service gets for this recipient, with line breaks added; 'tmpl payload' prints the exact bytes.",
      ko: "이 사람에 대해 서비스로 보낼 요청을 보기 좋게 줄을 나눈 것입니다. 정확한 바이트는 'tmpl payload'로 볼 수 있습니다."),
    "shareNote": Message(
      "Every recipient's values are masked: letters are dots, links lead nowhere of theirs.",
      ko: "수신자의 값은 가렸습니다. 글자는 점으로, 링크는 다른 값으로 바꾸었습니다."),
    "shareOpen": Message(
      "This file shows real values of recipients: treat it as personal data.",
      ko: "이 파일에는 수신자의 실제 값이 보입니다. 개인정보로 다루세요."),
    "shareDraft": Message("draft, not approved", ko: "승인되지 않은 초안"),
    "shareShown": Message("{n} of {total} recipients", ko: "수신자 {total}명 중 {n}명"),
    "sharePair": Message("At 375 and 640 px", ko: "너비 375px과 640px"),
    "syntheticMark": Message("made-up values", ko: "지어낸 값"),
    "viewPhone": Message("Phone, 375 px", ko: "휴대폰 375px"),
    "viewDesktop": Message("Desktop, 640 px", ko: "데스크톱 640px"),
    "viewBoth": Message("Both widths", ko: "두 너비 함께"),
    "shortPhone": Message("Phone", ko: "휴대폰"),
    "shortDesktop": Message("Desktop", ko: "데스크톱"),
    "shortBoth": Message("Both", ko: "함께"),
    "framePhone": Message("Mail at 375 px", ko: "375px 너비의 메일"),
    "frameDesktop": Message("Mail at 640 px", ko: "640px 너비의 메일"),
    "adMarkHint": Message(
      "The service puts this mark before the subject of advertising mail",
      ko: "광고 메일의 제목 앞에 발송 서비스가 붙이는 표시입니다"),
    "adMarkNote": Message("the service adds {mark} by itself", ko: "{mark}는 발송 서비스가 붙입니다"),
    "unsubscribeStandIn": Message(
      "the service inserts its unsubscribe notice here", ko: "발송 서비스가 여기에 수신 거부 안내를 넣습니다"),
    "notSendable": Message("Not sendable: {n} errors", ko: "보낼 수 없습니다: 오류 {n}건"),
    "notSendableOne": Message("Not sendable: {n} error", ko: "보낼 수 없습니다: 오류 {n}건"),
    "personBlocked": Message(
      "In this mail a value is missing or refused.", ko: "이 메일에는 빠졌거나 쓸 수 없는 값이 있습니다."),
    "findings": Message("Findings", ko: "점검 결과"),
    "showFindings": Message("Show findings", ko: "점검 결과 보기"),
    "noFindings": Message("Nothing found", ko: "발견된 문제가 없습니다"),
    "moreFindings": Message(
      "{n} more: 'tmpl lint' lists them all", ko: "{n}건이 더 있습니다. 'tmpl lint'에서 모두 볼 수 있습니다"),
    "findingsHere": Message("{n} concern this recipient", ko: "이 사람에 관한 결과 {n}건"),
    "findingsHereOne": Message("{n} concerns this recipient", ko: "이 사람에 관한 결과 {n}건"),
    "error": Message("Error", ko: "오류"),
    "warning": Message("Warning", ko: "경고"),
    "advice": Message("Advice", ko: "참고"),
    "errorCount": Message("{n} errors", ko: "오류 {n}건"),
    "errorCountOne": Message("{n} error", ko: "오류 {n}건"),
    "warningCount": Message("{n} warnings", ko: "경고 {n}건"),
    "warningCountOne": Message("{n} warning", ko: "경고 {n}건"),
    "adviceCount": Message("{n} pieces of advice", ko: "참고 {n}건"),
    "adviceCountOne": Message("{n} piece of advice", ko: "참고 {n}건"),
    "help": Message("Keys", ko: "단축키"),
    "close": Message("Close", ko: "닫기"),
    "helpTemplate": Message("Previous or next template", ko: "이전 또는 다음 템플릿"),
    "helpSearch": Message("Search", ko: "검색"),
    "helpScheme": Message(
      "Light, the author's dark, forced dark", ko: "밝게, 작성자의 어두운 모드, 강제 어두운 모드"),
    "helpHelp": Message("Show these keys", ko: "단축키 보기"),
    "helpClose": Message("Close what is open", ko: "열린 것 닫기"),
    "helpFrame": Message(
      "After a click into a mail the keys belong to the mail: click beside it to use them again.",
      ko: "메일 안을 클릭하면 단축키가 메일로 전달됩니다. 메일 바깥을 클릭하면 다시 쓸 수 있습니다."),
    "noscript": Message(
      "This page needs JavaScript; the pages of single recipients in the folders beside it do not.",
      ko: "이 페이지를 보려면 자바스크립트가 필요합니다. 옆 폴더에 있는 사람별 페이지는 자바스크립트 없이 열립니다."),
    "snapshotsLink": Message(
      "Changed since they were approved: old and new side by side",
      ko: "승인 뒤에 바뀐 메일 나란히 보기"),
    "imageNote": Message(
      "Opening this page contacts the image hosts:", ko: "이 페이지를 열면 다음 이미지 서버에 접속합니다:"),
    "blockedImage": Message("image not shown", ko: "표시하지 않은 이미지"),
    "frameTitle": Message("The mail", ko: "메일"),
    "blockedBanner": Message("Not sendable", ko: "보낼 수 없습니다"),
    "warningBanner": Message("Warnings", ko: "경고가 있습니다"),
  ]
}
