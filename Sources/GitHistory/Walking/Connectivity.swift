/// Objects that trees name and no database holds.
public enum Connectivity {
  /// What trees name and is not there as they say.
  public struct Finding: Sendable {
    public var missing: Set<ObjectID> = []
    public var misnamed: Set<MisnamedObject> = []
    /// Trees that cannot be read.
    public var problems: [ObjectID: GitError] = [:]

    public init() {}

    public mutating func merge(_ other: Finding) {
      missing.formUnion(other.missing)
      misnamed.formUnion(other.misnamed)
      problems.merge(other.problems) { first, _ in first }
    }
  }

  /// Holds what some trees name against all objects of the repository.
  public static func check(
    _ trees: some Sequence<ObjectID>, against all: StoredObjects, _ repository: borrowing Repository
  ) -> Finding {
    var finding = Finding()
    for tree in trees {
      do {
        let links = try repository.links(of: tree)
        for id in links.trees where id != .emptyTree { finding.look(at: id, as: .tree, all) }
        for id in links.files where id != .emptyTree { finding.look(at: id, as: .blob, all) }
      } catch {
        finding.problems[tree] =
          error as? GitError ?? GitError(.library, "tree \(tree) cannot be read")
      }
    }
    return finding
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

extension Connectivity.Finding {
  fileprivate mutating func look(at id: ObjectID, as expected: ObjectKind, _ all: StoredObjects) {
    guard let kind = all.kind(of: id) else {
      if !all.isUnread(id) { missing.insert(id) }
      return
    }
    if let misnamed = MisnamedObject(id, as: expected, kind) { self.misnamed.insert(misnamed) }
  }
}
