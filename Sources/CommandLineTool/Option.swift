import Diagnostics
import Mailing
import Markup

/// One option: the parser, `--help` and the manual read the same table.
struct Option: Sendable {
  /// The name with its dashes.
  let name: String
  /// What a value is called; nil for a switch.
  let value: String?
  /// The values it takes, where they are few.
  let choices: [String]
  /// What it does.
  let summary: Message
  /// A one-letter name.
  let short: String?
  /// Whether `--help` leaves it out.
  let isHidden: Bool

  init(
    _ name: String, short: String? = nil, value: String? = nil, choices: [String] = [],
    isHidden: Bool = false, _ summary: Message
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.choices = choices
    self.summary = summary
    self.isHidden = isHidden
  }

  /// How `--help` shows it.
  var spelling: String {
    let names = (short.map { "\($0), " } ?? "") + name
    if !choices.isEmpty { return "\(names) \(choices.joined(separator: "|"))" }
    return value.map { "\(names) \($0)" } ?? names
  }
}

extension Option {
  static let list = Option(
    "--recipients", short: "-r", value: "FILE|-",
    Message(
      "the people: CSV, JSON, NDJSON or a complete request; '-' is standard input",
      ko: "수신자 목록: CSV, JSON, NDJSON 또는 완성된 요청. '-'는 표준 입력"))
  static let column = Option(
    "--column", value: "NAME=HEADER",
    Message(
      "the header whose column is that field or parameter (repeatable)",
      ko: "필드나 파라미터를 가져올 열의 머리글(여러 번 가능)"))
  static let encoding = Option(
    "--encoding", value: "NAME",
    Message(
      "how the list is written, if not as found: utf-8, cp949, utf-16le, utf-16be",
      ko: "목록의 인코딩이 알아낸 것과 다를 때: utf-8, cp949, utf-16le, utf-16be"))
  static let headerRow = Option(
    "--header-row", value: "N",
    Message(
      "the row that names the columns, where a title stands above it",
      ko: "제목 아래에 있을 때, 열 이름이 있는 행"))
  static let exclude = Option(
    "--exclude", value: "FILE",
    Message(
      "a list whose addresses are left out (repeatable)", ko: "뺄 주소의 목록(여러 번 가능)"))
  /// What every command takes that reads a list.
  static let reading = [list, column, encoding, headerRow, exclude]
  static let profile = Option(
    "--profile", value: "NAME", choices: Profile.all.map(\.name),
    Message(
      "the mail service: Cloud Outbound Mailer or SENS", ko: "메일 서비스: Cloud Outbound Mailer 또는 SENS"
    ))
  static let clients = Option(
    "--clients", value: "NAME,…",
    Message(
      "the mail programs to look right in, and all there is to say about them",
      ko: "제대로 보여야 할 메일 프로그램. 그에 대해 아는 것을 모두 알려 줌"))
  static let only = Option(
    "--only", value: "ADDRESS", Message("only this person (repeatable)", ko: "이 사람만(여러 번 가능)"))
  static let row = Option(
    "--row", value: "N,M-K", Message("only these rows", ko: "이 행만"))
  static let condition = Option(
    "--where", value: "NAME=VALUE",
    Message(
      "only people with exactly that value; NAME= for those who have none (repeatable)",
      ko: "그 값을 가진 사람만. 값을 비우면 값이 없는 사람만(여러 번 가능)"))
  static let worst = Option(
    "--worst", value: "N",
    Message(
      "so many people of the whole list whose values are widest, longest, empty …",
      ko: "전체 목록에서 가장 넓거나 길거나 빈 값을 가진 사람 N명"))
  static let extremes = Option(
    "--extremes", Message("made-up people with extreme values too", ko: "극단적인 값을 가진 가상 인물도 추가"))
  static let eml = Option(
    "--eml", Message("the exact mails as message files too", ko: "메일 원본(.eml)도 저장"))
  static let share = Option(
    "--share", value: "FILE",
    Message(
      "one file to mail to someone, with six people, instead", ko: "대신 여섯 사람을 담은 공유용 파일 하나"))
  static let open = Option(
    "--open", Message("open the result in a browser", ko: "결과를 브라우저에서 열기"))
  static let watch = Option(
    "--watch", Message("write again whenever a file changes", ko: "파일이 바뀔 때마다 다시 쓰기"))
  static let limit = Option(
    "--limit", value: "N", Message("at most so many people (50)", ko: "최대 인원(50)"))
  static let all = Option(
    "--all", Message("every person, every finding", ko: "모든 사람, 모든 항목"))
  static let everySnapshot = Option(
    "--all",
    Message(
      "with accept and reject: every template, where none is named",
      ko: "accept, reject와 함께: 템플릿을 지정하지 않았을 때 모든 템플릿"))
  static let out = Option(
    "--out", value: "DIR", Message("where to write (previews)", ko: "저장할 폴더(previews)"))
  static let messages = Option(
    "--out", value: "DIR",
    Message(
      "with eml: write a message file for each person there, in place of printing",
      ko: "eml일 때: 출력하지 않고 한 사람에 메일 파일 하나씩 저장할 폴더"))
  static let strict = Option(
    "--strict", Message("exit 1 for warnings too", ko: "경고가 있어도 종료 코드 1"))
  static let fix = Option(
    "--fix", Message("make the safe fixes in the files", ko: "안전한 수정을 파일에 적용"))
  static let diff = Option(
    "--diff",
    Message(
      "print what --fix would change, and exit 1 if there is anything",
      ko: "--fix가 바꿀 내용을 출력하고, 있으면 종료 코드 1"))
  static let output = Option(
    "--output", value: "FORMAT:FILE",
    Message("write the result to a file as well (repeatable)", ko: "결과를 파일로도 저장(여러 번 가능)"))
  static let maxFindings = Option(
    "--max-findings", value: "N",
    Message("show at most so many findings, the gravest first", ko: "심각한 것부터 최대 이만큼만 표시"))
  static let baseline = Option(
    "--baseline", value: "FILE",
    Message("leave out findings that the file knows", ko: "파일에 적힌 알려진 결과는 제외"))
  static let writeBaseline = Option(
    "--write-baseline", value: "FILE",
    Message("write all findings down as known", ko: "모든 결과를 알려진 것으로 저장"))
  static let timing = Option(
    "--timing", isHidden: true,
    Message("print what each rule costs", ko: "규칙마다 걸린 시간 표시"))
  static let images = Option(
    "--images", value: "WHICH", choices: HTMLSanitizer.Images.allCases.map(\.rawValue),
    Message(
      "images from elsewhere: those that are the same for everybody (fixed), none or all",
      ko: "외부 이미지: 모두에게 같은 것만(fixed), 없음(none), 전부(all)"))
  static let mode = Option(
    "--mode", value: "MODE", choices: HTMLSanitizer.Mode.allCases.map(\.rawValue),
    Message("how much is kept (email)", ko: "얼마나 남길지(email)"))
  static let report = Option(
    "--report", Message("list what is left out, instead", ko: "대신 빠진 것을 나열"))
  static let prefixIDs = Option(
    "--prefix-ids",
    Message(
      "put 'u-' before ids, names and what refers to them",
      ko: "id와 name, 이를 가리키는 값 앞에 'u-'를 붙임"))
  static let port = Option(
    "--port", value: "N", Message("the sandbox's port (8025)", ko: "샌드박스의 포트(8025)"))
  static let store = Option(
    "--store", value: "DIR", Message("keep mails as .eml files there", ko: "메일을 .eml 파일로 남길 폴더"))
  static let fail = Option(
    "--fail", value: "KIND=RATE,…",
    Message("how often which fault happens", ko: "어떤 장애를 얼마나 자주 일으킬지"))
  static let seed = Option(
    "--seed", value: "N", Message("which requests go wrong (1)", ko: "어떤 요청이 실패할지 정하는 값(1)"))
  static let showValues = Option(
    "--show-values",
    Message("show addresses and values unmasked", ko: "주소와 값을 가리지 않고 표시"))
  static let by = Option(
    "--by", value: "NAME",
    Message("who says yes (user.email of git)", ko: "승인하는 사람(git의 user.email)"))
  static let between = Option(
    "--between", value: "A,B",
    Message(
      "approve any time from A to B: \"2026-12-01 18:00,2026-12-01 20:00\"",
      ko: "A부터 B까지의 모든 시각을 승인: \"2026-12-01 18:00,2026-12-01 20:00\""))
  static let anyList = Option(
    "--any-list", Message("approve the content for any clean list", ko: "오류 없는 모든 목록에 대해 내용을 승인"))
  static let yes = Option(
    "--yes", value: "COUNT",
    Message("answer with the count of people, for scripts", ko: "수신 인원으로 답하기(스크립트용)"))
  static let check = Option(
    "--check",
    Message("only say whether it is approved: exit 0 or 1", ko: "승인되었는지만 확인: 종료 코드 0 또는 1"))
  static let show = Option("--show", Message("list the approvals", ko: "승인 목록 보기"))
  static let confirm = Option(
    "--confirm", value: "TOKEN",
    Message("send what the run without it showed", ko: "이 옵션 없이 실행해 본 내용을 발송"))
  static let at = Option(
    "--at", value: "TIME",
    Message(
      "leave at this time, within what is approved: \"2026-12-01 19:30\"",
      ko: "승인된 범위 안의 이 시각에 발송: \"2026-12-01 19:30\""))
  static let first = Option(
    "--first", value: "N",
    Message(
      "only the first N people, as a trial; --resume sends the rest",
      ko: "처음 N명에게만 시험 발송, 나머지는 --resume으로"))
  static let resume = Option(
    "--resume", Message("go on with a send that was stopped", ko: "멈춘 발송 이어 가기"))
  static let resolve = Option(
    "--resolve", value: "N=sent|unsent",
    Message(
      "what became of request N of the ledger (repeatable)", ko: "장부의 N번 요청이 어떻게 되었는지(여러 번 가능)"))
  static let again = Option(
    "--again", value: "REASON",
    Message("send although the like was sent before", ko: "비슷한 것을 보낸 적이 있어도 발송하는 이유"))
  static let writeRemaining = Option(
    "--write-remaining", value: "FILE",
    Message("write the rows that were not sent", ko: "보내지 않은 행을 파일로 저장"))
  static let keepGoing = Option(
    "--keep-going", Message("do not stop at a failed request", ko: "요청이 실패해도 계속"))
  static let ledger = Option(
    "--ledger", value: "FILE",
    Message(
      "where everything sent is written down (.tmpl/ledger/…)", ko: "발송 기록 파일(.tmpl/ledger/…)"))
  static let test = Option(
    "--test", value: "ADDRESS",
    Message(
      "one mail to this address, marked as a test (repeatable)", ko: "이 주소로 시험 메일 한 통(여러 번 가능)"))
  static let rehearse = Option(
    "--sandbox",
    Message("to a running 'tmpl sandbox', approved or not", ko: "승인 없이, 실행 중인 'tmpl sandbox'로"))
  static let askSandbox = Option(
    "--sandbox",
    Message(
      "ask a running 'tmpl sandbox' about what 'tmpl send --sandbox' sent to it",
      ko: "실행 중인 'tmpl sandbox'에 'tmpl send --sandbox'로 보낸 것을 묻기"))
  static let html = Option(
    "--html", value: "FILE",
    Message(
      "with check: a page with the approved mails beside today's",
      ko: "check와 함께: 승인된 메일과 지금의 메일을 나란히 보여 주는 페이지"))
  static let badRows = Option(
    "--bad-rows", value: "FILE",
    Message("write the rows with errors, and why, for a spreadsheet", ko: "오류가 있는 행과 이유를 파일로 저장"))
  static let cleanRows = Option(
    "--clean-rows", value: "FILE",
    Message("write the list without those rows", ko: "그런 행을 뺀 목록을 파일로 저장"))
  static let requireRecipients = Option(
    "--require-recipients",
    Message("exit 2 when a template has no list to check against", ko: "검사할 목록이 없으면 종료 코드 2"))

  static func format(_ choices: [String]) -> Option {
    Option(
      "--format", value: "FORMAT", choices: choices,
      Message("how to write the result", ko: "결과 형식"))
  }

  /// Where a command's name stands behind options that every command has; nil without a name.
  static func endOfLeading(_ arguments: [String]) -> Int? {
    var index = 0
    while index < arguments.count, arguments[index].hasPrefix("-") {
      let argument = arguments[index]
      let option = everywhere.first { $0.name == argument || $0.short == argument }
      index += option?.value == nil ? 1 : 2
    }
    return index < arguments.count ? index : nil
  }

  /// Options that every command has.
  static let everywhere: [Option] = [
    Option(
      "--lang", value: "LANG", choices: ["en", "ko"], Message("language of messages", ko: "메시지 언어")),
    Option(
      "--color", value: "WHEN", choices: ["auto", "always", "never"],
      Message("colours (auto: on a terminal)", ko: "색(auto: 터미널일 때)")),
    Option("--quiet", short: "-q", Message("nothing but results and failures", ko: "결과와 오류만 표시")),
    Option("--help", short: "-h", Message("explain the command", ko: "명령 설명")),
    Option("--version", Message("print the version", ko: "버전 표시")),
  ]
}
