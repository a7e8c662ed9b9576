/// What some commits reach and others do not: the content of a push or of `A..B`.
public struct NewObjects: Sendable {
  /// Oldest first.
  public var commits: [ObjectID] = []
  /// Annotated tags among the tips.
  public var tags: [ObjectID] = []
  /// Each blob that one of the commits (a merge too) has at a path where none of its parents has
  /// it, with those paths and the oldest such commit.
  public var blobs: [ObjectID: [Place]] = [:]
  /// Known commits that are parents of new ones.
  public var boundary: [ObjectID] = []
  /// New commits whose parents a shallow clone cut off: their whole tree counts as new.
  public var cutOff: [ObjectID] = []
  /// Objects that should be here and cannot be read.
  public var problems: [ObjectID: GitError] = [:]
}

extension Repository {
  /// The commits that `tips` reach and `known` do not, without looking at their content.
  public func newCommits(from tips: [ObjectID], excluding known: [ObjectID]) throws -> Set<ObjectID>
  {
    var walk = NewCommits(shallow: Set(try completeness().shallow))
    walk.run(
      from: try tips.compactMap { try peeled($0) },
      excluding: known.compactMap { try? peeled($0) ?? nil }, in: self)
    return Set(walk.commits.map(\.0))
  }

  /// - Parameters:
  ///   - tips: commits or tags, such as the pushed ids.
  ///   - known: commits or tags that are there already; those not here are passed over.
  ///   - commitsFound: is told the number of new commits before their trees are read, which takes
  ///     most of the time.
  /// - Throws: ``GitError`` for a tip that is not here.
  public func newObjects(
    from tips: [ObjectID], excluding known: [ObjectID], commitsFound: (Int) -> Void = { _ in }
  ) throws -> NewObjects {
    var result = NewObjects()
    let starts = try tips.compactMap { try start(at: $0, &result) }
    let excluded = known.compactMap { try? peeled($0) ?? nil }
    let shallow = Set(try completeness().shallow)
    var walk = NewCommits(shallow: shallow)
    walk.run(from: starts, excluding: excluded, in: self)
    result.cutOff = walk.commits.filter { shallow.contains($0.0) }.map(\.0).sorted()
    result.boundary = walk.boundary
    result.problems = walk.problems
    commitsFound(walk.commits.count)
    let graph = CommitGraph(walk.commits)
    var trees = NewTrees()
    for index in graph.oldestFirst() {
      result.commits.append(graph.commits[index])
      let parents = shallow.contains(graph.commits[index]) ? [] : graph.parents(of: index)
      trees.visit(
        graph.trees[index], of: graph.commits[index],
        parents: parents.compactMap { try? treeID(of: $0) }, in: self)
    }
    for (blob, places) in trees.blobs { result.blobs[blob, default: []] += places }
    result.problems.merge(trees.problems) { first, _ in first }
    return result
  }

  /// The commit at a tip; what a tip holds without a commit goes into the result.
  private func start(at tip: ObjectID, _ result: inout NewObjects) throws -> ObjectID? {
    var id = tip
    // Tags of tags are rare; a chain longer than this is an attack.
    for _ in 0..<16 where try header(of: id).kind == .tag {
      result.tags.append(id)
      id = try tag(id).target
    }
    switch try header(of: id).kind {
    case .commit: return id
    case .blob: result.blobs[id, default: []].append(Place(path: nil, commit: nil, reach: .refs))
    case .tag: throw GitError(.corruptObject, "tag \(tip) stands for a chain of too many tags")
    case .tree:
      for file in try files(at: id) where file.kind != .submodule {
        result.blobs[file.id, default: []].append(Place(path: file.path, commit: nil, reach: .refs))
      }
    }
    return nil
  }
}
