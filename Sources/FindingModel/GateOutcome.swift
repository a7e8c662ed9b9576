/// Everything a judgement says: the one input of every report format.
public struct GateOutcome: Codable, Sendable {
  /// `secgate.report/1`.
  public var schema: String
  /// secgate's own version.
  public var version: String
  public var verdict: Verdict
  /// The verdict in words: `PASS (secrets; not looked at: pip-audit, trivy)`.
  public var headline: String
  public var scope: Scope
  public var reasons: [Reason]
  /// The conditions table; empty where the command judges no requirements.
  public var conditions: [Condition]
  public var counts: Counts
  /// Everything at or above `min_confidence`, worst first, then by id.
  public var findings: [Finding]
  /// Findings below `min_confidence`; only where they were asked for.
  public var suspects: [Finding]?
  /// All decisions in force, void, pending and stale ones included.
  public var decisions: [DecisionSummary]
  /// What is hidden without a decision of ours.
  public var suppressions: [Suppression]
  public var coverage: Coverage?
  public var policy: PolicySummary?
  /// The evidence judged; nil for `secrets`.
  public var runs: [Evidence]?
  public var trend: [TrendPoint]?
  /// Changes of policy, rules, baseline and hook configuration against the base, looser first.
  public var gateChanges: [GateChange]?
  public var digests: Digests?

  public init(verdict: Verdict, headline: String, scope: Scope) {
    schema = "secgate.report/1"
    version = SecgateVersion.current
    self.verdict = verdict
    self.headline = headline
    self.scope = scope
    reasons = []
    conditions = []
    counts = Counts()
    findings = []
    decisions = []
    suppressions = []
  }

  enum CodingKeys: String, CodingKey {
    case schema, version, verdict, headline, scope, reasons, conditions, counts, findings
    case suspects, decisions, suppressions, coverage, policy, runs, trend, digests
    case gateChanges = "gate_changes"
  }
}

/// What was judged.
public struct Scope: Codable, Sendable, Hashable {
  /// `history`, `worktree`, `staged`, `range`, `push`, `stdin`, `directory`, `files`.
  public var kind: String
  /// A name for people: the folder's or repository's, never an absolute path.
  public var name: String
  /// The judged commit; nil: a work tree, no commit yet, or no repository.
  public var commit: String?
  public var tree: String?
  public var branch: String?
  public var dirty: Bool
  /// The `A..B` of a range.
  public var range: String?
  /// The trusted base: the reference as given, and what it is.
  public var base: String?
  public var baseCommit: String?
  /// What people should know about the scope: "for the work tree, not for a commit".
  public var notes: [String]
  /// When it was judged; nil for `secrets`, whose output holds no time.
  public var at: Timestamp?

  public init(kind: String, name: String) {
    self.kind = kind
    self.name = name
    dirty = false
    notes = []
  }

  enum CodingKeys: String, CodingKey {
    case kind, name, commit, tree, branch, dirty, range, base, notes, at
    case baseCommit = "base_commit"
  }
}

/// One reason for the verdict, or a notice beside it.
public struct Reason: Codable, Sendable, Hashable {
  public enum Kind: String, Codable, Sendable { case fail, incomplete, notice }

  public var kind: Kind
  /// A stable word for machines: `open-findings`, `tool-broken`, `not-done`, `stale`, `gap`, …
  public var code: String
  /// One sentence: what, where, what to do.
  public var text: String
  public var findings: [String]
  public var check: String?

  public init(
    kind: Kind, code: String, text: String, findings: [String] = [], check: String? = nil
  ) {
    self.kind = kind
    self.code = code
    self.text = text
    self.findings = findings
    self.check = check
  }
}

/// One row of the conditions table.
public struct Condition: Codable, Sendable, Hashable {
  public enum Status: String, Codable, Sendable, CaseIterable {
    case pass, fail, incomplete
    /// No evidence at all; never hidden.
    case notDone = "not_done"
    case waived
  }

  /// The check's name: `dependencies.python`; the part before the first dot groups rows.
  public var check: String
  public var title: String
  /// What is asked: "no critical or high open, same commit".
  public var required: String
  /// What was found: "2 findings open", "p95 412 ms".
  public var result: String
  public var status: Status
  /// The tools that may answer it.
  public var anyOf: [String]
  /// Ids of the evidence that answers it.
  public var evidence: [String]
  public var findings: [String]

  public init(check: String, title: String, required: String, result: String, status: Status) {
    self.check = check
    self.title = title
    self.required = required
    self.result = result
    self.status = status
    anyOf = []
    evidence = []
    findings = []
  }

  enum CodingKeys: String, CodingKey {
    case check, title, required, result, status, evidence, findings
    case anyOf = "any_of"
  }
}

/// Something hidden without a decision in the store.
public struct Suppression: Codable, Sendable, Hashable {
  /// `inline-comment`, `tool-config`, `report`, `rule-disabled`, `path-excluded`, `gap-allowed`.
  public var kind: String
  public var tool: String
  public var place: String
  public var what: String
  public var reason: String?
  /// The finding it hides, where there is one.
  public var finding: String?
  /// Whether it counts under the policy.
  public var counts: Bool

  public init(kind: String, tool: String, place: String, what: String, counts: Bool) {
    self.kind = kind
    self.tool = tool
    self.place = place
    self.what = what
    self.counts = counts
  }
}

/// The policy in force, for readers of the report.
public struct PolicySummary: Codable, Sendable, Hashable {
  /// `built-in`, `file`, or the base reference it was read from.
  public var source: String
  public var failOn: [Severity]
  public var unknownAs: Severity
  public var minConfidence: Confidence
  public var newOnly: Bool
  public var onlyFixed: Bool
  public var failOnExposure: [Exposure]
  public var allow: [Gap.Kind]
  /// Further keys that differ from the defaults, as written: `max_days.high = 90`.
  public var further: [String]

  public init(source: String) {
    self.source = source
    failOn = [.critical, .high]
    unknownAs = .high
    minConfidence = .medium
    newOnly = true
    onlyFixed = false
    failOnExposure = [.head, .refs, .worktree]
    allow = []
    further = []
  }

  enum CodingKeys: String, CodingKey {
    case source, allow, further
    case failOn = "fail_on"
    case unknownAs = "unknown_as"
    case minConfidence = "min_confidence"
    case newOnly = "new_only"
    case onlyFixed = "only_fixed"
    case failOnExposure = "fail_on_exposure"
  }
}

/// One earlier run, for the trend.
public struct TrendPoint: Codable, Sendable, Hashable {
  public var at: Timestamp
  public var commit: String?
  public var verdict: Verdict
  /// Open findings by severity.
  public var open: [String: Int]

  public init(at: Timestamp, commit: String?, verdict: Verdict, open: [String: Int]) {
    self.at = at
    self.commit = commit
    self.verdict = verdict
    self.open = open
  }
}

/// A change to the gate itself between base and head.
public struct GateChange: Codable, Sendable, Hashable {
  public enum Effect: String, Codable, Sendable { case looser, tighter, neutral }

  public var effect: Effect
  /// The key or file.
  public var subject: String
  public var before: String?
  public var after: String?
  /// Whether it counts already, or is pending until the base has it.
  public var counts: Bool

  public init(
    effect: Effect, subject: String, before: String?, after: String?, counts: Bool
  ) {
    self.effect = effect
    self.subject = subject
    self.before = before
    self.after = after
    self.counts = counts
  }
}

/// SHA-256 digests that `report --html --verify` recomputes from store and evidence.
public struct Digests: Codable, Sendable, Hashable {
  public var policy: String
  public var baseline: String
  public var evidence: String
  public var verdict: String

  public init(policy: String, baseline: String, evidence: String, verdict: String) {
    self.policy = policy
    self.baseline = baseline
    self.evidence = evidence
    self.verdict = verdict
  }
}
