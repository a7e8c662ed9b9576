public import FindingModel

/// safety over pinned requirement files (docs.safetycli.com): `check`, which 1.x to 3.x have.
public struct SafetyTool: ScannerTool {
  public var name: String { "safety" }
  public var category: Category { .dependency }
  public var executables: [String] { ["safety"] }
  public var installCommand: String { "pipx install safety" }

  public init() {}

  public func targets(in files: RepositoryFiles) -> [ToolTarget] {
    requirementFiles(in: files)
  }

  public func invocation(
    for target: ToolTarget, version: String, settings: ToolSettings, workspace: ToolWorkspace
  ) throws(RunnerError) -> ToolInvocation {
    let folder = try workspace.subfolder()
    // A folder that holds nothing else: safety reads a .safety-policy.yml from where it runs.
    try workspace.copy(target.target, to: folder + "/requirements.txt")
    let json = version.hasPrefix("1.") ? ["--json"] : ["--output", "json"]
    return ToolInvocation(
      arguments: ["check", "-r", folder + "/requirements.txt"] + json + settings.arguments,
      directory: folder, target: target)
  }

  /// What is not pinned it skips, and says so on its standard error only.
  public func remarks(on result: ToolProcessResult, of invocation: ToolInvocation) -> [ToolRemark] {
    let said = String(decoding: result.errors.suffix(1 << 16), as: UTF8.self).lowercased()
    return said.contains("unpinned requirement")
      ? [.partial("safety skipped requirements that are not pinned")] : []
  }
}
