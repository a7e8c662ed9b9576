public import FindingModel

/// bandit over Python sources (bandit.readthedocs.io).
public struct BanditTool: ScannerTool {
  public var name: String { "bandit" }
  public var category: Category { .code }
  public var executables: [String] { ["bandit"] }
  public var installCommand: String { "pipx install bandit" }

  public init() {}

  public func targets(in files: RepositoryFiles) -> [ToolTarget] {
    files.named { $0.hasSuffix(".py") }.isEmpty ? [] : [ToolTarget(kind: "directory", target: ".")]
  }

  public func invocation(
    for target: ToolTarget, version: String, settings: ToolSettings, workspace: ToolWorkspace
  ) throws(RunnerError) -> ToolInvocation {
    // An explicit ini file keeps bandit from reading a .bandit of the repository, which may skip
    // tests and paths.
    let ini = try workspace.file("bandit.ini", "[bandit]\n")
    let skipped = ["./.venv", "./venv", "./node_modules", "./.git", "./.build"]
    return ToolInvocation(
      arguments: [
        "-q", "-r", target.target, "-f", "json", "--ini", ini, "-x",
        skipped.joined(separator: ","),
      ] + settings.arguments,
      directory: workspace.root, target: target)
  }
}
