import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Who says yes.
enum Approver {
  /// The name that `--by` gives, or the address that git signs commits with.
  static func name(_ invocation: Invocation, _ project: Project) throws(Failure) -> String {
    if let name = invocation.value(.by) { return name }
    if let name = gitAddress { return name }
    throw Failure(
      Message(
        "who approves? give --by, or set user.email of git",
        ko: "누가 승인하나요? --by를 쓰거나 git의 user.email을 설정하세요"))
  }

  private static var gitAddress: String? {
    guard let pipe = popen("git config user.email 2>/dev/null", "r") else { return nil }
    var bytes: [UInt8] = []
    _ = Descriptor.read(&bytes, from: fileno(pipe), limit: 1024)
    pclose(pipe)
    let text = String(decoding: bytes, as: UTF8.self)
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init)
    return line?.isEmpty == false ? line : nil
  }
}
