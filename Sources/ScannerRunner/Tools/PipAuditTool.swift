public import FindingModel

/// pip-audit over pinned requirement files (github.com/pypa/pip-audit).
public struct PipAuditTool: ScannerTool {
  public var name: String { "pip-audit" }
  public var category: Category { .dependency }
  public var executables: [String] { ["pip-audit"] }
  public var installCommand: String { "pipx install pip-audit" }

  public init() {}

  public func targets(in files: RepositoryFiles) -> [ToolTarget] {
    requirementFiles(in: files)
  }

  public func invocation(
    for target: ToolTarget, version: String, settings: ToolSettings, workspace: ToolWorkspace
  ) throws(RunnerError) -> ToolInvocation {
    let copy = try workspace.subfolder() + "/requirements.txt"
    try workspace.copy(target.target, to: copy)
    // Without pip nothing of the repository is resolved, built or run, and no index is asked that
    // the file itself names.
    return ToolInvocation(
      arguments: [
        "-r", copy, "-f", "json", "--progress-spinner", "off", "--no-deps", "--disable-pip",
        "--cache-dir", workspace.temporary,
      ] + settings.arguments,
      directory: workspace.empty, target: target)
  }
}

/// Requirement files by their usual names.
func requirementFiles(in files: RepositoryFiles) -> [ToolTarget] {
  files.named { name in
    name.hasSuffix(".txt")
      && (name == "requirements.txt" || name.hasPrefix("requirements-")
        || name.hasPrefix("requirements_") || name.hasPrefix("requirements."))
  }.map { ToolTarget(kind: "manifest", target: $0) }
}
