/// Named bounds of what a list may hold.
public enum RecordLimits {
  /// The most bytes of one record.
  public static let record = 1 << 20
  /// The most bytes of one cell or value.
  public static let field = 64 << 10
  /// The most columns of a list.
  public static let columns = 4096
}
