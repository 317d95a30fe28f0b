import Diagnostics

extension Filter {
  /// The work with a call's argument, made ready once for all values.
  ///
  /// - Parameter call: a call by this filter's name.
  /// - Returns: what to do with each value.
  /// - Throws: what is wrong with the arguments.
  func transform(for call: Placeholder.FilterCall) throws(FilterProblem) -> Transform {
    let limit = argument == nil ? 0 : 1
    guard call.arguments.count <= limit else {
      throw wrong(
        argument == nil
          ? Message(
            "\(quoted: name) takes nothing in parentheses", ko: "\(quoted: name)에는 괄호를 쓰지 않습니다")
          : Message(
            "\(quoted: name) takes one argument only",
            ko: "\(quoted: name)의 인수는 하나입니다"), at: call.arguments[limit].range)
    }
    switch work {
    case .plain(let transform): return transform
    case .number(let bounds, let prepare):
      let given = try only(call)
      guard case .number(let literal) = given.value, let number = Int(literal),
        bounds.contains(number)
      else { throw wrong(notANumber(bounds), at: given.range) }
      return prepare(number)
    case .text(let prepare):
      let given = try only(call)
      guard case .text(let text) = given.value else { throw wrong(notText, at: given.range) }
      do throws(WrongArgument) {
        return try prepare(text)
      } catch {
        throw wrong(error.message, at: given.range)
      }
    }
  }

  private func only(
    _ call: Placeholder.FilterCall
  ) throws(FilterProblem) -> Placeholder.FilterCall.Argument {
    guard let given = call.arguments.first else {
      throw wrong(
        Message(
          "\(quoted: name) needs an argument",
          ko: "\(quoted: name)에는 인수가 필요합니다"), at: call.range)
    }
    return given
  }

  private func notANumber(_ bounds: ClosedRange<Int>) -> Message {
    Message(
      "\(quoted: name) takes a whole number from \(bounds.lowerBound) to \(bounds.upperBound)",
      ko: "\(quoted: name)의 인수는 \(bounds.lowerBound)에서 \(bounds.upperBound)까지의 정수입니다")
  }

  private var notText: Message {
    Message(
      "\(quoted: name) takes text in quotes",
      ko: "\(quoted: name)의 인수는 따옴표로 감싼 텍스트입니다")
  }

  private func wrong(_ message: Message, at range: Range<Int>) -> FilterProblem {
    FilterProblem(filter: name, kind: .invalidArgument(message), range: range)
  }
}
