import GitHistory

/// The references of a repository, and where they lead.
struct HistoryNames: Sendable {
  var references: [Reference]
  var tips: Tips
  var problems: [GitError]

  /// - Parameter commits: objects that are known to be commits, and to be there; sorted.
  init(_ layout: RepositoryLayout, commits: [ObjectID] = []) throws {
    let repository = try Repository.open(again: layout)
    let listing = try repository.references()
    references = listing.references
    tips = try repository.tips(references) { Self.holds(commits, $0) }
    problems = listing.problems + tips.problems
  }

  private static func holds(_ sorted: [ObjectID], _ id: ObjectID) -> Bool {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == id
  }
}
