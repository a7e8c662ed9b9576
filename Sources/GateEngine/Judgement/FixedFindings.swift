import BaselineStore
import FindingModel

/// Tells which findings of an earlier commit are fixed: a tool that showed them looked again, whole
/// and no narrower, at a later commit, and nothing there may be the same flaw in other words.
///
/// Whatever is in doubt is not fixed. A secret never is: what was public once must be revoked. What a
/// crawl of a running service does not meet again, or a report made elsewhere does not hold, proves
/// nothing.
struct FixedFindings {
  /// Categories whose tools look at files, so that two runs can be compared.
  static let categories: [Category] = [.code, .dependency, .container]

  /// What is recorded about an earlier commit, an ancestor of the judged one.
  struct Earlier {
    var commit: String
    var results: [ToolResult]
    /// The text of a file of that commit.
    var source: (String) -> [UInt8]?
    /// Old paths by new ones, since that commit.
    var renames: [String: String]
  }

  private let input: JudgementInput
  private let findings: [Finding]
  /// By tool, what speaks about the judged commit.
  private let runs: [String: [ToolResult]]
  /// Tools that read settings of the repository, which may hide findings.
  private let swayed: Set<String>

  init(_ outcome: GateOutcome, _ input: JudgementInput) {
    self.input = input
    findings = outcome.findings + (outcome.suspects ?? [])
    let current = EvidenceSelection(
      input.results, commit: input.scope.commit, tree: input.scope.tree
    ).current
    runs = Dictionary(grouping: current, by: \.evidence.tool)
    swayed = Set(input.suppressions.filter { $0.kind == "tool-config" }.map(\.tool))
  }

  /// Whether any tool looked in a way that can tell; else there is nothing to read.
  var canTell: Bool {
    runs.contains { tool, results in
      tool != Judgement.native && results.map(\.evidence).allSatisfy(isWhole)
    }
  }

  /// - Parameter wanted: ids that the judged commit does not show.
  func fixed(_ earlier: Earlier, among wanted: Set<String>) -> [Finding] {
    let old = EvidenceSelection(earlier.results, commit: earlier.commit, tree: nil).current
    let all = FindingMerge(old, source: earlier.source).findings
    let doubts = Doubts(
      findings: findings, earlier: all, results: runs.values.flatMap(\.self),
      renames: earlier.renames)
    return all.filter { finding in
      wanted.contains(finding.id) && Self.categories.contains(finding.category)
        && finding.witnesses.allSatisfy { hasLooked($0.tool, after: old) }
        && !mayStand(finding, earlier, doubts)
    }.map { settled($0, earlier.commit) }
  }

  /// Whether each earlier run of the tool has its like for the judged commit.
  private func hasLooked(_ tool: String, after earlier: [ToolResult]) -> Bool {
    guard !swayed.contains(tool), let now = runs[tool]?.map(\.evidence), now.allSatisfy(isWhole)
    else { return false }
    let old = earlier.map(\.evidence).filter { $0.tool == tool }
    return !old.isEmpty
      && old.allSatisfy { old in
        old.source == "run" && now.contains { Self.isNoNarrower($0, than: old) }
      }
  }

  private func isWhole(_ evidence: Evidence) -> Bool {
    evidence.source == "run" && evidence.dirty != true && evidence.problems.isEmpty
      && (evidence.outcome == .clean || evidence.outcome == .findings)
      && EvidenceSelection.isAbout(evidence, input.scope.commit, input.scope.tree)
  }

  private static func isNoNarrower(_ now: Evidence, than old: Evidence) -> Bool {
    now.target == old.target && now.environment == old.environment && now.version == old.version
      && now.digest == old.digest
      && now.arguments?.map(comparable) == old.arguments?.map(comparable)
      && Set(now.skipped).isSubset(of: old.skipped)
  }

  /// The private folder of a run has another name each time.
  private static func comparable(_ argument: String) -> String {
    guard let folder = argument.firstRange(of: "/secgate-run-") else { return argument }
    return String(argument[folder.upperBound...].drop { $0 != "/" })
  }

  /// Whether the finding may be hidden or told in other words. Where the flagged text is still in
  /// its file, a comment or a setting hides it.
  private func mayStand(_ finding: Finding, _ earlier: Earlier, _ doubts: Doubts) -> Bool {
    guard finding.category == .code else { return doubts.mayStand(finding, isGone: false) }
    guard case .code(_, let path, _) = finding.basis, let line = finding.locations.first?.line,
      let text = earlier.source(path).flatMap({ Self.words($0, line: line) }), !text.isEmpty
    else { return true }
    let names = [path] + earlier.renames.filter { $0.value == path }.map(\.key)
    let files = names.compactMap(input.source).map { Self.words($0) }
    return files.contains { $0.contains(text) }
      || doubts.mayStand(finding, isGone: files.isEmpty)
  }

  /// Text without white space; of one line, from 1, where one is named.
  private static func words(_ bytes: [UInt8], line: Int? = nil) -> String? {
    guard let line else { return words(bytes) }
    let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
    return lines.indices.contains(line - 1) ? words(Array(lines[line - 1])) : nil
  }

  private static func words(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.filter { $0 > 0x20 }, as: UTF8.self)
  }

  private func settled(_ old: Finding, _ commit: String) -> Finding {
    var finding = old
    let tools = Set(finding.witnesses.map(\.tool)).sorted().joined(separator: ", ")
    finding.state = .fixed
    finding.stateReason = "\(tools) showed it at \(commit.prefix(12)) and does not any more"
    finding.failing = false
    finding.related = nil
    finding.firstSeen = input.seen[old.id]?.first.description
    finding.lastSeen = input.seen[old.id]?.last.description
    return finding
  }
}
