import FindingModel

/// Joins the sightings of each secret to one finding.
struct FindingAssembly {
  /// More places than a person reads; the count of paths is kept.
  static let mostLocations = 100

  let minimumConfidence: Confidence

  /// Findings, suspects and the inline comments, all sorted.
  func assemble(_ sightings: [Sighting], into result: inout SecretScanResult) {
    var byID: [String: [Sighting]] = [:]
    for sighting in sightings { byID[sighting.id, default: []].append(sighting) }
    for (id, unsorted) in byID {
      let sightings = unsorted.sorted { LocationChoice.precedes($0, $1) }
      let finding = finding(id, sightings)
      if finding.confidence >= minimumConfidence {
        result.findings.append(finding)
        result.suppressions += suppressions(id, sightings)
      } else {
        result.suspects.append(finding)
      }
    }
    result.findings.sort(by: Self.isWorse)
    result.suspects.sort(by: Self.isWorse)
    result.suppressions.sort {
      ($0.place, $0.what, $0.finding ?? "") < ($1.place, $1.what, $1.finding ?? "")
    }
  }

  private func finding(_ id: String, _ sightings: [Sighting]) -> Finding {
    let best = sightings.min { Self.isSurer($0, $1) } ?? sightings[0]
    let rule = best.rule
    var finding = Finding(
      id: id, category: .secret, severity: rule.severity, severitySource: .rule,
      confidence: best.confidence, title: rule.title, ruleID: rule.id)
    finding.description = rule.description
    finding.remediation = rule.remediation
    finding.references = rule.references
    finding.preview = best.preview
    finding.signals = best.signals.isEmpty ? nil : best.signals
    finding.basis = .secret
    finding.witnesses = Set(sightings.map(\.rule.id)).sorted().map {
      Witness(tool: "secgate", version: SecgateVersion.current, ruleID: $0)
    }
    let paths = Set(sightings.compactMap(\.location.path)).count
    finding.count = max(1, paths) + (sightings.map(\.morePaths).max() ?? 0)
    finding.locations = LocationChoice.locations(of: sightings)
    finding.exposure = finding.locations.compactMap(\.exposure).max { $0.rank < $1.rank }
    finding.state = isAllowed(sightings) ? .allowedInline : .new
    if finding.exposure == .unreachable { finding.remediation = remediation(rule) }
    return finding
  }

  /// Not in what others get by cloning: the way to be rid of it here.
  private func remediation(_ rule: RuleWords) -> String {
    let removal =
      "Only unreachable objects hold it: `git stash drop` if it is stashed, then "
      + "`git reflog expire --expire=now --all && git gc --prune=now` removes it."
    return rule.remediation.map { "\($0) \(removal)" } ?? removal
  }

  /// What stands there now decides; of what is only in history, every place must carry a comment.
  private func isAllowed(_ sightings: [Sighting]) -> Bool {
    let current = sightings.filter(\.isCurrent)
    return (current.isEmpty ? sightings : current).allSatisfy { $0.comment != nil }
  }

  private func suppressions(_ id: String, _ sightings: [Sighting]) -> [Suppression] {
    var found: Set<Suppression> = []
    for sighting in sightings {
      guard let comment = sighting.comment else { continue }
      let place = sighting.location.path ?? sighting.location.object ?? ""
      var suppression = Suppression(
        kind: "inline-comment", tool: "secgate",
        place: sighting.location.line.map { "\(place):\($0)" } ?? place, what: comment,
        counts: true)
      suppression.finding = id
      found.insert(suppression)
    }
    return Array(found)
  }

  private static func isSurer(_ left: Sighting, _ right: Sighting) -> Bool {
    if left.confidence != right.confidence { return left.confidence > right.confidence }
    if left.rule.isGeneric != right.rule.isGeneric { return right.rule.isGeneric }
    if left.rule.severity != right.rule.severity { return left.rule.severity > right.rule.severity }
    return left.rule.id < right.rule.id
  }

  private static func isWorse(_ left: Finding, _ right: Finding) -> Bool {
    left.severity == right.severity ? left.id < right.id : left.severity > right.severity
  }
}
