public import FindingModel

/// How one tool is found, asked for its version and run. The report is read elsewhere, by the
/// adapter of the same name.
public protocol ScannerTool: Sendable {
  /// The adapter's name.
  var name: String { get }
  var category: Category { get }
  /// Names to look for on PATH, best first.
  var executables: [String] { get }
  /// Those for one target, where they depend on it.
  func executables(for target: ToolTarget?) -> [String]
  /// The package whose installed record is the digest of a script: `bandit`, `npm`.
  var package: String { get }
  var versionArguments: [String] { get }
  /// What it applies to among the files of the judged tree; empty: it does not apply.
  func targets(in files: RepositoryFiles) -> [ToolTarget]
  /// - Throws: ``RunnerError`` where the target cannot be run.
  func invocation(
    for target: ToolTarget, version: String, settings: ToolSettings, workspace: ToolWorkspace
  ) throws(RunnerError) -> ToolInvocation
  /// Version out of what the tool printed; nil: not recognised.
  func version(in output: String) -> String?
  /// Releases that must not run, with the reason.
  var knownBad: [String: String] { get }
  /// For a person who does not have it.
  var installCommand: String { get }
  /// What the tool tells outside of its report: that it did not look, or not at everything.
  func remarks(on result: ToolProcessResult, of invocation: ToolInvocation) -> [ToolRemark]
  /// When its local advisory database was made, RFC 3339; nil where it has none or none is there.
  func databaseDate(environment: [String: String]) -> String?
}

extension ScannerTool {
  public var versionArguments: [String] { ["--version"] }
  public var knownBad: [String: String] { [:] }
  public var package: String { name }

  public func executables(for target: ToolTarget?) -> [String] { executables }

  public func remarks(on result: ToolProcessResult, of invocation: ToolInvocation) -> [ToolRemark] {
    []
  }

  public func databaseDate(environment: [String: String]) -> String? { nil }

  /// The first thing that looks like `1.2` or `1.2.3`, with what follows up to a space.
  public func version(in output: String) -> String? {
    for word in output.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == "=" }) {
      let bare = word.hasPrefix("v") ? word.dropFirst() : word
      let parts = bare.split(separator: ".")
      if parts.count >= 2, parts.prefix(2).allSatisfy({ Int($0) != nil }) { return String(bare) }
    }
    return nil
  }
}
