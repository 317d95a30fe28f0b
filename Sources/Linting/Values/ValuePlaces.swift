import Composing
import Mailing
import Markup
import Templating

/// Where a parameter's values go, as far as rules about values ask; decided by the template alone.
public struct ValuePlaces: Sendable {
  /// Whether the title, or a header such as the recipient's name, holds it.
  var isInHeader = false
  /// Whether the body holds it for anything but HTML.
  var isInBody = false
  /// Whether it is part of an address or all of one.
  var isInAddress = false
  /// Whether it is part of an address, behind other text.
  var isPartOfAddress = false
  /// Whether all of those parts stand behind `mailto:` and the like.
  var isContactAlone = true
  /// Whether it is in the text of the title or the body, or in an attribute that is read.
  var isInText = false
  /// Whether an attribute holds it.
  var isInAttribute = false
  /// The marks around the attributes that hold it.
  var quotes: Set<UInt8> = []
  /// What the project says about its values.
  var constraint: ValueConstraint?
  /// What the driver adds to the class of each value.
  var extraClass: CellClass = []

  /// The places of a recipient's own name: a header, and nothing else.
  static let name: ValuePlaces = {
    var places = ValuePlaces()
    places.isInHeader = true
    places.isInText = true
    return places
  }()

  /// Gathers the places of a parameter.
  init(of parameter: Parameter, in draft: Draft, _ constraint: ValueConstraint?) {
    self.constraint = constraint
    if constraint != nil { extraClass.insert(.constrained) }
    for slot in parameter.slots {
      for use in draft.plan.slots[slot].uses { add(draft.plan.uses[use], draft) }
    }
    if isPartOfAddress, draft.hasFinalValues { extraClass.insert(.finalInURL) }
    isInAttribute = isInAddress || !quotes.isEmpty
    if !quotes.isEmpty, draft.hasFinalValues { extraClass.insert(.finalInAttribute) }
  }

  private init() {}

  private mutating func add(_ use: Use, _ draft: Draft) {
    switch use.context {
    case nil: isInHeader = true
    case .url(_, _, .start): isInAddress = true
    case .url(_, _, let part):
      isInAddress = true
      isPartOfAddress = true
      isContactAlone = isContactAlone && part == .opaque
    case .text, .characterData, .comment, .attribute, .css, .refused: break
    }
    switch use.context {
    case nil, .text, .characterData: isInText = true
    case .attribute(_, let name): isInText = isInText || name == "alt" || name == "title"
    case .url, .css, .comment, .refused: break
    }
    guard use.context != nil else { return }
    if draft.plan.slots[use.slot].escaping != .rich { isInBody = true }
    let offset = draft.body.placeholders[use.placeholder].range.lowerBound
    let attribute = draft.markup.token(at: offset)?.attributes.first {
      $0.valueRange?.contains(offset) == true
    }
    switch attribute?.quote {
    case .single?: quotes.insert(UInt8(ascii: "'"))
    case .double?: quotes.insert(UInt8(ascii: "\""))
    case nil, .some(.none): break
    }
  }
}
