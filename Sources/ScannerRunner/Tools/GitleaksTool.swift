public import FindingModel

/// gitleaks over the whole history (github.com/gitleaks/gitleaks), as a second opinion.
public struct GitleaksTool: ScannerTool {
  public var name: String { "gitleaks" }
  public var category: Category { .secret }
  public var executables: [String] { ["gitleaks"] }
  public var versionArguments: [String] { ["version"] }

  public init() {}

  /// Only where it is asked for: the native scan looks at the same.
  public func targets(in files: RepositoryFiles) -> [ToolTarget] { [] }

  public func invocation(
    for target: ToolTarget, version: String, settings: ToolSettings, workspace: ToolWorkspace
  ) throws(RunnerError) -> ToolInvocation {
    let rules = try workspace.file("gitleaks.toml", "[extend]\nuseDefault = true\n")
    // The report holds the secrets: it comes by pipe. 42 tells leaks from errors, which are 1.
    return ToolInvocation(
      arguments: [
        "git", "--report-format", "json", "--report-path", "-", "--exit-code", "42",
        "--no-banner", "--config", rules, "--gitleaks-ignore-path", workspace.empty,
      ] + settings.arguments + [workspace.root],
      directory: workspace.empty, target: target)
  }
}
