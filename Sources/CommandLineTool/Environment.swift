/// What the surroundings of a run are; nothing else is read from them.
public struct Environment: Sendable {
  /// The environment's variables.
  public var variables: [String: String]
  /// The folder in which the tool was called.
  public var currentDirectory: String
  /// Whether standard output is a terminal.
  public var isOutputTerminal: Bool

  /// Describes the surroundings.
  public init(variables: [String: String], currentDirectory: String, isOutputTerminal: Bool) {
    self.variables = variables
    self.currentDirectory = currentDirectory
    self.isOutputTerminal = isOutputTerminal
  }

  /// Whether a CI service runs the tool.
  var isCI: Bool { variables["CI"].map { !$0.isEmpty && $0 != "false" } ?? false }
}
