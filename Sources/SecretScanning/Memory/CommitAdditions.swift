import GitHistory

/// What new commits, trees and tags add to a remembered history, provided that they leave what is
/// old as it is.
struct CommitAdditions {
  /// The new commits.
  let records: [ObjectID: CommitRecord]
  /// Those of them that a reference reaches.
  let reachable: Set<ObjectID>

  /// Nil where something that the new objects name is missing, or where an old commit is reached
  /// now and was not before, or the other way round.
  init?(
    _ found: ObjectSearchResult, tips: [ObjectID], oldTips: [ObjectID], shallow: [ObjectID],
    _ tables: CommitTables, _ repository: borrowing Repository
  ) throws {
    var records: [ObjectID: CommitRecord] = [:]
    var named: Set<ObjectID> = []
    for id in found.commits {
      let record = try repository.commit(id)
      records[id] = record
      named.formUnion(record.parents)
      named.insert(record.tree)
    }
    for id in found.trees { named.formUnion(try TreeAdditions.links(of: id, repository)) }
    for id in found.tags { named.insert(try repository.tag(id).target) }
    guard named.allSatisfy({ repository.contains($0) }),
      !shallow.contains(where: { records[$0] != nil })
    else { return nil }
    let (added, removed) = Self.differences(tips, oldTips)
    var reachable: Set<ObjectID> = []
    var border: Set<ObjectID> = []
    var waiting = added
    while let id = waiting.popLast() {
      guard let record = records[id] else {
        border.insert(id)
        continue
      }
      if reachable.insert(id).inserted { waiting += record.parents }
    }
    guard border.isSuperset(of: removed) else { return nil }
    for id in border {
      guard try tables.entry(id)?.isReachable == true else { return nil }
    }
    (self.records, self.reachable) = (records, reachable)
  }

  /// Of two sorted lists what only the one holds, and only the other.
  private static func differences(_ now: [ObjectID], _ before: [ObjectID]) -> (
    added: [ObjectID], removed: [ObjectID]
  ) {
    var (added, removed): ([ObjectID], [ObjectID]) = ([], [])
    var (left, right) = (0, 0)
    while left < now.count || right < before.count {
      if right == before.count || (left < now.count && now[left] < before[right]) {
        added.append(now[left])
        left += 1
      } else if left == now.count || before[right] < now[left] {
        removed.append(before[right])
        right += 1
      } else {
        left += 1
        right += 1
      }
    }
    return (added, removed)
  }
}
