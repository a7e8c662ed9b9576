import ReportReading

/// Which shards of a sharded run have been seen: one of three is not the suite.
struct ShardSet {
  private var seen: Set<Int> = []
  private var total = 0
  private var unsharded = 0

  mutating func add(_ shard: JSONValue) {
    guard let current = shard["current"].count, let total = shard["total"].count else {
      unsharded += 1
      return
    }
    seen.insert(current)
    self.total = max(self.total, total)
  }

  /// What is missing, nil where nothing is.
  var problem: String? {
    guard total > 1, seen.count < total else { return nil }
    return "\(seen.count) of \(total) shards are here"
  }
}
