import FindingModel
import GitHistory
import GitPacks

/// Joins the results of shards to what one search of all objects gives, or says which shard is in
/// the way.
struct ShardMerge: Sendable {
  let shards: [ShardResult]
  let facts: ShardFacts
  let forest: DeltaForest

  func run() throws(ShardError) -> ObjectSearchResult {
    try checkWhole()
    let division = ShardDivision(forest, count: shards[0].count, shards[0].division)
    let due = division.objects()
    var result = ObjectSearchResult()
    for shard in shards.sorted(by: { $0.number < $1.number }) {
      try check(shard, due[shard.number - 1])
      for hit in shard.hits { result.hits.append(try objectHit(hit, shard)) }
      result.pointers += try ids(shard.pointers, shard)
      result.unreadable += try ids(shard.unreadable, shard)
      for (text, kind) in shard.unplaced.sorted(by: { $0.key < $1.key }) {
        try add(try ids([text], shard), kind, shard, to: &result)
      }
      result.gaps += shard.gaps
      result.bytes += shard.bytes
    }
    addKinds(to: &result)
    result.sort()
    return result
  }

  private func checkWhole() throws(ShardError) {
    guard let first = shards.first else { throw ShardError("no shard is given") }
    var seen: Set<Int> = []
    for shard in shards {
      guard shard.count == first.count, shard.division == first.division else {
        throw ShardError(
          "shard \(shard.number)/\(shard.count) by \(shard.division.rawValue) is of another scan "
            + "than shard \(first.number)/\(first.count) by \(first.division.rawValue)")
      }
      guard seen.insert(shard.number).inserted else {
        throw ShardError("shard \(shard.number)/\(shard.count) is given twice")
      }
    }
    let missing = (1...first.count).filter { !seen.contains($0) }
    guard missing.isEmpty else {
      let names = missing.prefix(20).map { "\($0)/\(first.count)" }.joined(separator: ", ")
      throw ShardError("missing: shard \(names)\(missing.count > 20 ? " and more" : "")")
    }
  }

  /// Holds a shard against this repository, these rules, and the objects it had to search.
  private func check(_ shard: ShardResult, _ due: [ObjectID]) throws(ShardError) {
    let name = "shard \(shard.number)/\(shard.count)"
    guard shard.version == SecgateVersion.current else {
      throw ShardError("\(name) was made by secgate \(shard.version)")
    }
    guard shard.rules == facts.rules else { throw ShardError("\(name) used other rules") }
    guard shard.objectSet == facts.objectSet else {
      throw ShardError("\(name) saw other objects than this repository has")
    }
    guard shard.references == facts.references else {
      throw ShardError("\(name) saw other references than this repository has")
    }
    guard shard.division == .object || shard.layout == facts.layout else {
      throw ShardError(
        "\(name) saw the objects packed in another way; use --shard-by object for clones of "
          + "their own")
    }
    let due = due.map(\.description)
    guard shard.searchedCount == due.count, shard.searched == ShardFacts.digest(due) else {
      throw ShardError("\(name) did not search the objects that belong to it")
    }
  }

  private func addKinds(to result: inout ObjectSearchResult) {
    result.blobs += ObjectList(.blob, in: forest)
    result.commits += ObjectList(.commit, in: forest)
    result.tags += ObjectList(.tag, in: forest)
    result.trees += ObjectList(.tree, in: forest)
  }

  /// Objects of which the packs' reader does not know the kind.
  private func add(
    _ ids: [ObjectID], _ kind: String, _ shard: ShardResult, to result: inout ObjectSearchResult
  ) throws(ShardError) {
    switch GitHistory.ObjectKind(rawValue: kind) {
    case .blob: result.blobs += ids
    case .commit: result.commits += ids
    case .tag: result.tags += ids
    case .tree: result.trees += ids
    case nil:
      throw ShardError("shard \(shard.number)/\(shard.count) names a kind that is none")
    }
  }

  private func ids(_ texts: [String], _ shard: ShardResult) throws(ShardError) -> [ObjectID] {
    var ids: [ObjectID] = []
    for text in texts {
      guard let id = ObjectID(text) else {
        throw ShardError("shard \(shard.number)/\(shard.count) names an object that is none")
      }
      ids.append(id)
    }
    return ids
  }

  private func objectHit(_ hit: ShardResult.Hit, _ shard: ShardResult) throws(ShardError)
    -> ObjectHit
  {
    let broken = ShardError("shard \(shard.number)/\(shard.count) holds a broken match")
    guard let id = ObjectID(hit.object), let kind = GitHistory.ObjectKind(rawValue: hit.kind)
    else { throw broken }
    var matches: [SecretMatch] = []
    for match in hit.matches {
      guard match.count == 4, match.allSatisfy({ $0 >= 0 && $0 <= Int(Int32.max) }) else {
        throw broken
      }
      matches.append(
        SecretMatch(
          rule: match[0], secret: match[1]..<match[1] + match[2], isJudged: match[3] == 1))
    }
    return ObjectHit(object: id, kind: kind, matches: matches)
  }
}
