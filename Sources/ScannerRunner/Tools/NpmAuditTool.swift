public import FindingModel

/// `npm audit` over lock files (docs.npmjs.com/cli/commands/npm-audit).
public struct NpmAuditTool: ScannerTool {
  public var name: String { "npm-audit" }
  public var category: Category { .dependency }
  public var executables: [String] { ["npm"] }
  public var package: String { "npm" }
  public var installCommand: String { "apt-get install npm, or brew install node" }

  public init() {}

  public func targets(in files: RepositoryFiles) -> [ToolTarget] {
    files.named { $0 == "package-lock.json" || $0 == "npm-shrinkwrap.json" }
      .map { ToolTarget(kind: "manifest", target: $0) }
  }

  public func invocation(
    for target: ToolTarget, version: String, settings: ToolSettings, workspace: ToolWorkspace
  ) throws(RunnerError) -> ToolInvocation {
    let parts = target.target.split(separator: "/").map(String.init)
    let isLock = ["package-lock.json", "npm-shrinkwrap.json"].contains(parts.last)
    let folder = (isLock ? parts.dropLast() : parts[...]).joined(separator: "/")
    let below = folder.isEmpty ? "" : folder + "/"
    let lock = isLock ? target.target : below + "package-lock.json"
    // npm reads an .npmrc beside the manifest, which can name another registry or switch the
    // audit off: it runs on copies in a folder without one.
    let copies = try workspace.subfolder()
    try workspace.copy(below + "package.json", to: copies + "/package.json")
    let lockName = lock.split(separator: "/").last.map(String.init) ?? "package-lock.json"
    try workspace.copy(lock, to: copies + "/" + lockName)
    var run = ToolInvocation(
      arguments: [
        "audit", "--json", "--package-lock-only", "--audit=true", "--offline=false",
        "--registry=https://registry.npmjs.org/", "--ignore-scripts",
      ] + settings.arguments,
      directory: copies, target: ToolTarget(kind: "manifest", target: lock))
    run.environment = [
      "npm_config_cache": workspace.temporary, "npm_config_update_notifier": "false",
      "npm_config_userconfig": workspace.empty + "/npmrc",
      "npm_config_globalconfig": workspace.empty + "/npmrc-global",
    ]
    return run
  }
}
