import Composing
import Diagnostics
import Hashing
import JSONSyntax
import Mailing
import Previews
import Recipients
import Templating

/// Holds pages against requests, of which each is looked at once.
struct Verification {
  private let folder: VerifiedFolder
  /// Numbers of the people whose page has not been found in a request yet, by address.
  private var open: [[UInt8]: [Int]] = [:]
  /// What is wrong with a page, by the number of its person.
  private var differences: [Int: Message] = [:]
  /// What is wrong with the part that all people share, each field once.
  private var fields: [String: Message] = [:]
  private var maker: (head: [String: Digest], draft: Draft, preview: RequestPreview)?
  private var scanner = PageScanner()
  /// How many people the requests have.
  private(set) var people = 0

  /// Prepares to look for everybody who has a page.
  init(_ folder: VerifiedFolder) {
    self.folder = folder
    for (number, person) in folder.manifest.people.enumerated() {
      if person.frame == nil {
        open[person.address, default: []].append(number)
      } else if let page = folder.page(person) {
        let difference = RequestPreview.difference(from: person, page: page, &scanner)
        differences[number] = difference.map { text($0, of: person, page, in: nil, "") }
      } else {
        differences[number] = gone(person)
      }
    }
  }

  /// Looks at the next request.
  mutating func take(_ request: PayloadReader.Request, shown: String) throws(Failure) {
    guard case .object(let members) = request.value.kind else {
      throw Failure(
        Message(
          "\(request.place(of: 0)): this is no request", ko: "\(request.place(of: 0)): 요청이 아닙니다"))
    }
    let file = SourceFile(path: shown, bytes: request.bytes)
    let envelope = Envelope(request.value, file: file, form: .request)
    try check(Profile.shown(by: envelope), shown)
    let head = take(members, of: request)
    let everybody = envelope.people?.value ?? []
    people += everybody.count
    let wanted = everybody.filter { person in
      person.address.map { open[Array(EmailAddress.bare($0[...]))] != nil } ?? false
    }
    guard !wanted.isEmpty else { return }
    if maker?.head != head {
      let nothing = SourceText(SourceFile(path: shown, bytes: []))
      let draft = Draft(
        name: folder.manifest.template, envelope: envelope, body: envelope.body ?? nothing,
        dialect: .wire)
      maker = (head, draft, RequestPreview(draft, like: folder.manifest))
    }
    guard let maker else { return }
    var reader = RecipientReader(
      people: wanted, of: request.bytes,
      wanted: WantedFields(parameters: maker.draft.parameterNames))
    for person in wanted {
      do throws(ListError) {
        guard let row = try reader.next() else { break }
        take(row, person, maker.draft, maker.preview, request)
      } catch {
        throw Failure(error.message(list: shown))
      }
    }
  }

  private func check(_ profile: Profile?, _ shown: String) throws(Failure) {
    let name = folder.manifest.profile
    guard let profile, profile.name != name else { return }
    throw Failure(
      Message(
        "\(quoted: shown) is for \(profile.name) and the previews for \(name); write them with 'tmpl preview --profile \(profile.name)'",
        ko:
          "\(quoted: shown)은(는) \(profile.name)용이고 미리보기는 \(name)용입니다. 'tmpl preview --profile \(profile.name)'으로 다시 만드세요"
      ))
  }

  /// Compares the fields that all people share.
  private mutating func take(
    _ members: [JSONMember], of request: PayloadReader.Request
  ) -> [String: Digest] {
    var head: [String: Digest] = [:]
    for member in members where member.key.text != "recipients" {
      let name = member.key.text
      let digest = SHA256.hash(member.value.compact)
      if folder.manifest.head[name] != digest || head[name] != nil {
        let place = request.place(of: member.value.range.lowerBound)
        note(
          name,
          Message(
            "\(place): \(quoted: name) is not what the previews were made of",
            ko: "\(place): \(quoted: name)이(가) 미리보기를 만든 내용과 다릅니다"))
      }
      head[name] = digest
    }
    for name in folder.manifest.head.keys where head[name] == nil {
      let place = request.place(of: 0)
      note(
        name,
        Message(
          "\(place): \(quoted: name), which the previews were made of, is missing",
          ko: "\(place): 미리보기를 만들 때 있던 \(quoted: name)이(가) 없습니다"))
    }
    return head
  }

  private mutating func note(_ field: String, _ message: Message) {
    if fields[field] == nil { fields[field] = message }
  }

  /// Holds a person of a request against the pages with their address.
  private mutating func take(
    _ row: Row, _ value: JSONValue, _ draft: Draft, _ preview: RequestPreview,
    _ request: PayloadReader.Request
  ) {
    var problems: [ValueProblem] = []
    let mail = draft.mail(for: row, problems: &problems)
    let part = SHA256.hash(value.compact)
    for number in open[mail.address] ?? [] {
      let person = folder.manifest.people[number]
      guard let page = folder.page(person) else {
        differences[number] = gone(person)
        continue
      }
      let found = preview.difference(
        mail, problems: problems, part: part, from: person, page: page, &scanner)
      guard let found else {
        // Of two people with one address, each page is somebody's.
        open[mail.address]?.removeAll { $0 == number }
        differences[number] = nil
        return
      }
      guard differences[number] == nil else { continue }
      var offset = value.range.lowerBound
      if case .frame(_, let name?) = found { offset = value.place(ofValue: name) ?? offset }
      differences[number] = text(found, of: person, page, in: value, request.place(of: offset))
    }
  }

  // MARK: Results

  /// How many people of the list have pages.
  var pages: Int { folder.manifest.people.count { $0.frame == nil } }

  /// Everything that differs, in the order of the list.
  func finish(shown: String) -> [Message] {
    var all = fields.sorted { $0.key < $1.key }.map(\.value)
    let missing = Set(open.values.joined())
    for (number, person) in folder.manifest.people.enumerated() {
      if let difference = differences[number] {
        all.append(difference)
      } else if missing.contains(number) {
        all.append(absent(person, from: shown))
      }
    }
    return all
      + folder.strangers.map {
        Message(
          "\($0): no run of 'tmpl preview' wrote this page",
          ko: "\($0): 'tmpl preview'가 쓰지 않은 페이지입니다")
      }
  }

  private func who(_ person: PreviewManifest.Person) -> Message {
    guard person.row > 0 else { return Message("somebody made up", ko: "가상 인물") }
    let address: Phrase = "\(address: String(decoding: person.address, as: UTF8.self))"
    return Message("row \(person.row), \(address)", ko: "\(person.row)행, \(address)")
  }

  private func gone(_ person: PreviewManifest.Person) -> Message {
    let (page, who) = (folder.shown(person), who(person))
    return Message(
      "\(page): the page of \(who.english) is gone", ko: "\(page): \(who.korean)의 페이지가 없습니다")
  }

  private func absent(_ person: PreviewManifest.Person, from shown: String) -> Message {
    let (page, who) = (folder.shown(person), who(person))
    return Message(
      "\(page): \(who.english) is not in \(quoted: shown)",
      ko: "\(page): \(quoted: shown)에 \(who.korean)에게 가는 메일이 없습니다")
  }

  private func text(
    _ difference: RequestPreview.Difference, of person: PreviewManifest.Person, _ page: [UInt8],
    in value: JSONValue?, _ source: String
  ) -> Message {
    let (name, who) = (folder.shown(person), who(person))
    switch difference {
    case .noFrame:
      return Message(
        "\(name): there is no mail in the page of \(who.english)",
        ko: "\(name): \(who.korean)의 페이지에 메일이 없습니다")
    case .frame(let offset, let slot):
      let position = SourceFile(path: name, bytes: page).position(at: offset)
      let place = "\(name):\(position.line):\(position.column)"
      guard value != nil else {
        return Message(
          "\(place): the made-up mail is not what was written",
          ko: "\(place): 가상 인물의 메일이 만들어진 것과 다릅니다")
      }
      let part: (Phrase, Phrase) =
        slot.map { (" (\(quoted: $0))", "(\(quoted: $0))") } ?? ("", "")
      return Message(
        "\(place): the mail of \(who.english) is not what \(source) makes of it\(part.0)",
        ko: "\(place): \(who.korean)의 메일이 \(source)의 내용과 다릅니다\(part.1)")
    case .surroundings:
      return Message(
        "\(name): the page of \(who.english) was changed around its mail",
        ko: "\(name): \(who.korean)의 페이지가 메일 바깥에서 바뀌었습니다")
    case .title(let request):
      return Message(
        "\(name): the title for \(who.english) is \(value: person.title), and \(source) makes \(value: request) of it",
        ko:
          "\(name): \(who.korean)의 제목은 \(value: person.title)이고, \(source)의 내용으로는 \(value: request)입니다"
      )
    case .unseen:
      return Message(
        "\(source): something of \(who.english) differs that the preview does not show: name, kind or a value",
        ko: "\(source): \(who.korean)의 이름, 수신 유형 또는 미리보기에 보이지 않는 값이 다릅니다")
    }
  }
}
