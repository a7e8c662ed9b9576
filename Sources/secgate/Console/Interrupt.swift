import Foundation
import Synchronization

/// Ctrl-C and TERM end a run in order: tools are killed, temporary files removed, nothing half
/// recorded. A second one ends it at once.
enum Interrupt {
  private static let wanted = Atomic<Int>(0)
  nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []

  static var isRequested: Bool { wanted.load(ordering: .relaxed) > 0 }

  static func install() {
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if wanted.add(1, ordering: .relaxed).newValue > 1 {
          Foundation._exit(ExitStatus.interrupted)
        }
      }
      source.resume()
      // Written once, before anything else runs.
      unsafe sources.append(source)
    }
  }

  /// Runs `body` in a task that is cancelled when the user interrupts.
  static func cancelling<Result: Sendable>(
    _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask { try await body() }
      group.addTask {
        while !isRequested { try await Task.sleep(for: .milliseconds(50)) }
        return nil
      }
      defer { group.cancelAll() }
      guard let first = try await group.next(), let result = first else {
        group.cancelAll()
        while try await group.next() != nil {}
        throw CancellationError()
      }
      return result
    }
  }
}

/// A reader that closes its end must not kill the program.
enum BrokenPipe {
  static func ignore() { signal(SIGPIPE, SIG_IGN) }
}
