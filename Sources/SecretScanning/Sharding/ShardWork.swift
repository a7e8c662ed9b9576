import GitHistory
import GitPacks

/// A repository, opened to search one shard of it.
struct ShardWork {
  let layout: RepositoryLayout
  let forest: DeltaForest
  let facts: ShardFacts
  /// What belongs to the shard.
  let objects: [ObjectID]

  init(_ context: ScanContext, _ selection: ShardSelection) throws {
    guard case .history(let path) = context.options.target else {
      throw ShardError("only the search of a whole history is done in shards")
    }
    let repository = try context.open(path)
    let references = try repository.references().references
    let head = try repository.head().commit
    var layout = repository.layout
    let (store, forest) = DeltaForest.build(
      objects: layout.commonDirectory + "/objects", jobs: context.jobs)
    self.forest = forest
    if let problem = forest.problems.first {
      throw ShardError("the objects cannot be divided: \(problem)")
    }
    layout.avoided = SelfReferringDeltas.objects(in: forest)
    layout.soundPacks = Set(forest.soundPacks)
    self.layout = layout
    facts = ShardFacts(forest, store, references, head: head, context)
    let division = ShardDivision(forest, count: selection.count, selection.division)
    objects = division.objects()[selection.number - 1]
  }

  /// Kinds of the objects that the packs' reader does not know.
  func unplaced(_ result: ObjectSearchResult) -> [String: String] {
    if forest.unreadable.isEmpty { return [:] }
    let unknown = Set(forest.unreadable.map { ObjectID($0.name) })
    var kinds: [String: String] = [:]
    for (kind, ids) in result.kinds {
      for id in ids where unknown.contains(id) { kinds[id.description] = kind.rawValue }
    }
    return kinds
  }
}
