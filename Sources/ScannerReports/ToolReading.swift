public import FindingModel

/// What an adapter made of one report.
public struct ToolReading: Sendable, Equatable {
  public var tool: String
  public var category: Category
  /// The tool's version as the report states it.
  public var version: String?
  public var outcome: ToolOutcome
  /// Whether report and exit code together prove that something was looked at.
  public var looked: Looked
  /// One for each record, before anything is merged; suppressed ones say so. Empty where they were
  /// handed over one by one.
  public var findings: [Finding]
  /// Number of findings that the report does not suppress itself.
  public var count = 0
  /// The bytes are no report of the tool: findings handed over before that was known do not count.
  public var isUnreadable = false
  /// Why the outcome is partial or broken, one line each.
  public var problems: [String]
  /// What was looked at, in the report's words: "31 files".
  public var covered: String?
  /// What the tool skipped, one line each.
  public var skipped: [String]
  /// Date of the advisory database, where the report states it.
  public var databaseDate: String?
  /// The manifest, image, folder or address that was looked at.
  public var target: String?
  /// The commit that was looked at, where the report states it.
  public var commit: String?

  public init(tool: String, category: Category, outcome: ToolOutcome, looked: Looked) {
    self.tool = tool
    self.category = category
    self.outcome = outcome
    self.looked = looked
    findings = []
    problems = []
    skipped = []
  }
}
