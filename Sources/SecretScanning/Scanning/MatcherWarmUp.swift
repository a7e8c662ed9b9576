import Synchronization

/// Lets a matcher build its fast searcher, which takes a tenth of a second, beside other work.
final class MatcherWarmUp: Sendable {
  /// A worker changes to the fast searcher after its first mebibyte.
  private static let enough = (1 << 20) + 1

  private let matcher: any SecretMatcher
  private let task = Mutex<Task<Void, Never>?>(nil)

  init(_ matcher: any SecretMatcher) { self.matcher = matcher }

  /// Begins, unless it has begun.
  func begin() {
    let matcher = matcher
    task.withLock { task in
      guard task == nil else { return }
      task = Task.detached {
        let blank = [UInt8](repeating: 0x20, count: Self.enough)
        // Whoever searches meets the same error, and tells it.
        _ = try? matcher.makeWorker().matches(in: blank.span)
      }
    }
  }

  /// Waits for the end of what has begun: nothing of it is left when the process ends.
  func end() async { await task.withLock { $0 }?.value }
}
