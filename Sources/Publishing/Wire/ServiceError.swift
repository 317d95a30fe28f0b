import JSONSyntax

/// What a response says went wrong, in any of the forms that gateway and services answer in.
///
/// Sources: the gateway's error page, and public clients for the nesting of `error`.
public struct ServiceError: Sendable, Equatable {
  /// The service's code, as `77102` or `InvalidParameter`.
  public var code: String?
  /// The gateway's code, as `410`.
  public var gatewayCode: String?
  /// The message.
  public var message: String?
  /// What else it says.
  public var details: String?

  /// Reads a body: JSON or XML, nested or not; anything else says nothing.
  public init(_ body: [UInt8]) {
    guard body.count <= 1 << 20 else { return }
    let start = body.first { !$0.isBlank }
    if start == UInt8(ascii: "<") {
      readXML(body)
    } else if let value = try? JSONParser.parse(body) {
      readJSON(value)
    }
  }

  private mutating func readJSON(_ root: JSONValue) {
    let error = root.member("error")
    let inner = error.flatMap { if case .object = $0.kind { $0 } else { nil } }
    for object in [inner, root].compactMap(\.self) {
      code = code ?? object.text("code")
      gatewayCode = gatewayCode ?? object.text("errorCode")
      message = message ?? object.text("message")
      details = details ?? object.text("details") ?? object.text("detail")
    }
    if inner == nil { code = code ?? error?.scalar }
    separateCodes()
  }

  private mutating func readXML(_ body: [UInt8]) {
    code = Self.element("code", in: body)
    gatewayCode = Self.element("errorCode", in: body)
    message = Self.element("message", in: body)
    details = Self.element("details", in: body)
    separateCodes()
  }

  /// SENS writes its own codes, which are words, where the gateway writes numbers.
  private mutating func separateCodes() {
    guard code == nil, let text = gatewayCode, Int(text) == nil else { return }
    code = text
    gatewayCode = nil
  }

  /// The text of the first element of a name that holds nothing but text.
  private static func element(_ name: String, in body: [UInt8]) -> String? {
    let opening = Array("<\(name)>".utf8)
    guard let start = body.firstRange(of: opening)?.upperBound,
      let end = body[start...].firstIndex(of: UInt8(ascii: "<"))
    else { return nil }
    let text = String(decoding: body[start..<end], as: UTF8.self)
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&apos;", with: "'").replacing("&amp;", with: "&")
  }
}

extension JSONValue {
  /// The value of an object's key.
  func member(_ name: String) -> JSONValue? {
    guard case .object(let members) = kind else { return nil }
    return members.first { $0.key.bytes.elementsEqual(name.utf8) }?.value
  }

  /// The text of a string or number of an object.
  func text(_ name: String) -> String? { member(name)?.scalar }

  /// The text of a string or number.
  var scalar: String? {
    switch kind {
    case .string, .number: scalarText.map { String(decoding: $0, as: UTF8.self) }
    case .null, .bool, .array, .object: nil
    }
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool {
    self == 0x20 || (0x09...0x0D).contains(self) || [0xEF, 0xBB, 0xBF].contains(self)
  }
}
