import FindingModel

extension [Finding] {
  /// Failing before the rest, then by severity, then by identity: what a cut keeps.
  var worstFirst: [Finding] {
    // Places are sorted, not findings: each move of a finding would count all its texts anew.
    let keys = indices.map { Key($0, self[$0]) }
    return keys.sorted().map { self[$0.place] }
  }
}

private struct Key: Comparable {
  var place: Int
  var rank: Int
  var id: String

  init(_ place: Int, _ finding: Finding) {
    self.place = place
    rank = finding.counted.rank + (finding.failing == true ? 10 : 0)
    id = finding.id
  }

  static func < (left: Key, right: Key) -> Bool {
    left.rank == right.rank ? left.id < right.id : left.rank > right.rank
  }
}

extension GateOutcome {
  /// Whether something that had to be looked at was not: what is absent may still be there.
  var lacksEvidence: Bool {
    verdict == .incomplete || reasons.contains { $0.kind == .incomplete }
  }
}
