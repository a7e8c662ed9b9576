import Synchronization

/// Hands out the work of a scan in runs of neighbours, which the object databases read fastest.
final class WorkQueue: Sendable {
  private let next = Atomic<Int>(0)
  let count: Int
  private let run: Int
  private let beginning = ContinuousClock.now
  /// When a worker has last let others run: milliseconds since the beginning.
  private let yielded = Atomic<Int>(0)

  /// Other tasks of the process wait so long at most, besides the run at hand: each time costs a
  /// change of threads.
  private static let patience = 10

  init(count: Int, run: Int) {
    self.count = count
    self.run = max(run, 1)
  }

  /// The next run; nil when there is none, an error when the scan was cancelled.
  func take() async throws -> Range<Int>? {
    try Task.checkCancellation()
    // Other tasks of the process wait for this thread too.
    let now = Int(beginning.duration(to: .now) / .milliseconds(1))
    if now - yielded.load(ordering: .relaxed) >= Self.patience {
      yielded.store(now, ordering: .relaxed)
      await Task.yield()
    }
    let start = next.add(run, ordering: .relaxed).oldValue
    return start < count ? start..<min(start + run, count) : nil
  }

  /// Runs one task for each job and gives their results in no particular order.
  static func perform<Output: Sendable>(
    count: Int, jobs: Int, run: Int,
    _ body: @escaping @Sendable (WorkQueue) async throws -> Output
  ) async throws -> [Output] {
    let queue = WorkQueue(count: count, run: run)
    let workers = max(1, min(jobs, (count + run - 1) / max(run, 1)))
    return try await withThrowingTaskGroup(of: Output.self) { group in
      for _ in 0..<workers { group.addTask { try await body(queue) } }
      var results: [Output] = []
      for try await result in group { results.append(result) }
      return results
    }
  }
}
