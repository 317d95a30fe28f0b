import JSONSyntax

extension Profile {
  /// The service a complete request is written for, told by its names for kinds of recipient.
  ///
  /// - Returns: nil where no recipient names a kind, or where the kinds fit no single service.
  public static func shown(by request: Envelope) -> Profile? {
    let kinds = Set((request.people?.value ?? []).compactMap(kind))
    guard !kinds.isEmpty else { return nil }
    let fitting = all.filter { kinds.isSubset(of: $0.recipientTypes.values) }
    return fitting.count == 1 ? fitting.first : nil
  }

  private static func kind(of person: JSONValue) -> String? {
    guard case .object(let members) = person.kind,
      let member = members.first(where: { $0.key.text == "type" }),
      case .string(let kind) = member.value.kind
    else { return nil }
    return kind.text
  }
}
