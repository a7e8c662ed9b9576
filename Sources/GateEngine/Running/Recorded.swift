import BaselineStore
public import FindingModel

/// What earlier commands recorded, as a judgement takes it.
public enum Recorded {
  /// Results of a commit or of commits with its tree, and of nothing else.
  static func results(of commit: String, tree: String, memory: inout Memory) -> [ToolResult] {
    memory.read([]) { store throws(StoreError) in try store.results(commit: commit, tree: tree) }
      .filter {
        $0.evidence.dirty != true && ($0.evidence.commit == commit || $0.evidence.tree == tree)
      }
      .map { ToolResult(evidence: $0.evidence, findings: $0.findings, run: $0.run) }
  }

  /// Results of the judged commit or its tree, and of no known commit, in the order of recording.
  ///
  /// The native scan's own earlier word is left out unless it is asked for: a scan says it anew.
  public static func results(of scope: Scope, memory: inout Memory, native: Bool = false)
    -> [ToolResult]
  {
    let results = memory.read([]) { store throws(StoreError) in
      try store.results(commit: scope.commit, tree: scope.tree)
    }
    .filter { native || $0.evidence.tool != "secgate" }
    .map { ToolResult(evidence: $0.evidence, findings: $0.findings, run: $0.run) }
    return OutsidePlaces.named(results)
  }
}
