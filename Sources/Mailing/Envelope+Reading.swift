public import Diagnostics
public import JSONSyntax

extension Envelope {
  /// Reads the fields of a parsed file; what is wrong is collected in `problems`.
  public init(_ value: JSONValue, file: SourceFile, form: Form) {
    self.init(file: file, range: value.range, form: form)
    guard case .object(let members) = value.kind else {
      problems.append(EnvelopeProblem(kind: .notAnObject, range: value.range))
      return
    }
    var seen: Set<EnvelopeField> = []
    for member in members {
      let key = member.key.text
      let isRequest = form == .request
      let known = EnvelopeField.byName.filter {
        isRequest ? !$0.value.isOfFolders : !$0.value.isOfRequests
      }
      guard let field = known[key] else {
        let names = known.keys
        let kind = EnvelopeProblem.Kind.unknownKey(
          key, suggestion: Suggestion.nearest(to: key, among: names))
        problems.append(EnvelopeProblem(kind: kind, range: member.key.range))
        continue
      }
      guard seen.insert(field).inserted else {
        problems.append(EnvelopeProblem(kind: .repeatedKey(key), range: member.key.range))
        continue
      }
      set(field, key: key, member.value)
    }
  }

  private mutating func set(_ field: EnvelopeField, key: String, _ value: JSONValue) {
    switch (field.kind, value.kind) {
    case (.remote, _): remote.append(Spanned(key, value.range))
    case (_, .null): return
    case (.text, .string(let string)): texts[field] = Spanned(string, value.range)
    case (.flag, .bool(let flag)): flags[field] = Spanned(flag, value.range)
    case (.number, .number(let literal)): numbers[field] = Spanned(literal, value.range)
    case (.files, .array(let paths)): setAttachments(paths, key: key)
    case (.people, .array(let people)): self.people = Spanned(people, value.range)
    case (.values, .object(let members)): setParameters(members)
    default:
      let kind = EnvelopeProblem.Kind.wrongType(key, expected: field.kind)
      problems.append(EnvelopeProblem(kind: kind, range: value.range))
    }
  }

  private mutating func setAttachments(_ paths: [JSONValue], key: String) {
    for path in paths {
      guard case .string(let text) = path.kind, !text.bytes.isEmpty else {
        let kind = EnvelopeProblem.Kind.wrongType(key, expected: .files)
        problems.append(EnvelopeProblem(kind: kind, range: path.range))
        continue
      }
      attachments.append(Spanned(text, path.range))
    }
  }

  private mutating func setParameters(_ members: [JSONMember]) {
    var seen: Set<String> = []
    for member in members {
      let name = member.key.text
      guard seen.insert(name).inserted else {
        problems.append(EnvelopeProblem(kind: .repeatedKey(name), range: member.key.range))
        continue
      }
      if case .null = member.value.kind { continue }
      guard let text = member.value.scalarText else {
        let kind = EnvelopeProblem.Kind.wrongType(name, expected: .text)
        problems.append(EnvelopeProblem(kind: kind, range: member.value.range))
        continue
      }
      parameters.append((name, Spanned(text, member.value.range)))
    }
  }
}
