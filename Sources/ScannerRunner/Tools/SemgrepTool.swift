public import FindingModel

/// semgrep (semgrep.dev/docs/cli-reference). Rules come from `args` (`["--config", "rules.yml"]`)
/// or the registry's default pack.
public struct SemgrepTool: ScannerTool {
  public var name: String { "semgrep" }
  public var category: Category { .code }
  public var executables: [String] { ["semgrep"] }
  public var installCommand: String { "pipx install semgrep" }

  public init() {}

  private static let endings = [
    ".py", ".js", ".jsx", ".ts", ".tsx", ".go", ".java", ".rb", ".php", ".cs", ".kt", ".scala",
  ]

  public func targets(in files: RepositoryFiles) -> [ToolTarget] {
    files.named { name in Self.endings.contains { name.hasSuffix($0) } }.isEmpty
      ? [] : [ToolTarget(kind: "directory", target: ".")]
  }

  public func invocation(
    for target: ToolTarget, version: String, settings: ToolSettings, workspace: ToolWorkspace
  ) throws(RunnerError) -> ToolInvocation {
    let rules = settings.arguments.contains("--config") || settings.arguments.contains("-c")
    var run = ToolInvocation(
      arguments: [
        "scan", "--json", "--metrics", "off", "--disable-version-check", "--quiet",
      ] + (rules ? [] : ["--config", "p/default"]) + settings.arguments + [target.target],
      directory: workspace.root, target: target)
    run.inRepositoryConfiguration = [".semgrepignore"]
    run.environment = ["SEMGREP_SETTINGS_FILE": workspace.home + "/semgrep.yml"]
    return run
  }
}
