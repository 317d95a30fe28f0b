import Hashing
import Linting
import Mailing
import TestSupport
import Testing

@testable import Composing

/// Approvals name the renderer that made their bytes: other bytes need another version.
@Suite struct RendererVersionTests {
  /// The digest of what each version makes of every kind of place and hostile value.
  ///
  /// A new place or value in the tests changes the last one; another spelling of the same needs a
  /// new version and a new line.
  private static let digests = [
    1: "ec60320d6c563168b5b0a0963ad79a3f66ac13a86dca5372fd6548b658868409"
  ]

  @Test func `the bytes on the wire are those of the version`() throws {
    var hash = SHA256()
    for position in ValuePosition.all {
      let (draft, renderings) = try position.renderings()
      for profile in Profile.all {
        hash.update(RequestHead(draft, profile: profile).json)
        let writer = PersonWriter(draft, profile: profile)
        for mail in renderings.compactMap(\.mail) {
          var json: [UInt8] = []
          writer.append(mail, to: &json)
          hash.update(json)
        }
      }
    }
    #expect(hash.finalize().hex == Self.digests[Renderer.version])
  }
}
