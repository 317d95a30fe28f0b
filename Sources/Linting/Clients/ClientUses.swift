import Diagnostics
import Markup

/// The features of a body that somebody's mail program does not have, a finding for each.
struct ClientUses {
  private struct Use {
    let support: ClientSupport
    let shown: String
    let range: Range<Int>
    var failing: ClientSet
    var count: Int
  }

  private let context: DraftContext
  private var uses: [Use] = []
  private var places: [String: Int] = [:]

  init(_ context: DraftContext) { self.context = context }

  /// Who reads a part of the mail, of those that matter.
  func readers(of audience: Audience) -> ClientSet {
    var readers = context.clients.set
    if !audience.contains(.word) { readers.remove(ClientSet(.outlookWindows)) }
    if !audience.contains(.browsers) { readers.formIntersection(ClientSet(.outlookWindows)) }
    return readers
  }

  /// Who reads the declarations in a block: programs without an at-rule skip what stands in it.
  func readers(of style: BodyStyle, block: Int?) -> ClientSet {
    var readers = readers(of: style.audience)
    if style.unseenInWord.contains(block) {
      readers.remove(ClientSet(.outlookWindows))
    }
    for name in style.sheet.atRules(around: block) {
      guard let support = ClientSupport.of("@" + name) else { continue }
      readers.subtract(support.clients(.no, among: readers))
    }
    return readers
  }

  /// Notes a feature for those of some readers that do not have it.
  mutating func note(
    _ support: ClientSupport, shownAs shown: String? = nil, at range: Range<Int>,
    for failing: ClientSet
  ) {
    guard !failing.isEmpty else { return }
    if let place = places[support.key] {
      uses[place].failing.formUnion(failing)
      uses[place].count += 1
    } else {
      places[support.key] = uses.count
      uses.append(
        Use(
          support: support, shown: shown ?? support.key, range: range, failing: failing, count: 1))
    }
  }

  /// Notes a feature by its key.
  mutating func note(
    _ key: String, shownAs shown: String? = nil, at range: Range<Int>, readers: ClientSet
  ) {
    guard let support = ClientSupport.of(key) else { return }
    note(support, shownAs: shown, at: range, for: support.clients(.no, among: readers))
  }

  /// Reports what was noted, in the order of first places.
  func report(
    help: Message, severity: (ClientSupport) -> Severity? = { _ in nil }, _ body: (Problem) -> Void
  ) {
    for use in uses {
      let titles = use.failing.titles
      body(
        Problem(
          Message(
            "\(quoted: use.shown) does not work in \(titles.english)",
            ko: "\(quoted: use.shown)은(는) \(titles.korean)에서 동작하지 않습니다"),
          at: context.body.location(of: use.range), count: use.count,
          help: use.support.sourced(help, among: context.clients.set),
          severity: severity(use.support)))
    }
  }
}

extension ClientSupport {
  /// Advice, with where the judgement comes from and whom it says nothing about.
  func sourced(_ help: Message, among clients: ClientSet) -> Message {
    let unknown = self.clients(.unknown, among: clients).titles
    let isSilent = !unknown.english.isEmpty
    let english = isSilent ? "; \(unknown.english): unknown" : ""
    let korean = isSilent ? "; \(unknown.korean): 알 수 없음" : ""
    let source = "www.caniemail.com/features/\(page), \(tested)"
    return Message(
      "\(help.text(.english)) (\(source)\(english))",
      ko: "\(help.text(.korean)) (출처 \(source)\(korean))")
  }
}
