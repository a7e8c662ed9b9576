/// What proves one result set: which tool really ran, on what, when, and how it ended.
public struct Evidence: Codable, Sendable, Hashable, Identifiable {
  /// SHA-256 of the report's bytes, or of the run's parameters for the native scan; 64 digits.
  public var id: String
  /// The adapter's name: `bandit`, `npm-audit`, `k6`, `junit`, `secgate`.
  public var tool: String
  public var category: Category
  public var version: String?
  /// `sha256:…` of the binary, or of the installed record of a script's package.
  public var digest: String?
  /// What `digest` is of: `binary`, `python-package`, `node-package`.
  public var digestOf: String?
  public var arguments: [String]?
  public var exitCode: Int?
  public var start: Timestamp?
  public var end: Timestamp?
  /// The commit that was looked at; nil: unknown, and then it satisfies no requirement.
  public var commit: String?
  public var tree: String?
  public var dirty: Bool?
  /// `run` by secgate, or `import`.
  public var source: String
  public var outcome: ToolOutcome
  public var looked: Looked
  /// What was covered, in the tool's words: "31 files", "214 packages".
  public var covered: String?
  /// What was skipped and why, one line each.
  public var skipped: [String]
  /// Why the outcome is partial or broken, one line each.
  public var problems: [String]
  /// Date of the tool's advisory database, where known.
  public var databaseDate: String?
  public var reportDigest: String?
  public var environment: String?
  /// The manifest, image or URL it was run for.
  public var target: String?
  /// Number of findings before merging, those that the report suppresses left out.
  public var count: Int
  /// Numbers of launch evidence, nil for scanners.
  public var measurements: Measurements?

  public init(
    id: String, tool: String, category: Category, source: String, outcome: ToolOutcome,
    looked: Looked, count: Int = 0
  ) {
    self.id = id
    self.tool = tool
    self.category = category
    self.source = source
    self.outcome = outcome
    self.looked = looked
    self.count = count
    self.skipped = []
    self.problems = []
  }

  enum CodingKeys: String, CodingKey {
    case id, tool, category, version, digest, arguments, start, end, commit, tree, dirty, source
    case outcome, looked, covered, skipped, problems, environment, target, count, measurements
    case digestOf = "digest_of"
    case exitCode = "exit_code"
    case databaseDate = "database_date"
    case reportDigest = "report_digest"
  }
}
