/// What each column of a list with a header is for.
struct CSVColumns: Sendable {
  /// How many cells a row has.
  let count: Int
  /// The cells of a row that a column's values go to, one column behind the other.
  private var cells: [Int] = []
  /// Where each column's cells begin in `cells`, and where the last one's end.
  private var bounds: [Int] = [0]

  /// Gives every field to one column.
  init(_ names: [String], _ map: inout FieldMap) throws(ListError) {
    count = names.count
    guard count <= RecordLimits.columns else { throw ListError.tooManyColumns(found: count) }
    let headers = names.map(FieldMap.trimmed)
    var targets: [FieldMap.Targets] = []
    var seen: Set<String> = []
    for (name, header) in zip(names, headers) {
      targets.append(map.targets(of: name))
      if !header.isEmpty, !seen.insert(header).inserted {
        throw ListError.duplicateColumn(name: header)
      }
    }
    try map.checkChosen()
    try Self.checkParameters(map.wanted, headers, targets)
    for role in Role.allCases { try Self.settle(role, headers, &targets, map) }
    for target in targets {
      if let role = target.role { cells.append(role.rawValue) }
      cells += target.parameters.map { Role.count + $0 }
      bounds.append(cells.count)
    }
  }

  private static func checkParameters(
    _ wanted: WantedFields, _ headers: [String], _ targets: [FieldMap.Targets]
  ) throws(ListError) {
    for (index, name) in wanted.parameters.enumerated() {
      let columns = targets.indices.filter { targets[$0].parameters.contains(index) }
      guard columns.count > 1 else { continue }
      throw ListError.ambiguousColumns(role: name, columns: columns.map { headers[$0] })
    }
  }

  /// Leaves each field to one column.
  private static func settle(
    _ role: Role, _ headers: [String], _ targets: inout [FieldMap.Targets], _ map: FieldMap
  ) throws(ListError) {
    let claims = targets.indices.filter { targets[$0].role == role }
    guard !claims.isEmpty else {
      guard role == .address else { return }
      let shown = headers.filter { !$0.isEmpty }
      guard !shown.contains(where: { $0.contains("@") }) else { throw ListError.noHeader }
      throw ListError.noAddressColumn(columns: shown)
    }
    let settled = FieldMap.settle(
      role,
      claims.map {
        map.claim(of: headers[$0], to: role, isPlain: targets[$0].parameters.isEmpty)
      })
    guard let holder = settled else {
      throw ListError.ambiguousColumns(role: role.fieldName, columns: claims.map { headers[$0] })
    }
    for (number, index) in claims.enumerated() where number != holder { targets[index].role = nil }
  }

  /// Hands over the cells of all columns: the column's first to last as indices of the second list.
  func withCells<Result>(
    _ body: (_ bounds: UnsafeBufferPointer<Int>, _ cells: UnsafeBufferPointer<Int>) -> Result
  ) -> Result {
    bounds.withUnsafeBufferPointer { bounds in
      cells.withUnsafeBufferPointer { body(bounds, $0) }
    }
  }
}
