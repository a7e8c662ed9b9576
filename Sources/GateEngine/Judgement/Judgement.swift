import BaselineStore
import FindingModel

/// A judgement while it is being made, step by step in the order of section 8 of the design.
struct Judgement {
  let input: JudgementInput
  var policies: PolicyLayers { input.configuration.policies }
  var today: Day { input.now.day }

  var requirements: [Requirement] = []
  /// Results that speak about what is judged.
  var current: [ToolResult] = []
  var answers: [RequirementAnswer] = []
  var findings: [Finding] = []
  var suspects: [Finding] = []
  var suppressions: [Suppression] = []
  var baseline: Baseline
  var decisions: [DecisionSummary] = []
  /// Pending decisions that the review of a decision-only change does not approve.
  var heldBack: [Decision] = []
  /// Decisions whose finding was not seen in a complete run.
  var stale = 0
  var waivers: Waivers
  var coverage: Coverage?
  var conditions: [Condition] = []
  var reasons = ReasonList()

  init(_ input: JudgementInput) {
    self.input = input
    baseline = input.baseline
    if case .decisionOnly = input.trust { baseline = baseline.withPendingCounted }
    coverage = input.coverage
    suppressions = input.suppressions
    let required = Self.requirements(input)
    requirements = required
    waivers = Waivers(
      baseline,
      required: Dictionary(
        required.map { ($0.check, $0.anyOf.contains(Self.native)) },
        uniquingKeysWith: { $0 || $1 }),
      rules: VoidReasons(
        policies: input.configuration.policies.all.map(\.settings.accept), today: input.now.day))
  }

  static let native = "secgate"

  /// What is asked for; the native scan always is.
  private static func requirements(_ input: JudgementInput) -> [Requirement] {
    let native = Requirement(check: "secrets", anyOf: [Self.native])
    guard input.judgesCommit else { return [native] }
    let written = input.configuration.requirements
    return written.contains { $0.anyOf == [Self.native] } ? written : [native] + written
  }

  /// Whether nobody configured what is required.
  var isUnconfigured: Bool { input.configuration.requirements.isEmpty }

  mutating func selectEvidence() {
    let anyCommit = requirements.filter { !$0.sameCommit }.flatMap(\.anyOf)
    current =
      EvidenceSelection(
        input.results, commit: input.scope.commit, tree: input.scope.tree,
        anyCommit: Set(anyCommit)
      ).current
    let context = RequirementAnswer.Context(
      scope: input.scope, now: input.now, current: current, all: input.results,
      allowsDirty: policies.allows(.dirty), allowsPartial: policies.allows(.toolPartial))
    answers = requirements.map { RequirementAnswer($0, context) }
  }

  mutating func merge() {
    var results = current
    for index in results.indices {
      guard results[index].evidence.measurements != nil else { continue }
      results[index].findings = measured(results[index].evidence)
    }
    let merge = FindingMerge(results, source: input.source)
    suppressions += merge.suppressions
    for finding in merge.findings {
      if policies.isSuspect(finding) { suspects.append(finding) } else { findings.append(finding) }
    }
    dateFindings()
  }

  /// Of each requirement that asks this evidence for numbers; without one, what failed by itself.
  private func measured(_ evidence: Evidence) -> [Finding] {
    let asking = answers.filter { answer in
      answer.used.contains { $0.evidence.id == evidence.id && $0.evidence.tool == evidence.tool }
    }.map(\.requirement)
    guard !asking.isEmpty else {
      return MeasuredFindings(evidence, requirement: nil)?.findings([]) ?? []
    }
    return asking.flatMap { requirement in
      MeasuredFindings(evidence, requirement: requirement)?.findings(requirement.targets.all) ?? []
    }
  }

  /// When each was recorded first and last. In its own variables: a call on `self` would copy all
  /// findings for each of them.
  private mutating func dateFindings() {
    guard input.judgesCommit else { return }
    let (seen, now) = (input.seen, input.now)
    let today = now.description
    for index in findings.indices {
      let dates = seen[findings[index].id]
      findings[index].firstSeen = dates.map { min($0.first, now).description } ?? today
      findings[index].lastSeen = dates.map { max($0.last, now).description } ?? today
    }
  }
}
