import Composing
import Diagnostics
import Mailing
import Markup
import Templating

/// The words with which a mail says how to stop it.
enum UnsubscribeWords {
  static let korean = [
    "수신거부", "수신 거부", "수신을 거부", "구독취소", "구독 취소", "구독을 취소", "구독해지", "구독 해지", "수신동의 철회", "수신 동의 철회",
  ]
  static let english = ["unsubscribe", "opt out", "opt-out", "optout", "stop receiving"]
  private static let others = [
    "配信停止", "配信解除", "退订", "取消订阅", "退訂", "取消訂閱", "abbestellen", "abmelden", "se désabonner",
    "désinscrire", "darse de baja", "cancelar suscripción", "отписаться", "odhlásit",
    "disiscriviti",
  ]
  private static let all = korean + english + others

  /// Whether a text says it in any language.
  static func occur(in text: String) -> Bool {
    let lowered = text.lowercased()
    return all.contains { lowered.contains($0) }
  }

  /// Where one of the words stands first in the body.
  static func place(of words: [String], in draft: Draft) -> Range<Int>? {
    let words = words.map { Array($0.utf8) }
    for token in draft.markup.tokens where token.kind == .text && token.name.isEmpty {
      let lowered = draft.body.text.bytes[token.range].map(\.lowered)[...]
      for word in words {
        // The service's own mark is no word.
        let places = lowered.offsets(of: word)
        guard
          let offset = places.first(where: { !lowered[..<$0].suffix(2).elementsEqual("#{".utf8) })
        else { continue }
        let start = token.range.lowerBound + offset
        return start..<start + word.count
      }
    }
    return nil
  }
}

extension Draft {
  /// The text of the mail as people read it, and of the notice that the service is to add.
  var prose: String {
    markup.tokens.filter { $0.kind == .text && $0.name.isEmpty && !$0.isConditional }
      .map { readable($0.range, in: .text) }.joined(separator: " ")
      .replacing(String(decoding: Skeleton.noticeMark, as: UTF8.self), with: " ")
      + " " + (envelope.string(.unsubscribeMessage) ?? "")
  }

  /// Where the body places the service's notice on how to unsubscribe.
  var noticePlace: Range<Int>? {
    body.text.bytes[...].firstOffset(of: Skeleton.noticeMark).map {
      $0..<$0 + Skeleton.noticeMark.count
    }
  }
}
