import BaselineStore
import FindingModel

@testable import GateEngine

/// Made-up judgements, findings and decisions for all suites.
enum Sample {
  static let commit = String(repeating: "a", count: 40)
  static let tree = String(repeating: "b", count: 40)
  static let other = String(repeating: "c", count: 40)
  static let now = Timestamp("2026-11-25T12:00:00Z") ?? Timestamp(seconds: 0)
  static let today = now.day

  static func day(_ offset: Int) -> Day { Day(sinceEpoch: today.sinceEpoch + offset) }

  static func configuration(_ text: String = "") throws -> Configuration {
    try ConfigurationReader.read(Array(("version = 1\n" + text).utf8))
  }

  static func effective(_ text: String = "") throws -> EffectiveConfiguration {
    EffectiveConfiguration(try configuration(text), source: text.isEmpty ? "built-in" : "file")
  }

  static func scope(dirty: Bool = false) -> Scope {
    var scope = Scope(kind: "history", name: "demo")
    scope.commit = commit
    scope.tree = tree
    scope.dirty = dirty
    return scope
  }

  static func evidence(
    _ tool: String, _ category: Category, _ outcome: ToolOutcome = .findings
  ) -> Evidence {
    var evidence = Evidence(
      id: SHA256.hexadecimal(tool.utf8), tool: tool, category: category, source: "run",
      outcome: outcome, looked: .yes)
    evidence.commit = commit
    evidence.tree = tree
    evidence.start = now
    evidence.end = now
    return evidence
  }

  /// A result of the run that is being judged.
  static func result(
    _ tool: String, _ category: Category, _ findings: [Finding], _ outcome: ToolOutcome? = nil
  ) -> ToolResult {
    ToolResult(
      evidence: evidence(tool, category, outcome ?? (findings.isEmpty ? .clean : .findings)),
      findings: findings)
  }

  static func native(_ findings: [Finding] = []) -> ToolResult {
    result("secgate", .secret, findings)
  }

  /// A judgement of a repository with these results beside the native scan's.
  static func input(
    _ configuration: String = "", native findings: [Finding] = [], _ others: [ToolResult] = []
  ) throws -> JudgementInput {
    var input = JudgementInput(
      scope: scope(), now: now, configuration: try effective(configuration))
    input.results = [native(findings)] + others
    input.coverage = Coverage()
    return input
  }

  static func secret(
    _ name: String, _ severity: Severity = .high, path: String = "app.env",
    exposure: Exposure? = .head, commit: String? = nil
  ) -> Finding {
    var location = Location(path: path, line: 3)
    location.commit = commit ?? Self.commit
    location.exposure = exposure
    location.inHead = exposure == .head
    var finding = Finding(
      id: "sg1:sec:" + Fingerprint.digest([name]), category: .secret, severity: severity,
      severitySource: .rule, confidence: .high, title: "A key", ruleID: "example-key",
      locations: [location], witnesses: [Witness(tool: "secgate", ruleID: "example-key")])
    finding.exposure = exposure
    finding.basis = .secret
    finding.count = 1
    return finding
  }

  /// One tool's record of an advisory.
  static func advisory(
    _ tool: String, _ identifiers: [String], package: String = "urllib3",
    severity: Severity? = .high, scope: String? = "requirements.txt", fix: [String] = []
  ) -> Finding {
    var finding = Finding(
      id: "draft:\(tool):\(identifiers.joined(separator: ","))", category: .dependency,
      severity: severity ?? .medium, severitySource: severity == nil ? .none : .tool,
      title: "Flaw in \(package)", ruleID: identifiers.first ?? "x", identifiers: identifiers,
      witnesses: [
        Witness(tool: tool, ruleID: identifiers.first ?? "x", severity: severity?.rawValue)
      ])
    finding.package = Package(purl: "pkg:pypi/\(package)", name: package, fixedIn: fix)
    finding.basis = .dependency(scope: scope)
    return finding
  }

  static func code(
    _ line: Int, rule: String = "bandit:B602", path: String = "src/a.py",
    snippet: String = "run(x)",
    tool: String = "bandit", severity: Severity = .high
  ) -> Finding {
    var finding = Finding(
      id: "draft:\(line)", category: .code, severity: severity, severitySource: .tool,
      title: "Use of a shell", ruleID: "B602", identifiers: ["CWE-78"],
      locations: [Location(path: path, line: line)],
      witnesses: [Witness(tool: tool, ruleID: "B602", severity: "HIGH")])
    finding.basis = .code(rule: rule, path: path, snippet: Fingerprint.snippet(snippet))
    return finding
  }

  /// A decision as the command makes it: for thirty days, made on what the finding was.
  static func decision(
    on finding: Finding, _ kind: Decision.Kind = .acceptedRisk, days: Int = 10
  ) -> Decision {
    var decision = Decision(
      id: finding.id, kind: kind, reason: "no untrusted input", owner: "Ada", created: day(-1),
      expires: day(days))
    decision.aliases = finding.identifiers
    decision.at = Decision.Circumstances(
      severity: finding.severity, fix: finding.package?.fixedIn.first ?? "none",
      count: finding.count ?? 1)
    return decision
  }

  static func merged(_ results: [ToolResult]) -> [Finding] { FindingMerge(results).findings }
}
