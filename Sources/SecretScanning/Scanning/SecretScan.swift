import GitHistory

/// The native scanner: what is to be searched goes in, findings with their places come out.
public enum SecretScan {
  /// Searches what `options` name. The result is the same for any number of jobs.
  ///
  /// - Throws: `GitError` where the target cannot be opened or named, `CancellationError` where
  ///   the task was cancelled. What concerns a single object or file is a gap in the coverage.
  public static func run(
    _ options: SecretScanOptions, matcher: any SecretMatcher,
    progress: @escaping ScanProgress.Handler = { _ in }
  ) async throws -> SecretScanResult {
    let context = ScanContext(options: options, matcher: matcher, progress: progress)
    switch options.target {
    case .history(let path): return try await HistoryScan(context).run(path)
    case .worktree(let path): return try await WorkTreeScan(context).run(path)
    case .staged(let path): return try await StagedScan(context).run(path)
    case .range(let path, let range): return try await RangeScan(context).run(path, range: range)
    case .push(let path, let request): return try await RangeScan(context).run(path, push: request)
    case .directory(let path): return try await FilesScan(context).run(directory: path)
    case .files(let paths): return try await FilesScan(context).run(files: paths)
    case .input(let bytes, let name): return try FilesScan(context).run(input: bytes, name: name)
    }
  }
}
