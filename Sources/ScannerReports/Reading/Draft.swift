import FindingModel
import ReportReading

/// A reading while it is being made.
struct Draft {
  let tool: String
  let category: FindingModel.Category
  let context: ReportContext
  var sample: ReportSample?
  var version: String?
  /// The report itself proves that something was looked at.
  var looked = false
  var covered: String?
  var databaseDate: String?
  var target: String?
  var commit: String?
  private let each: (Finding) -> Void
  /// Findings that were handed over, and those of them that the report does not suppress.
  private(set) var count = 0
  private var open = 0
  private(set) var problems: [String] = []
  private(set) var skipped: [String] = []
  /// Records or lines that are none of the tool's.
  var other = 0
  /// A line ends in the middle of a value.
  var isCutShort = false
  private(set) var isBroken = false
  private(set) var isPartial = false
  private var isUnreadable = false
  private var isFull = false
  /// Problems or skipped things that are listed; more are only counted.
  private static let mostLines = 100
  private var moreProblems = 0
  private var moreSkipped = 0
  var limits: ReportLimits { context.limits }

  init(
    tool: String, category: FindingModel.Category, context: ReportContext,
    each: @escaping (Finding) -> Void
  ) {
    self.tool = tool
    self.category = category
    self.context = context
    self.each = each
  }

  var isEmpty: Bool { count == 0 }

  /// Adds a record; beyond the limit the reading is partial, by name.
  mutating func add(_ finding: Finding) {
    guard count < limits.records else {
      if !isFull {
        partial("more than \(limits.records) findings: the rest was not read")
        isFull = true
      }
      return
    }
    count += 1
    if finding.suppressed != true { open += 1 }
    each(finding)
  }

  mutating func broken(_ problem: String) {
    isBroken = true
    note(problem)
  }

  mutating func partial(_ problem: String) {
    isPartial = true
    note(problem)
  }

  /// Broken, and what was read so far does not count.
  mutating func unreadable(_ problem: String) {
    (count, open, isUnreadable) = (0, 0, true)
    broken(problem)
  }

  /// Not this tool's report; says whose it seems to be.
  mutating func wrongTool(_ expected: String) {
    let other = sample.flatMap { AdapterCatalog.recognise($0) }
    let hint = other.flatMap { $0.tool == tool ? nil : "; it looks like one of \($0.tool)" } ?? ""
    unreadable("not a report of \(tool): \(expected)\(hint)")
  }

  mutating func skip(_ line: String) {
    if skipped.count < Self.mostLines { skipped.append(Words.line(line)) } else { moreSkipped += 1 }
  }

  private mutating func note(_ problem: String) {
    if problems.count < Self.mostLines {
      problems.append(Words.line(problem))
    } else {
      moreProblems += 1
    }
  }

  /// The reading, judged together with the exit code.
  func settled(_ codes: ExitCodes) -> ToolReading {
    var draft = self
    if let code = context.exitCode, let problem = codes.problem(code, findings: count) {
      draft.broken(problem)
    }
    if moreProblems > 0 { draft.problems.append("and \(moreProblems) more problems") }
    if moreSkipped > 0 { draft.skipped.append("and \(moreSkipped) more") }
    let outcome: ToolOutcome =
      draft.isBroken ? .broken : isPartial ? .partial : open > 0 ? .findings : .clean
    // A finding proves that the tool looked; else its report must, or its exit code.
    let proven = looked || count > 0 || context.exitCode.map(codes.done.contains) == true
    var reading = ToolReading(
      tool: tool, category: category, outcome: outcome,
      looked: proven && !draft.isBroken ? .yes : .unknown)
    reading.version = version.map(Words.line)
    reading.count = isUnreadable ? 0 : open
    reading.isUnreadable = isUnreadable
    reading.problems = draft.problems
    reading.skipped = draft.skipped
    reading.covered = covered.map(Words.line)
    reading.databaseDate = databaseDate.map(Words.line)
    reading.target = target.map(Words.line)
    reading.commit = commit
    return reading
  }
}
