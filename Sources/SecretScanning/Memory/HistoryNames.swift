import GitHistory
import GitPacks

/// The references of a repository, and where they lead.
struct HistoryNames: Sendable {
  /// What is read before any object, so that objects which come meanwhile are not asked for.
  struct Listing: Sendable {
    let names: TipNames
    fileprivate let problems: [GitError]

    init(_ layout: RepositoryLayout) throws {
      let repository = try Repository.open(again: layout)
      let listing = try repository.references()
      names = try repository.tipNames(listing.references)
      problems = listing.problems
    }

    /// Those of the objects named that a forest reads as commits, sorted; none where somebody else
    /// could read another object of that name, since there is damage or a second copy.
    func commits(in forest: DeltaForest) -> [ObjectID] {
      guard forest.problems.isEmpty, forest.unreadable.isEmpty, forest.holdsEachOnce else {
        return []
      }
      let targets = names.references.compactMap(\.target)
      return zip(targets, forest.nodes(of: targets)).lazy
        .filter { _, node in node >= 0 && forest.kind(of: node) == .commit }.map(\.0).sorted()
    }
  }

  var references: [Reference]
  var tips: Tips
  var problems: [GitError]

  /// - Parameter commits: objects that are known to be commits, and to be there; sorted.
  init(_ layout: RepositoryLayout, commits: [ObjectID]) throws {
    try self.init(Listing(layout), layout, commits: commits)
  }

  init(_ listing: Listing, _ layout: RepositoryLayout, commits: [ObjectID]) throws {
    references = listing.names.references
    tips = try Repository.open(again: layout).tips(of: listing.names, known: commits)
    problems = listing.problems + tips.problems
  }
}
