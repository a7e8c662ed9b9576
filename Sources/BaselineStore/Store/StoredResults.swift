public import FindingModel
import Foundation
import GRDB

/// One tool's recorded word, with the recording it came in.
public struct StoredResult: Sendable {
  /// Grows with each recording; the results of one command share it.
  public var run: Int
  public var evidence: Evidence
  /// Before merging, masked.
  public var findings: [Finding]
}

extension BaselineStore {
  /// What is recorded about a commit or its tree, and about no known commit, in the order of
  /// recording.
  public func results(commit: String?, tree: String?) throws(StoreError) -> [StoredResult] {
    let rows = try read {
      try Row.fetchAll(
        $0,
        sql: """
          SELECT run, record, findings FROM evidence
          WHERE commit_id = ? OR (tree = ? AND tree <> '') OR commit_id = '' ORDER BY seq
          """, arguments: [commit ?? "", tree ?? ""])
    }
    var results: [StoredResult] = []
    for row in rows {
      let evidence = try decoded(Evidence.self, row["record"])
      let findings: [Finding]
      do { findings = try FindingBlocks.decode(row["findings"]) } catch { throw damagedRecord }
      results.append(StoredResult(run: row["run"], evidence: evidence, findings: findings))
    }
    return results
  }
}
