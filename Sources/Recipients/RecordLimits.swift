/// Named bounds of what a list may hold.
public enum RecordLimits {
  /// The most bytes of one record.
  public static let record = 1 << 20
  /// The most bytes of one cell or value.
  public static let field = 64 << 10
  /// The most bytes of a complete request, which is read whole.
  public static let request = 512 << 20
  /// The most people of a complete request, as at the services.
  public static let people = 100_000
  /// The most columns or keys of a list.
  public static let columns = 4096
}
