import GitHistory
import GitPacks

/// Searches only the objects that were not searched before, and gives what a search of all gives.
struct RememberingSearch: Sendable {
  let memory: ScanMemory
  let engine: any ObjectSearchEngine
  let forest: DeltaForest

  func run(_ progress: @escaping ScanProgress.Handler) async throws -> ObjectSearchResult {
    // Only where every object is known by kind does the memory say something about all of them.
    guard forest.problems.isEmpty, forest.unreadable.isEmpty, let known = memory.searched(),
      let news = ObjectNews(forest, known.ids)
    else {
      let result = try await engine.search(.all, progress: progress)
      if let searched = SearchedObjects(result) { memory.keep(searched) }
      return result
    }
    var result =
      news.unknown.isEmpty
      ? ObjectSearchResult() : try await engine.search(.these(news.unknown), progress: progress)
    let isWhole = result.gaps.isEmpty && result.unreadable.isEmpty
    result.hits += known.hits
    result.pointers += known.pointers
    result.bytes += known.bytes
    result.blobs = ObjectList(.blob, in: forest)
    result.commits = ObjectList(.commit, in: forest)
    result.trees = ObjectList(.tree, in: forest)
    result.tags = ObjectList(.tag, in: forest)
    result.sort()
    if isWhole, !news.unknown.isEmpty, let searched = SearchedObjects(result) {
      memory.keep(searched)
    }
    return result
  }
}
