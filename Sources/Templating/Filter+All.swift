extension Filter {
  /// Every filter, in the order of the manual; a new one is one new file and one line here.
  public static let all: [Filter] = [
    .upper,
    .lower,
    .trim,
    .truncate,
    .number,
    .date,
    .mask,
    .josa,
    .raw,
  ]

  /// The filter of a name.
  public static func named(_ name: String) -> Filter? { all.first { $0.name == name } }
}
