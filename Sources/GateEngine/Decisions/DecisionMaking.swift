import BaselineStore
public import FindingModel

/// Makes decisions out of what people say, and refuses those that would not count.
public struct DecisionMaking: Sendable {
  let policies: PolicyLayers
  let today: Day
  let feeds: ExploitFeeds
  /// The boundary that free text passes; a reason that it would change holds a secret.
  let mask: @Sendable (String) -> String

  public init(
    policies: PolicyLayers, today: Day, feeds: ExploitFeeds = ExploitFeeds(),
    mask: @escaping @Sendable (String) -> String
  ) {
    self.policies = policies
    self.today = today
    self.feeds = feeds
    self.mask = mask
  }

  /// `accept`, `accept --mitigated` and `false-positive`.
  public func decide(_ kind: Decision.Kind, on finding: Finding, _ words: DecisionWords)
    throws(DecisionRefusal) -> Decision
  {
    guard kind != .waiver else {
      throw DecisionRefusal(["a waiver names a check, not a finding: secgate waive CHECK"])
    }
    let decision = decision(kind, on: finding, words)
    try check(decision, severity: policies.severity(of: finding), words)
    return decision
  }

  /// The finding as it stands for its advisory in every manifest and image that has the package;
  /// nil where it is about no package.
  public static func everywhere(_ finding: Finding) -> Finding? {
    guard let key = DependencyKey(finding.id) else { return nil }
    var finding = finding
    finding.id = Fingerprint.dependency(advisory: key.advisory, purl: key.purl, scope: "*")
    return finding
  }

  /// `baseline adopt`: every open finding once, as known.
  ///
  /// - Throws: also where nothing is open.
  public func adopt(_ findings: [Finding], _ words: DecisionWords) throws(DecisionRefusal)
    -> [Decision]
  {
    let open = findings.filter(\.state.isOpen)
    guard !open.isEmpty else {
      throw DecisionRefusal(["nothing is open; there is nothing to adopt"])
    }
    var decisions: [Decision] = []
    for finding in open { decisions.append(try decide(.known, on: finding, words)) }
    return decisions.sorted { $0.id < $1.id }
  }

  /// `waive CHECK`.
  ///
  /// - Parameter requirements: what the configuration asks for.
  public func waive(_ check: String, _ words: DecisionWords, requirements: [Requirement])
    throws(DecisionRefusal) -> Decision
  {
    var problems: [String] = []
    let requirement = requirements.first { $0.check == check }
    if check == "secrets" || requirement?.anyOf.contains("secgate") == true {
      problems.append("the native secret scan cannot be waived")
    } else if requirement == nil {
      let names = requirements.map(\.check).sorted().joined(separator: ", ")
      problems.append("\(check) is no required check; there are: \(names.isEmpty ? "none" : names)")
    }
    guard problems.isEmpty else { throw DecisionRefusal(problems) }
    let decision = filled(
      Decision(
        id: Waivers.prefix + check, kind: .waiver, reason: words.reason, owner: words.owner,
        created: today, expires: words.expires), words)
    try self.check(decision, severity: nil, words)
    return decision
  }

  /// `renew ID --expires`: made anew on what the finding is now, so that it counts again.
  ///
  /// - Parameter finding: nil where it is gone; then there is nothing to renew.
  public func renew(_ decision: Decision, on finding: Finding?, expires: Day)
    throws(DecisionRefusal) -> Decision
  {
    guard decision.kind == .waiver || finding != nil else {
      throw DecisionRefusal(["\(decision.id): its finding is gone; secgate baseline prune"])
    }
    var renewed = decision
    renewed.created = today
    renewed.expires = expires
    if let finding {
      renewed.at = circumstances(finding)
      renewed.aliases = finding.identifiers.sorted()
    }
    var words = DecisionWords(reason: decision.reason, owner: decision.owner, expires: expires)
    words.justification = decision.justification
    try check(renewed, severity: finding.map(policies.severity), words)
    return renewed
  }

  /// `baseline import`: what another tool's file hides, as a decision on a finding that is there.
  ///
  /// - Parameter words: owner, and the expiry where the entry has none.
  public func take(_ entry: ForeignBaseline.Entry, on finding: Finding, _ words: DecisionWords)
    throws(DecisionRefusal) -> Decision
  {
    var own = words
    own.reason = words.reason.isEmpty ? mask(entry.reason ?? entry.words) : words.reason
    own.expires = entry.expires ?? (entry.kind == .falsePositive ? nil : words.expires)
    own.justification = entry.justification ?? words.justification
    return try decide(entry.kind, on: finding, own)
  }

  private func decision(_ kind: Decision.Kind, on finding: Finding, _ words: DecisionWords)
    -> Decision
  {
    var decision = filled(
      Decision(
        id: finding.id, kind: kind, reason: words.reason, owner: words.owner, created: today,
        expires: words.expires), words)
    decision.title = mask(finding.title)
    decision.aliases = finding.identifiers.sorted()
    decision.at = circumstances(finding)
    return decision
  }

  private func filled(_ decision: Decision, _ words: DecisionWords) -> Decision {
    var decision = decision
    decision.approver = words.approver
    decision.ticket = words.ticket
    decision.justification = words.justification
    return decision
  }

  private func circumstances(_ finding: Finding) -> Decision.Circumstances {
    Decision.Circumstances(
      severity: policies.severity(of: finding), fix: finding.package?.fixedIn.first ?? "none",
      kev: feeds.isExploited(finding), count: finding.count ?? 1)
  }

  /// Everything that would void it at once, and what must not be written down.
  private func check(_ decision: Decision, severity: Severity?, _ words: DecisionWords)
    throws(DecisionRefusal)
  {
    var problems: [String] = []
    for (name, text) in [("reason", decision.reason), ("owner", decision.owner)]
    where !text.contains(where: { !$0.isWhitespace }) {
      problems.append("--\(name) is missing")
    }
    if decision.expires.map({ $0 < today }) == true {
      problems.append("--expires \(decision.expires?.description ?? "") is in the past")
    }
    if let word = words.justification, !DecisionWords.justifications.contains(word) {
      let all = DecisionWords.justifications.joined(separator: ", ")
      problems.append("--justification \(word) is none of \(all)")
    }
    let texts = [
      decision.reason, decision.owner, decision.approver, decision.ticket, decision.justification,
    ]
    if texts.compactMap(\.self).contains(where: { mask($0) != $0 }) {
      problems.append("a text holds a secret, or characters that cannot be shown; say it without")
    }
    let rules = VoidReasons(policies: policies.all.map(\.settings.accept), today: today)
    for reason in rules.rules(decision, severity: severity, author: nil)
    where !reason.hasPrefix("expired") {
      problems.append("it would not count: it " + reason + lastDay(decision, severity, reason))
    }
    guard problems.isEmpty else { throw DecisionRefusal(problems) }
  }

  /// What to say instead of a day that the policy does not allow.
  private func lastDay(_ decision: Decision, _ severity: Severity?, _ reason: String) -> String {
    let limits = policies.all.compactMap { policy in
      severity.flatMap { policy.settings.accept.maxDays[$0] }
    }
    guard reason.hasPrefix("expires more than"), decision.kind != .waiver, let days = limits.min()
    else { return "" }
    let last = Day(sinceEpoch: decision.created.sinceEpoch + days)
    return "; --expires \(last) is the last day allowed"
  }
}
