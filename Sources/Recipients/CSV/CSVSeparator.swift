/// What sets the cells of a list apart: spreadsheets write what their country's settings say.
public enum CSVSeparator: UInt8, Sendable, CaseIterable {
  /// As in RFC 4180.
  case comma = 0x2C
  /// Where the comma is the decimal mark.
  case semicolon = 0x3B
  /// As in `.tsv` files and Excel's 'Unicode Text'.
  case tab = 0x09
}
