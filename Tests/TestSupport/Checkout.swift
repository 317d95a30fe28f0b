public import Foundation

/// The checkout that the tests were built from.
public enum Checkout {
  /// Its root.
  public static let url = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
