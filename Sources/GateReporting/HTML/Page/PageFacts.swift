import FindingModel

/// What several sections need of a judgement, counted in one pass over its findings: a page of a
/// million findings must not copy them section by section.
struct PageFacts {
  /// Failing findings that are written in full.
  static let mostBlocking = 20

  private(set) var failing = 0
  /// Findings whose severity nobody stated.
  private(set) var unstated = 0
  /// The worst, as the judgement orders them.
  private(set) var worst: [Finding] = []
  private(set) var hasFailingSecret = false
  private(set) var open: [Severity: Int] = [:]
  private(set) var new: [Severity: Int] = [:]
  /// Open findings by who must act; the empty name for nobody.
  private(set) var openByOwner: [String: Int] = [:]
  /// The same of failing ones, with the place of the first in the judgement.
  private(set) var failingByOwner: [String: (count: Int, first: Int)] = [:]
  /// Open findings by the day they were first seen, as it was recorded.
  private(set) var openByDay: [String: Int] = [:]
  private(set) var tools: [String: (found: Int, wrong: Int)] = [:]
  /// Places of all secrets that are not fixed.
  private(set) var secrets: [Int] = []
  /// Who else reports what, of findings that others name as related: tools by id.
  private(set) var related: [String: String] = [:]
  /// Findings that a decision speaks of.
  private(set) var byID: [String: Finding] = [:]

  /// What the page lists, where it does not list all.
  private var listed: Set<String>?

  var openCount: Int { open.values.reduce(0, +) }
  var newCount: Int { new.values.reduce(0, +) }

  /// - Parameter rows: how many findings the page lists, worst first.
  init(_ outcome: GateOutcome, rows: Int) {
    if outcome.findings.count > rows {
      listed = Set(outcome.findings.prefix(rows).lazy.map(\.id))
    }
    let decided = Set(outcome.decisions.map(\.decision.id))
    let named = Self.related(outcome)
    for index in outcome.findings.indices {
      if decided.contains(outcome.findings[index].id) {
        byID[outcome.findings[index].id] = outcome.findings[index]
      }
      if named.contains(outcome.findings[index].id) {
        related[outcome.findings[index].id] = FindingPlace.tools(outcome.findings[index])
      }
      guard outcome.findings[index].state != .fixed else { continue }
      if outcome.findings[index].category == .secret { secrets.append(index) }
      count(outcome, index)
    }
  }

  /// Whether a link to the finding's row leads anywhere.
  func hasRow(_ finding: String) -> Bool { listed?.contains(finding) ?? true }

  private static func related(_ outcome: GateOutcome) -> Set<String> {
    var ids: Set<String> = []
    for index in outcome.findings.indices {
      guard let related = outcome.findings[index].related else { continue }
      ids.formUnion(related)
    }
    return ids
  }

  private mutating func count(_ outcome: GateOutcome, _ index: Int) {
    let state = outcome.findings[index].state
    let owner = outcome.findings[index].owner ?? ""
    if outcome.findings[index].countedAs != nil { unstated += 1 }
    // Nobody asks how often a load test is wrong.
    let isScanned = outcome.findings[index].category != .evidence
    for witness in outcome.findings[index].witnesses.indices where isScanned {
      let tool = outcome.findings[index].witnesses[witness].tool
      let isFirst = !outcome.findings[index].witnesses[..<witness].contains { $0.tool == tool }
      if isFirst {
        tools[tool, default: (0, 0)].found += 1
        if state == .falsePositive { tools[tool, default: (0, 0)].wrong += 1 }
      }
    }
    if state.isOpen {
      open[outcome.findings[index].counted, default: 0] += 1
      openByOwner[owner, default: 0] += 1
      openByDay[String((outcome.findings[index].firstSeen ?? "").prefix(10)), default: 0] += 1
      if state == .new { new[outcome.findings[index].counted, default: 0] += 1 }
    }
    guard outcome.findings[index].failing == true else { return }
    failing += 1
    failingByOwner[owner, default: (0, index)].count += 1
    if worst.count < Self.mostBlocking { worst.append(outcome.findings[index]) }
    if outcome.findings[index].category == .secret { hasFailingSecret = true }
  }
}
