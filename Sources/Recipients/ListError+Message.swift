public import Diagnostics

extension ListError {
  /// What is wrong and what to do, for the list of that name.
  public func message(list: String) -> Message {
    switch self {
    case .unreadable(let reason):
      Message(
        "cannot read \(quoted: list): \(reason)", ko: "\(quoted: list) 파일을 읽을 수 없습니다: \(reason)")
    case .empty:
      Message(
        "\(quoted: list) holds no recipient; give it at least one, in CSV a row below the header",
        ko: "\(quoted: list)에 수신자가 없습니다. 한 명 이상(CSV는 머리글 아래 한 행 이상) 넣으세요")
    case .foreign(let kind): kind.message(list: list)
    case .notText(let violation, let row, let position):
      violation.message(at: "\(list):\(position.line):\(position.column)", row: row)
    case .zeroByte(let row, let position):
      Message(
        "\(list):\(position.line):\(position.column): row \(row) holds a zero byte, which no text does; save the list again as 'CSV UTF-8 (Comma delimited)'",
        ko:
          "\(list):\(position.line):\(position.column): \(row)행에 텍스트에 있을 수 없는 0바이트가 있습니다. 목록을 'CSV UTF-8(쉼표로 분리)' 형식으로 다시 저장하세요"
      )
    case .noConversion(let encoding):
      Message(
        "\(quoted: list) is \(encoding.name), which this system's iconv does not know; install the package glibc-gconv-extra (Fedora) or libc-gconv-modules-extra (Debian), or save the list as UTF-8",
        ko:
          "\(quoted: list)은(는) \(encoding.name)인데 이 시스템의 iconv가 모르는 인코딩입니다. glibc-gconv-extra(Fedora)나 libc-gconv-modules-extra(Debian) 패키지를 설치하거나 목록을 UTF-8로 저장하세요"
      )
    case .invalidJSON(let problem, let position):
      problem.message(at: "\(list):\(position.line):\(position.column)")
    case .noPeople:
      Message(
        "\(quoted: list) is JSON, but neither an array of people nor a request with 'recipients'",
        ko: "\(quoted: list)은(는) JSON이지만 수신자 배열도, 'recipients'가 있는 요청도 아닙니다")
    case .unterminatedQuote(let position):
      Message(
        "\(list):\(position.line):\(position.column): this quoted cell never ends; close it with a \" and try again",
        ko: "\(list):\(position.line):\(position.column): 따옴표로 시작한 셀이 끝나지 않습니다. \"로 닫은 뒤 다시 실행하세요")
    case .titleRows(let header):
      Message(
        "the header of \(quoted: list) seems to be row \(header), below a title; if it is, say so with --header-row \(header)",
        ko:
          "\(quoted: list)의 머리글이 제목 아래 \(header)행에 있는 것 같습니다. 맞으면 --header-row \(header)(으)로 알려 주세요"
      )
    case .noHeaderRow(let row):
      Message(
        "\(quoted: list) has no row \(row) to be its header; check --header-row",
        ko: "\(quoted: list)에 머리글이 될 \(row)행이 없습니다. --header-row를 확인하세요")
    case .noHeader:
      Message(
        "the first row of \(quoted: list) is a person; put a row with the columns' names above it, such as address,NAME",
        ko: "\(quoted: list)의 첫 행이 머리글이 아니라 수신자입니다. 그 위에 address,NAME처럼 열 이름을 쓴 행을 넣으세요")
    case .noAddressColumn(let columns):
      Message(
        "\(quoted: list) has no address column; its columns are \(headers: columns). Name it with --column address=\"…\"",
        ko:
          "\(quoted: list)에 주소 열이 없습니다. 열: \(headers: columns). --column address=\"…\"로 알려 주세요")
    case .ambiguousColumns(let role, let columns):
      Message(
        "\(quoted: list) has several columns for \(role): \(headers: columns). Choose one with --column \(role)=\"…\"",
        ko:
          "\(quoted: list)에 \(role) 열이 여럿입니다: \(headers: columns). --column \(role)=\"…\"로 하나를 고르세요"
      )
    case .unknownColumn(let name, let columns):
      Message(
        "\(quoted: list) has no column \(header: name); its columns are \(headers: columns)",
        ko: "\(quoted: list)에 \(header: name) 열이 없습니다. 열: \(headers: columns)")
    case .duplicateColumn(let name):
      Message(
        "\(quoted: list) has two columns called \(header: name); rename or remove one",
        ko: "\(quoted: list)에 \(header: name) 열이 두 개 있습니다. 하나를 지우거나 이름을 바꾸세요")
    case .tooManyColumns(let found):
      Message(
        "\(quoted: list) has \(found) columns or keys; \(RecordLimits.columns) are the most",
        ko: "\(quoted: list)에 열이나 키가 \(found)개 있습니다. 최대 \(RecordLimits.columns)개입니다")
    case .carriageReturns:
      Message(
        "the lines of \(quoted: list) end in carriage returns alone; save it as 'CSV UTF-8 (Comma delimited)'",
        ko: "\(quoted: list)의 줄이 CR 문자로만 끝납니다. 'CSV UTF-8(쉼표로 분리)' 형식으로 저장하세요")
    case .requestTooLong:
      Message(
        "\(quoted: list) has more than \(RecordLimits.request >> 20) MiB, the most of a complete request; longer lists are CSV, a JSON array or an object a line",
        ko:
          "\(quoted: list)이(가) 완성된 요청의 최대 크기 \(RecordLimits.request >> 20)MiB를 넘습니다. 더 긴 목록은 CSV, JSON 배열, 한 줄에 객체 하나로 쓰세요"
      )
    case .tooManyPeople(let found):
      Message(
        "\(quoted: list) has \(found) recipients; a complete request takes \(RecordLimits.people) at most",
        ko: "\(quoted: list)에 수신자가 \(found)명 있습니다. 완성된 요청은 최대 \(RecordLimits.people)명입니다")
    case .recordTooLong(let row):
      Message(
        "row \(row) of \(quoted: list) is longer than 1 MiB; a quote is probably not closed",
        ko: "\(quoted: list)의 \(row)행이 1MiB보다 깁니다. 따옴표가 닫히지 않은 것 같습니다")
    }
  }
}

extension ForeignFile {
  fileprivate func message(list: String) -> Message {
    switch self {
    case .workbook:
      Message(
        "\(quoted: list) is an Excel workbook; save it from Excel as 'CSV UTF-8 (Comma delimited)'",
        ko: "\(quoted: list)은(는) 엑셀 통합 문서입니다. 엑셀에서 'CSV UTF-8(쉼표로 분리)' 형식으로 저장하세요")
    case .compoundDocument:
      Message(
        "\(quoted: list) is an old or password-protected Excel workbook; open it and save it as 'CSV UTF-8 (Comma delimited)'",
        ko:
          "\(quoted: list)은(는) 옛 형식이거나 암호가 걸린 엑셀 문서입니다. 열어서 'CSV UTF-8(쉼표로 분리)' 형식으로 저장하세요"
      )
    case .webPage:
      Message(
        "\(quoted: list) is a web page or XML, not a list; open it in Excel and save it as 'CSV UTF-8 (Comma delimited)'",
        ko: "\(quoted: list)은(는) 목록이 아니라 웹 페이지나 XML입니다. 엑셀로 열어 'CSV UTF-8(쉼표로 분리)' 형식으로 저장하세요")
    case .lockedDocument:
      Message(
        "\(quoted: list) is locked by document security (DRM); open it where you may, and save it without protection as 'CSV UTF-8 (Comma delimited)'",
        ko:
          "\(quoted: list)은(는) 문서 보안(DRM)으로 잠겨 있습니다. 권한이 있는 곳에서 열어 보안을 풀고 'CSV UTF-8(쉼표로 분리)' 형식으로 저장하세요"
      )
    case .unmarkedUTF16:
      Message(
        "\(quoted: list) looks like UTF-16 text without a byte order mark; say --encoding utf-16le, or save it as 'CSV UTF-8 (Comma delimited)'",
        ko:
          "\(quoted: list)은(는) 바이트 순서 표시가 없는 UTF-16 텍스트 같습니다. --encoding utf-16le을 쓰거나 'CSV UTF-8(쉼표로 분리)' 형식으로 저장하세요"
      )
    }
  }
}

extension EncodingViolation {
  fileprivate func message(at place: String, row: Int) -> Message {
    let byte = (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    return Message(
      "\(place): row \(row) is not \(encoding.name): byte \(byte) at offset \(offset); name the list's encoding with --encoding, or save it as 'CSV UTF-8 (Comma delimited)'",
      ko:
        "\(place): \(row)행이 \(encoding.name) 인코딩이 아닙니다: 오프셋 \(offset)의 바이트 \(byte). --encoding으로 인코딩을 알려 주거나 'CSV UTF-8(쉼표로 분리)' 형식으로 저장하세요"
    )
  }
}
