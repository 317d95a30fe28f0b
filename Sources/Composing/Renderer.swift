/// The part of the tool that decides which bytes leave the house.
public enum Renderer {
  /// Raised whenever the same template and row come to other bytes on the wire, since approvals
  /// given to earlier bytes are void then.
  public static let version = 1
}
