import FindingModel

extension Sequence<Finding> {
  /// Failing before the rest, then by severity, then by identity: what a cut keeps.
  var worstFirst: [Finding] {
    sorted { left, right in
      let (a, b) = (left.failing == true, right.failing == true)
      if a != b { return a }
      if left.counted != right.counted { return left.counted > right.counted }
      return left.id < right.id
    }
  }
}

extension GateOutcome {
  /// Whether something that had to be looked at was not: what is absent may still be there.
  var lacksEvidence: Bool {
    verdict == .incomplete || reasons.contains { $0.kind == .incomplete }
  }
}
