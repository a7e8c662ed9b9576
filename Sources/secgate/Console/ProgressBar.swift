import Foundation
import Synchronization

/// A bar on a terminal for anything longer than half a second, plain lines in CI, nothing with -q.
final class ProgressBar: Sendable {
  private struct State {
    var started = ContinuousClock.now
    var last = ContinuousClock.now
    var drawn = false
  }

  private let state = Mutex(State())
  private let quiet: Bool
  private let terminal: Bool
  private let label: String

  init(_ label: String, quiet: Bool) {
    self.label = label
    self.quiet = quiet
    terminal = Console.isTerminal(.standardError)
  }

  /// Cheap enough to be called often; draws ten times a second at most.
  func update(done: Int, total: Int, detail: String = "") {
    guard !quiet else { return }
    let draw = state.withLock { state -> Bool in
      let now = ContinuousClock.now
      let pause: Duration = terminal ? .milliseconds(100) : .seconds(30)
      let first: Duration = terminal ? .milliseconds(500) : .seconds(30)
      guard now - state.started > first, now - state.last > pause else { return false }
      state.last = now
      state.drawn = true
      return true
    }
    guard draw else { return }
    let share = total > 0 ? min(1, Double(done) / Double(total)) : 0
    if terminal {
      let width = 28
      let full = Int(share * Double(width))
      let bar = String(repeating: "━", count: full) + String(repeating: "─", count: width - full)
      Console.write(
        "\r\u{1B}[K  \(label) \(bar) \(Int(share * 100)) % \(detail)", to: .standardError)
    } else {
      Console.note("\(label): \(Int(share * 100)) % \(detail)")
    }
  }

  func finish() {
    let drawn = state.withLock { $0.drawn }
    if drawn, terminal { Console.write("\r\u{1B}[K", to: .standardError) }
  }
}
