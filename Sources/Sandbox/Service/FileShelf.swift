import Diagnostics
import JSONSyntax
import Publishing

/// A file that was uploaded.
struct StoredFile: Equatable {
  let id: String
  let name: String
  let bytes: [UInt8]
}

/// The files that were uploaded, by the upload they came in.
struct FileShelf {
  private static let sizeLimit = 10 << 20

  private var uploads: [String: [StoredFile]] = [:]
  private var count = 0

  /// The file of an id.
  func file(_ id: String) -> StoredFile? { uploads.values.joined().first { $0.id == id } }

  /// Takes an upload.
  mutating func add(_ request: HTTPRequest) throws(ServiceProblem) -> HTTPResponse {
    let type = request.headers["Content-Type"] ?? ""
    guard type.lowercased().hasPrefix("multipart/form-data") else {
      throw .service(
        415, "77002",
        Message("the content type is not multipart/form-data", ko: "multipart/form-data가 아닙니다"))
    }
    let parts = MultipartBody(request.body, contentType: type)?.parts ?? []
    let files = parts.filter { $0.name == "fileList" }
    guard !files.isEmpty, files.allSatisfy({ !($0.fileName ?? "").isEmpty }) else {
      throw .fields(
        [.init(name: "fileList", reason: Message("has no files", ko: "파일이 없습니다"))], isSENS: false)
    }
    guard files.allSatisfy({ $0.bytes.count <= Self.sizeLimit }) else {
      throw .fields(
        [
          .init(
            name: "fileList", reason: Message("a file has more than 10 MB", ko: "10MB를 넘는 파일이 있습니다")
          )
        ],
        isSENS: false)
    }
    count += 1
    let upload = "upload-\(count)"
    uploads[upload] = files.enumerated().map { index, file in
      StoredFile(id: "\(upload)-\(index + 1)", name: file.fileName ?? "", bytes: file.bytes)
    }
    return try answer(upload, status: 201)
  }

  /// Tells what came in an upload.
  func answer(_ upload: String, status: Int = 200) throws(ServiceProblem) -> HTTPResponse {
    guard let files = uploads[upload] else { throw .absent(upload, isSENS: false) }
    var json = JSONWriter()
    json.beginObject()
    json.member("tempRequestId", upload)
    json.key("files")
    json.beginArray()
    for file in files {
      json.beginObject()
      json.member("fileName", file.name)
      json.member("fileSize", file.bytes.count)
      json.member("fileId", file.id)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return .json(status, json)
  }

  /// Forgets an upload.
  mutating func remove(_ upload: String) throws(ServiceProblem) -> HTTPResponse {
    let response = try answer(upload)
    uploads[upload] = nil
    return response
  }
}
