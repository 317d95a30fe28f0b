import Diagnostics
import Markup

extension Rule {
  /// What only looks plainer where it is not known, for those who ask.
  static let unsupportedFeature: Rule = Rule(
    "unsupported-feature", .advice, .client,
    summary: Message(
      "features without which a mail only looks plainer; only with '--clients'",
      ko: "없어도 덜 꾸며 보일 뿐인 기능. --clients를 쓸 때만"),
    rationale: Message(
      "nothing breaks without them, so that nobody is told who did not ask",
      ko: "없어도 깨지지 않으므로 묻는 사람에게만 알려 줍니다"),
    instead: Message(
      "see that the mail is fine without it", ko: "없어도 괜찮은지 확인하세요"),
    sources: [Source(Source.same("Can I email"), "https://www.caniemail.com/")],
    examples: [
      .flagged("<p style=\"‹border-radius:4px›\">$<NAME></p>", clients: "outlook/windows"),
      .flagged("<style>a‹:hover›{color:red}</style><p>$<NAME></p>", clients: "outlook"),
      .flagged("‹›<p style=\"opacity:.5\">$<NAME></p>", clients: "naver,apple-mail"),
      .quiet("<p style=\"border-radius:4px\">$<NAME></p>"),
      .quiet("<p style=\"border-radius:4px\">$<NAME></p>", clients: "apple-mail"),
      .quiet("<p style=\"color:red\">border-radius, $<NAME></p>", clients: "outlook/windows"),
      .quiet("<div style=\"float:left\">$<NAME></div>", clients: "outlook/windows"),
    ],
    check: .draft { context, report in
      guard context.clients.isChosen else { return }
      var features = FeatureUses(context)
      for style in context.body.styles { features.read(style) }
      features.report(report)
      let untested = untested(among: context.clients.set)
      guard !untested.isEmpty else { return }
      let titles = untested.titles
      report(
        Problem(
          Message(
            "what \(titles.english) shows of the mail is unknown: nobody has tested it",
            ko: "\(titles.korean)에서 어떻게 보이는지는 시험한 결과가 없어 알 수 없음"),
          at: context.body.location(of: 0..<0),
          help: Message("send a mail there, and look", ko: "그곳으로 보내어 직접 확인하세요")))
    })
}

extension Rule {
  /// The programs of which the table knows nothing.
  private static func untested(among clients: ClientSet) -> ClientSet {
    ClientSupport.table.values.reduce(clients) { untested, support in
      support.clients(.unknown, among: untested)
    }
  }
}

/// Every feature of the table that a body uses, with what the chosen programs make of it.
private struct FeatureUses {
  private let context: DraftContext
  private let uses: ClientUses
  private var found: [(support: ClientSupport, range: Range<Int>, readers: ClientSet, count: Int)] =
    []

  init(_ context: DraftContext) {
    self.context = context
    uses = ClientUses(context)
  }

  mutating func read(_ style: BodyStyle) {
    let sheet = style.sheet
    for declaration in sheet.declarations {
      note(declaration.name, declaration.range, uses.readers(of: style, block: declaration.block))
    }
    for rule in sheet.atRules {
      note("@" + rule.name, rule.range, uses.readers(of: style, block: rule.parent))
    }
    for block in sheet.blocks {
      let readers = uses.readers(of: style, block: block.parent)
      let words = Array(sheet.words[block.words])
      for (index, word) in words.enumerated()
      where word.kind == .identifier || word.kind == .function {
        if block.atRule == "media" { note(word.text, word.range, readers) }
        guard block.atRule == nil, index > 0, words[index - 1].isMark(":") else { continue }
        let isDouble = index > 1 && words[index - 2].isMark(":")
        let range = words[index - (isDouble ? 2 : 1)].range.lowerBound..<word.range.upperBound
        note(":" + word.text, range, readers)
        note("::" + word.text, range, readers)
      }
    }
  }

  private mutating func note(_ key: String, _ range: Range<Int>, _ readers: ClientSet) {
    guard let support = ClientSupport.of(key), support.kind == .feature else { return }
    if let place = found.firstIndex(where: { $0.support.key == key }) {
      found[place].readers.formUnion(readers)
      found[place].count += 1
    } else {
      found.append((support, range, readers, 1))
    }
  }

  func report(_ body: (Problem) -> Void) {
    for use in found {
      let parts = [
        part(use.support.clients(.no, among: use.readers), "no in", "미지원"),
        part(use.support.clients(.partly, among: use.readers), "partly in", "일부 지원"),
      ].compactMap(\.self)
      guard !parts.isEmpty else { continue }
      let english = parts.map(\.english).joined(separator: "; ")
      let korean = parts.map(\.korean).joined(separator: "; ")
      body(
        Problem(
          Message(
            "\(quoted: use.support.key): \(english)", ko: "\(quoted: use.support.key) 지원: \(korean)"
          ),
          at: context.body.location(of: use.range), count: use.count,
          help: use.support.sourced(Rule.unsupportedFeature.instead, among: [])))
    }
  }

  private func part(
    _ clients: ClientSet, _ english: String, _ korean: String
  ) -> (english: String, korean: String)? {
    guard !clients.isEmpty else { return nil }
    let titles = clients.titles
    return ("\(english) \(titles.english)", "\(titles.korean) \(korean)")
  }
}
