import GitHistory
import GitPacks

extension SecretScan {
  /// Searches one shard of a repository's objects; nothing is attributed yet.
  ///
  /// - Parameter options: with the target `history`.
  /// - Throws: `ShardError` where the repository cannot be divided.
  public static func shard(
    _ selection: ShardSelection, _ options: SecretScanOptions, matcher: any SecretMatcher,
    progress: @escaping ScanProgress.Handler = { _ in }
  ) async throws -> ShardResult {
    let context = ScanContext(options: options, matcher: matcher, progress: progress)
    let work = try ShardWork(context, selection)
    let result = try await context.engine(work.layout, work.forest)
      .search(.these(work.objects), progress: progress)
    return ShardResult(
      selection, work.facts, searched: work.objects.map(\.description),
      unplaced: work.unplaced(result), result)
  }

  /// Joins all shards of one scan: references, files, attribution and judgement are done here.
  ///
  /// - Throws: `ShardError` naming the shard that is missing, foreign or packed in another way.
  public static func merge(
    _ shards: [ShardResult], _ options: SecretScanOptions, matcher: any SecretMatcher,
    progress: @escaping ScanProgress.Handler = { _ in }
  ) async throws -> SecretScanResult {
    guard case .history(let path) = options.target else {
      throw ShardError("only the search of a whole history is done in shards")
    }
    let context = ScanContext(options: options, matcher: matcher, progress: progress)
    return try await HistoryScan(context, shards: shards).run(path)
  }
}
