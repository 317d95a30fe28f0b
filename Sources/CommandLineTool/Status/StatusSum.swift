import Diagnostics
import JSONSyntax
import Publishing

/// The states of all requests together.
struct StatusSum {
  private let unknown: Int
  private var requests: [(id: String, status: RequestStatus)] = []

  init(unknown: Int) { self.unknown = unknown }

  mutating func add(_ id: String, _ status: RequestStatus) { requests.append((id, status)) }

  private var counts: [(code: String, count: Int)] {
    var counts: [String: Int] = [:]
    for request in requests { counts.merge(request.status.counts) { $0 + $1 } }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private var mails: Int { requests.reduce(0) { $0 + $1.status.mails } }
  private var finished: Int { requests.reduce(0) { $0 + $1.status.finished } }
  private var isFinished: Bool { unknown == 0 && requests.allSatisfy(\.status.isFinished) }

  /// Whether some mail has failed, or nobody knows.
  var hasFailed: Bool {
    unknown > 0 || counts.contains { StatusCode.isFailure($0.code) && $0.count > 0 }
  }

  func text(_ language: Language) -> String {
    var lines = [
      Message(
        "\(mails, "mail") in \(requests.count, "request"): \(finished) finished",
        ko: "요청 \(requests.count)개의 메일 \(mails)통 중 \(finished)통 완료")
    ]
    for (code, count) in counts {
      let (words, code) = (StatusCode.words(code), Clipping.clipped(code))
      lines.append(
        Message(
          "  \(count) \(words.english) (\(code))", ko: "  \(words.korean)(\(code)) \(count)통"))
    }
    if unknown > 0 {
      lines.append(
        Message(
          "\(unknown, "request") without a known end; 'tmpl send … --resume' looks for them",
          ko: "결과를 모르는 요청 \(unknown)개. 'tmpl send … --resume'이 찾아봅니다"))
    }
    lines.append(
      isFinished
        ? Message("nothing more will happen", ko: "모두 끝났습니다")
        : Message("not finished; ask again later", ko: "아직 끝나지 않았습니다. 나중에 다시 확인하세요"))
    return lines.map { $0.text(language) + "\n" }.joined()
  }

  var json: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("schema")
    json.integer(1)
    json.key("mails")
    json.integer(mails)
    json.key("finished")
    json.integer(finished)
    json.key("isFinished")
    json.bool(isFinished)
    json.key("unknownRequests")
    json.integer(unknown)
    json.key("counts")
    write(counts, to: &json)
    json.key("requests")
    json.beginArray()
    for request in requests {
      json.beginObject()
      json.key("id")
      json.string(request.id)
      json.key("mails")
      json.integer(request.status.mails)
      json.key("finished")
      json.integer(request.status.finished)
      json.key("counts")
      write(request.status.counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, to: &json)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func write(_ counts: [(code: String, count: Int)], to json: inout JSONWriter) {
    json.beginObject()
    for (code, count) in counts {
      json.key(code)
      json.integer(count)
    }
    json.endObject()
  }
}
