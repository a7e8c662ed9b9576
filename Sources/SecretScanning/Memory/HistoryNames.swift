import GitHistory

/// The references of a repository, and where they lead.
struct HistoryNames: Sendable {
  var references: [Reference]
  var tips: Tips
  var problems: [GitError]

  init(_ layout: RepositoryLayout) throws {
    let repository = try Repository.open(again: layout)
    let listing = try repository.references()
    (references, tips) = (listing.references, try repository.tips(listing.references))
    problems = listing.problems + tips.problems
  }
}
