/// What is run for one target, complete: no shell, no look-up, no default left open.
public struct ToolInvocation: Sendable {
  public var arguments: [String]
  /// Added to the minimal environment.
  public var environment: [String: String]
  /// Absolute.
  public var directory: String
  /// The named file the tool writes its report to; nil: standard output.
  public var reportFile: String?
  public var target: ToolTarget
  /// The tool's own configuration inside the repository that could not be neutralised.
  public var inRepositoryConfiguration: [String]

  public init(arguments: [String], directory: String, target: ToolTarget) {
    self.arguments = arguments
    self.directory = directory
    self.target = target
    environment = [:]
    inRepositoryConfiguration = []
  }
}
