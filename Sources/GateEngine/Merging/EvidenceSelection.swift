import FindingModel

/// Which of all recorded results speak about the judged commit now.
struct EvidenceSelection {
  /// Those whose findings count and which requirements may use, in the order given.
  let current: [ToolResult]

  /// - Parameters:
  ///   - results: in the order of recording.
  ///   - commit: the judged commit; nil: a work tree or no repository.
  ///   - tree: its tree; the same content under another commit is the same evidence.
  ///   - anyCommit: tools that a requirement takes from any commit: what they found there counts.
  init(
    _ results: [ToolResult], commit: String?, tree: String?, anyCommit: Set<String> = []
  ) {
    var kept: [Key: [Int]] = [:]
    for (index, result) in results.enumerated() {
      let evidence = result.evidence
      guard
        Self.isAbout(evidence, commit, tree) || result.run == .max || evidence.commit == nil
          || anyCommit.contains(evidence.tool)
      else { continue }
      let key = Key(
        tool: evidence.tool, target: evidence.target ?? "", environment: evidence.environment ?? "",
        isBound: evidence.commit != nil)
      kept[key] = Self.kept(kept[key] ?? [], index, results)
    }
    current = kept.values.flatMap(\.self).sorted().map { results[$0] }
  }

  private struct Key: Hashable {
    var tool: String
    var target: String
    var environment: String
    /// A report of an unknown commit never hides one that is known to be of this commit.
    var isBound: Bool
  }

  /// Whether the evidence is of the judged content. The native scan's word is about a history, which
  /// two commits with one tree do not share.
  static func isAbout(_ evidence: Evidence, _ commit: String?, _ tree: String?) -> Bool {
    if let commit, evidence.commit == commit { return true }
    guard evidence.tool != Judgement.native, let tree, let own = evidence.tree else {
      return false
    }
    return own == tree && evidence.dirty != true
  }

  /// A later command's word takes the place of an earlier one's. One that broke or was cut short
  /// does not: what was found before it is still there.
  private static func kept(_ earlier: [Int], _ index: Int, _ results: [ToolResult]) -> [Int] {
    let now = results[index]
    guard now.evidence.outcome == .clean || now.evidence.outcome == .findings else {
      return earlier.filter {
        let outcome = results[$0].evidence.outcome
        return results[$0].run == now.run || outcome == .clean || outcome == .findings
      } + [index]
    }
    return earlier.filter { results[$0].run == now.run } + [index]
  }
}
