public import FindingModel

/// What a page states about itself and `report --html --verify` computes anew.
public enum OutcomeDigests {
  /// - Parameters:
  ///   - policy: of the configuration in force.
  ///   - baseline: of the decisions that counted.
  public static func digests(of outcome: GateOutcome, policy: String, baseline: String) -> Digests {
    let evidence = evidence(outcome.runs ?? [])
    return Digests(
      policy: policy, baseline: baseline, evidence: evidence,
      verdict: verdict(outcome, [policy, baseline, evidence]))
  }

  /// Of the evidence that was judged, whatever its order.
  public static func evidence(_ runs: [Evidence]) -> String {
    let lines = runs.map { run in
      [
        run.id, run.tool, run.outcome.rawValue, run.looked.rawValue, run.commit ?? "",
        run.reportDigest ?? "", run.environment ?? "", run.target ?? "", String(run.count),
      ].joined(separator: "\u{0}")
    }
    return SHA256.hexadecimal(lines.sorted().joined(separator: "\n").utf8)
  }

  private static func verdict(_ outcome: GateOutcome, _ parts: [String]) -> String {
    let head = [
      outcome.verdict.rawValue, outcome.headline, outcome.scope.commit ?? "",
      outcome.scope.tree ?? "",
    ]
    var bytes = Array((head + parts).joined(separator: "\u{0}").utf8)
    for index in outcome.findings.indices {
      bytes.append(0x0a)
      bytes += outcome.findings[index].id.utf8
      bytes.append(0)
      bytes += outcome.findings[index].state.rawValue.utf8
      bytes.append(0)
      bytes += (outcome.findings[index].failing == true ? "true" : "false").utf8
    }
    var hasher = SHA256()
    hasher.update(bytes)
    return hasher.finalized().hexadecimal
  }
}
