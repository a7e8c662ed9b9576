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
    tips = try repository.tips(references, known: commits)
    problems = listing.problems + tips.problems
  }
}
