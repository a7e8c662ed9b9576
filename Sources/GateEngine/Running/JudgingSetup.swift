public import BaselineStore
public import FindingModel
public import Foundation
public import GitHistory
public import ScannerRunner

/// What a judgement starts from, read once: configuration, decisions, whom to trust, what is
/// remembered.
public struct JudgingSetup: Sendable {
  /// What the command line and the environment say.
  public struct Request: Sendable {
    public var base: BaseRequest?
    public var overrides = Overrides()
    /// `--config`, absolute.
    public var configurationFile: String?
    /// `--baseline`, absolute.
    public var baselineFolder: String?
    public var timeout: Duration?
    public var isOffline = false
    public var isCI = false
    /// The commit whose text decides, in place of the work tree: what is pushed.
    public var commit: ObjectID?

    public init() {}
  }

  public var project: Project
  public var request: Request
  public var files: ProjectFiles
  public var configuration: EffectiveConfiguration
  public var baselineFolder: (url: URL, name: String?)
  public var decisions: DecisionSet
  public var baseline: Baseline
  public var base: BaseKnowledge?
  public var situation: TrustSituation?
  public var gateChanges: [GateChange]
  public var toolTrust: ToolTrust
  public var toolSettings: [String: ToolSettings]

  /// - Throws: ``ConfigurationError`` and ``OverrideError`` (exit 2), `GitError`.
  public init(_ project: Project, _ request: Request) throws {
    self.project = project
    self.request = request
    let files =
      try request.commit.map { ProjectFiles(project, commit: $0) } ?? ProjectFiles.judged(project)
    self.files = files
    baselineFolder = project.baselineFolder(request.baselineFolder)
    decisions = try files.decisions(baselineFolder)
    let written = try files.configuration(request.configurationFile)
    let against = try BaseReading(project, request, folder: baselineFolder.name)
    base = against.knowledge
    situation = against.situation
    if let trusted = against.trusted, trusted.situation != .adoption {
      configuration = try EffectiveConfiguration(
        base: trusted.configuration ?? Configuration(), head: written ?? Configuration(),
        overrides: request.overrides, source: trusted.request.reference)
      (baseline, gateChanges) = Baseline.trusted(trusted.decisions, head: decisions)
    } else {
      configuration = EffectiveConfiguration(
        written ?? Configuration(), overrides: request.overrides,
        source: written == nil ? "built-in" : "file")
      (baseline, gateChanges) = (Baseline(decisions), [])
    }
    baseline.provenance = try Self.provenance(project, request, baselineFolder.name, decisions)
    // A file that a flag names is its user's word, unless it came with the project.
    let isNamed = request.configurationFile.map { !$0.hasPrefix(project.root + "/") } ?? false
    let isOfBase = against.trusted != nil && against.situation != .adoption
    toolTrust = ToolTrust(
      project, configuration: configuration, isOurs: isNamed || isOfBase, isCI: request.isCI,
      user: try ToolTrust.userConfiguration())
    toolSettings = toolTrust.settings(configuration, timeout: request.timeout)
  }

  private static func provenance(
    _ project: Project, _ request: Request, _ folder: String?, _ decisions: DecisionSet
  ) throws -> [String: Provenance] {
    guard let folder, let layout = project.layout, !decisions.decisions.isEmpty else { return [:] }
    let repository = try project.open(layout)
    guard let head = try request.commit ?? repository.head().commit else { return [:] }
    return try DecisionProvenance(of: folder, at: head, in: repository).byID(decisions.files)
  }

  /// The plan for the tools that apply to a tree.
  public func plan(_ tree: JudgedTree) -> ToolPlan {
    ToolPlan(
      ToolPlan.Input(
        files: tree.files, settings: toolSettings,
        required: Set(configuration.requirements.flatMap(\.anyOf)), isOffline: request.isOffline,
        root: project.isBare ? nil : project.root))
  }

  /// A file that the policy names. Where a trusted base names it, it is the base's, else one that no
  /// commit holds, such as a download of today: a head that brings its own is not believed.
  private func feed(_ path: String) throws -> [UInt8]? {
    let policy = configuration.trusted.policy
    guard let base, situation != .adoption, [policy.kevFile, policy.epssFile].contains(path),
      let layout = project.layout, let commit = ObjectID(base.commit)
    else { return try files.bytes(path, limit: Self.largestFeed) }
    let repository = try project.open(layout)
    if let trusted = try repository.file(at: commit, path) { return trusted }
    if let head = try files.commit ?? repository.head().commit,
      try repository.file(at: head, path) != nil
    {
      throw FeedProblem.notAtBase(base.reference)
    }
    return try files.bytes(path, limit: Self.largestFeed)
  }

  /// Old paths by new ones from a decision's commit to the judged one. Where that cannot be told,
  /// none: a decision then holds at its old path only.
  private func renames(since commit: String?) -> [String: String] {
    guard let old = commit.flatMap({ ObjectID($0) }), let layout = project.layout else {
      return [:]
    }
    do {
      let repository = try project.open(layout)
      guard let head = try files.commit ?? repository.head().commit else { return [:] }
      return TrustedBase.renames(from: old, to: head, in: repository)
    } catch {
      return [:]
    }
  }

  private static let largestFeed = 64 << 20

  /// The input of a judgement with everything that is known before something was looked at.
  public func input(_ scope: Scope, now: Timestamp) -> JudgementInput {
    var input = JudgementInput(scope: scope, now: now, configuration: configuration)
    input.baseline = baseline
    input.base = base
    input.trust = situation
    input.gateChanges = gateChanges
    let files = files
    input.source = { files.source($0) }
    let setup = self
    input.renames = { setup.renames(since: $0) }
    input.feeds = ExploitFeeds(configuration.policies, read: feed)
    return input
  }
}
