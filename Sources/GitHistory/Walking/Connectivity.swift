/// Objects that trees name and no database holds.
public enum Connectivity {
  /// Of some trees: what they name and `all` does not have, with a tree that names it.
  ///
  /// - Parameter all: every object of the repository.
  public static func missing(
    in trees: some Sequence<ObjectID>, all: Set<ObjectID>, _ repository: borrowing Repository
  ) -> (missing: Set<ObjectID>, problems: [ObjectID: GitError]) {
    var missing: Set<ObjectID> = []
    var problems: [ObjectID: GitError] = [:]
    for tree in trees {
      do {
        let links = try repository.links(of: tree)
        for id in links.trees + links.files where !all.contains(id) && id != .emptyTree {
          missing.insert(id)
        }
      } catch {
        problems[tree] = error as? GitError ?? GitError(.library, "tree \(tree) cannot be read")
      }
    }
    return (missing, problems)
  }

  /// Those of `missing` that a reference reaches, where each loss matters; what is left over from
  /// pruned history misses objects by nature.
  public static func reachable(
    _ missing: Set<ObjectID>, graph: CommitGraph, tips: Tips, in repository: borrowing Repository
  ) throws -> [ObjectID: Place] {
    if missing.isEmpty { return [:] }
    let attribution = try Attribution(of: missing, graph: graph, tips: tips, in: repository)
    var found: [ObjectID: Place] = [:]
    for id in missing {
      found[id] = attribution.places(of: id).first { $0.reach != .unreachable }
    }
    return found
  }
}
