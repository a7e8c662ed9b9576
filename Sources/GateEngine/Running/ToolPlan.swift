import FindingModel
public import ScannerRunner

/// Which tools run on what, and why the others do not.
public struct ToolPlan: Sendable {
  /// One tool on one target.
  public struct Step: Sendable {
    public var tool: any ScannerTool
    public var target: ToolTarget
    public var settings: ToolSettings
  }

  public var steps: [Step] = []
  /// Tools that apply here and do not run.
  public var notLookedAt: [NotLookedAt] = []

  /// What the plan is made from.
  public struct Input: Sendable {
    public var files: RepositoryFiles
    /// By tool name; a tool without an entry has no settings.
    public var settings: [String: ToolSettings]
    /// Names in `any_of` of a requirement.
    public var required: Set<String>
    public var isOffline: Bool
    /// Absolute root that tools run on; nil: nothing is checked out.
    public var root: String?

    public init(
      files: RepositoryFiles, settings: [String: ToolSettings], required: Set<String>,
      isOffline: Bool, root: String?
    ) {
      self.files = files
      self.settings = settings
      self.required = required
      self.isOffline = isOffline
      self.root = root
    }
  }

  /// Tools that cannot work without asking somebody.
  private static let networked: Set<String> = [
    "pip-audit", "safety", "npm-audit", "semgrep", "zap",
  ]

  public init(_ input: Input, tools: [any ScannerTool] = ToolCatalog.tools) {
    for tool in tools { plan(tool, input) }
  }

  private mutating func plan(_ tool: any ScannerTool, _ input: Input) {
    let settings = input.settings[tool.name] ?? ToolSettings()
    let isAskedFor =
      settings.enabled == true || !settings.targets.isEmpty || input.required.contains(tool.name)
    var targets = settings.targets.isEmpty ? tool.targets(in: input.files) : settings.targets
    if targets.isEmpty, isAskedFor, tool.category == .secret {
      targets = [ToolTarget(kind: "repository", target: ".")]
    }
    guard !targets.isEmpty else { return }
    if let reason = obstacle(tool, settings, input) {
      let isDemanded = settings.enabled == true || !settings.targets.isEmpty
      notLookedAt.append(NotLookedAt(tool: tool.name, reason: reason, isDemanded: isDemanded))
      return
    }
    steps += targets.map { Step(tool: tool, target: $0, settings: settings) }
  }

  private func obstacle(_ tool: any ScannerTool, _ settings: ToolSettings, _ input: Input)
    -> String?
  {
    if settings.enabled == false { return "switched off by [tools.\(tool.name)] enabled" }
    guard let root = input.root else {
      return "this repository is bare: nothing is checked out for \(tool.name) to look at"
    }
    let isOffline = input.isOffline || settings.network == false
    if isOffline, Self.networked.contains(tool.name) {
      return "\(tool.name) needs the network, and it may not use it"
    }
    do {
      _ = try LocatedTool.locate(tool, settings: settings, root: root)
      return nil
    } catch {
      return error.description
    }
  }
}
