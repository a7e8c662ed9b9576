public import FindingModel

/// trufflehog v3 over the whole history (github.com/trufflesecurity/trufflehog).
public struct TrufflehogTool: ScannerTool {
  public var name: String { "trufflehog" }
  public var category: Category { .secret }
  public var executables: [String] { ["trufflehog"] }
  public var installCommand: String { "brew install trufflehog" }

  public init() {}

  /// Only where it is asked for: the native scan looks at the same.
  public func targets(in files: RepositoryFiles) -> [ToolTarget] { [] }

  public func invocation(
    for target: ToolTarget, version: String, settings: ToolSettings, workspace: ToolWorkspace
  ) throws(RunnerError) -> ToolInvocation {
    // Verification sends each secret to its provider, so it happens only by a trusted argument.
    let verify = settings.arguments.contains("--no-verification") || settings.network == true
    return ToolInvocation(
      arguments: ["git", "file://" + workspace.root, "--json", "--no-update", "--fail"]
        + (verify ? [] : ["--no-verification"]) + settings.arguments,
      directory: workspace.empty, target: target)
  }
}
