public import BaselineStore
public import Documents
public import FindingModel

/// The decisions of a judgement: those that count, and those that are only shown.
public struct Baseline: Sendable {
  /// Of the trusted base, or of the judged tree where there is none.
  public var decisions: [Decision]
  /// Added or changed by the head: shown, not counting.
  public var pending: [Decision]
  /// Files that hold no decision: they make the verdict INCOMPLETE.
  public var problems: [DocumentError]
  /// By the decision's id, where git knows.
  public var provenance: [String: Provenance]
  /// SHA-256 of the decisions that count.
  public var digest: String

  public init(
    _ decisions: [Decision] = [], problems: [DocumentError] = [], digest: String? = nil
  ) {
    self.decisions = decisions
    self.problems = problems
    pending = []
    provenance = [:]
    self.digest =
      digest
      ?? SHA256.hexadecimal(decisions.map(DecisionFile.text).joined(separator: "\n").utf8)
  }

  /// The decisions of one tree.
  public init(_ set: DecisionSet) {
    self.init(set.decisions, problems: set.problems, digest: set.digest)
  }

  /// What the trusted base decides, and beside it what the head adds, changes or takes away.
  ///
  /// - Parameter head: of the judged tree, decisions that nobody committed included.
  public static func trusted(_ base: DecisionSet, head: DecisionSet) -> (Baseline, [GateChange]) {
    var baseline = Baseline(base)
    baseline.problems += head.problems.filter { !base.problems.contains($0) }
    let known = Dictionary(
      base.decisions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    baseline.pending = head.decisions.filter { known[$0.id] != $0 }
    let kept = Set(head.decisions.map(\.id))
    var changes = baseline.pending.map { decision in
      GateChange(
        effect: .looser, subject: decision.id,
        before: known[decision.id].map(Self.words), after: Self.words(decision), counts: false)
    }
    for decision in base.decisions where !kept.contains(decision.id) {
      changes.append(
        GateChange(
          effect: .tighter, subject: decision.id, before: Self.words(decision), after: nil,
          counts: false))
    }
    return (baseline, changes)
  }

  /// As it is when the review of a change is the approval of its decisions.
  var withPendingCounted: Baseline {
    var copy = self
    let changed = Set(pending.map(\.id))
    copy.decisions = decisions.filter { !changed.contains($0.id) } + pending
    return copy
  }

  /// "accepted_risk until 2027-01-31: no untrusted input".
  static func words(_ decision: Decision) -> String {
    let until = decision.expires.map { " until \($0)" } ?? ""
    return "\(decision.kind.rawValue)\(until): \(decision.reason)"
  }
}
