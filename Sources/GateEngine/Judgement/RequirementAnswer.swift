import FindingModel

/// What the evidence says to one requirement.
struct RequirementAnswer {
  /// Something that is missing, for a reason and for the row.
  struct Lack: Hashable {
    var code: String
    var text: String
  }

  let requirement: Requirement
  /// Results that speak to it, whatever is wrong with them.
  private(set) var used: [ToolResult] = []
  /// Empty: it is satisfied.
  private(set) var lacks: [Lack] = []
  private(set) var isDone = false
  private(set) var numbers: [String] = []
  let context: Context

  struct Context {
    var scope: Scope
    var now: Timestamp
    /// In force for the judged commit.
    var current: [ToolResult]
    /// All that is recorded, in the order of recording.
    var all: [ToolResult]
    var allowsDirty: Bool
    var allowsPartial: Bool
  }

  init(_ requirement: Requirement, _ context: Context) {
    self.requirement = requirement
    self.context = context
    let named = context.all.filter { speaks($0.evidence) }
    isDone = !named.isEmpty
    let current = context.current.filter { speaks($0.evidence) && isPlaced($0.evidence) }
    used = current
    guard !current.isEmpty else {
      lacks = [missing(named)]
      return
    }
    settle(current)
  }

  /// One tool that looked, whole, is enough; of that tool everything must hold.
  private mutating func settle(_ current: [ToolResult]) {
    var all: [Lack] = []
    for tool in requirement.anyOf {
      let own = current.filter { $0.evidence.tool == tool }
      if own.isEmpty { continue }
      let lacks = own.flatMap { self.lacks(of: $0) }
      for result in own {
        if let measurements = result.evidence.measurements {
          numbers += MeasuredValues(measurements: measurements).summary(requirement.targets.all)
        }
      }
      if lacks.isEmpty {
        self.lacks = []
        return
      }
      all += lacks
    }
    lacks = MergedFinding.unique(all)
  }

  /// The tool is one of those asked for; a sign-off must be the one.
  private func speaks(_ evidence: Evidence) -> Bool {
    guard requirement.anyOf.contains(evidence.tool) else { return false }
    guard evidence.tool == "sign-off", let checks = evidence.measurements?.checks else {
      return true
    }
    return checks.contains { isNamed($0.name) }
  }

  private func isNamed(_ name: String) -> Bool {
    name == requirement.check || requirement.check.hasSuffix("." + name)
  }

  private func isPlaced(_ evidence: Evidence) -> Bool {
    requirement.environment == nil || evidence.environment == requirement.environment
  }

  private func missing(_ named: [ToolResult]) -> Lack {
    let tools = requirement.anyOf.joined(separator: " or ")
    guard let last = named.last(where: { isPlaced($0.evidence) }) else {
      if let elsewhere = named.last?.evidence {
        let place = elsewhere.environment ?? "an unknown environment"
        return Lack(
          code: "other-environment",
          text: "\(elsewhere.tool) looked at \(place), asked is \(requirement.environment ?? "")")
      }
      return Lack(code: "not-done", text: "no evidence of \(tools); \(advice)")
    }
    let commit = last.evidence.commit.map { String($0.prefix(12)) } ?? "an unknown commit"
    return Lack(
      code: "other-commit", text: "the evidence of \(last.evidence.tool) belongs to \(commit)")
  }

  private var advice: String {
    guard let tool = requirement.anyOf.first else { return "" }
    if tool == "sign-off" { return "run: secgate sign-off \(requirement.check)" }
    if Self.launchTools.contains(tool) { return "run: secgate evidence add \(tool) FILE" }
    return "run it by secgate scan, or secgate import \(tool) FILE"
  }

  private static let launchTools = [
    "k6", "locust", "jmeter", "artillery", "junit", "playwright", "tap", "coverage", "check",
  ]

  /// What is wrong with one piece of evidence.
  private func lacks(of result: ToolResult) -> [Lack] {
    let evidence = result.evidence
    let name = evidence.target.map { "\(evidence.tool) (\($0))" } ?? evidence.tool
    var lacks: [Lack] = []
    func lack(_ code: String, _ text: String) {
      lacks.append(Lack(code: code, text: "\(name) \(text)"))
    }
    switch evidence.outcome {
    case .broken: lack("tool-broken", "broke: \(evidence.problems.first ?? "no reason given")")
    case .partial where !context.allowsPartial:
      lack("tool-partial", "did not finish: \(evidence.problems.first ?? "no reason given")")
    case .clean, .findings, .partial: break
    }
    if evidence.outcome != .broken {
      if evidence.looked == .unknown, evidence.source != "run", evidence.exitCode == nil {
        lack("looked-unknown", "does not prove that it looked; import it with --exit-code")
      }
      for text in emptiness(evidence) { lack("unknown-value", text) }
    }
    if result.run != .max { lacks += binding(evidence, name) }
    if let age = age(evidence) { lacks.append(Lack(code: "stale", text: "\(name) \(age)")) }
    return lacks
  }

  private func binding(_ evidence: Evidence, _ name: String) -> [Lack] {
    guard evidence.commit != nil else {
      return [
        Lack(code: "unknown-commit", text: "\(name) names no commit; import it with --commit REV")
      ]
    }
    guard requirement.sameCommit else { return [] }
    let isAbout = EvidenceSelection.isAbout(
      evidence, context.scope.commit, context.scope.tree)
    if !isAbout {
      return [Lack(code: "other-commit", text: "\(name) belongs to another commit")]
    }
    if evidence.dirty == true, !context.allowsDirty {
      return [Lack(code: "dirty", text: "\(name) looked at a work tree, not at the commit")]
    }
    return []
  }

  private func age(_ evidence: Evidence) -> String? {
    guard let limit = requirement.maxAge else { return nil }
    guard let made = evidence.end ?? evidence.start else {
      return "does not say when it was made; import it with --made-at TIME"
    }
    let age = context.now.seconds - made.seconds
    // Clocks of two machines differ; a day more is a wrong clock.
    if age < -86_400 { return "is dated in the future, \(made)" }
    guard age > limit else { return nil }
    return "is \(Quantity.durationText(age / 3600 * 3600)) old, at most "
      + "\(Quantity.durationText(limit)) are asked"
  }

  /// Launch evidence must hold every number that is asked for.
  private func emptiness(_ evidence: Evidence) -> [String] {
    let targets = requirement.targets.all
    guard let measurements = evidence.measurements else {
      return targets.map { "does not hold \($0.title)" }
    }
    let values = MeasuredValues(measurements: measurements)
    let relevant = (measurements.checks ?? []).filter {
      evidence.tool != "sign-off" || isNamed($0.name)
    }
    return values.emptiness(on: context.now.day, checks: relevant)
      + targets.filter { values.value($0.key) == nil }.map { "does not hold \($0.title)" }
  }
}
