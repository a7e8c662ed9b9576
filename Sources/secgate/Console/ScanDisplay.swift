import Foundation
import GateEngine
import GateReporting
import SecretScanning
import Synchronization

/// What a run is doing: a bar for the native scan and a line for each tool on a terminal, plain
/// lines elsewhere, nothing with `-q`. Nothing is shown of what ends within half a second.
final class ScanDisplay: Sendable {
  private struct Line {
    var text: String
    var started = ContinuousClock.now
    var ended: String?
  }

  private struct State {
    var progress: ScanProgress?
    var lines: [String: Line] = [:]
    var order: [String] = []
    /// Lines of ours that stand on the screen now.
    var drawn = 0
    var last = ContinuousClock.now
    var times = PhaseTimes()
    /// Whether what the phases took is still to be told.
    var tellsTimes: Bool
  }

  private let state: Mutex<State>
  private let started = ContinuousClock.now
  private let quiet: Bool
  private let terminal: Bool
  private let style: TerminalStyle
  private let ticker: Task<Void, Never>?
  private let redraw: Redraw

  /// What the ticking task calls, so that it does not hold the display itself.
  private final class Redraw: Sendable {
    let body = Mutex<(@Sendable () -> Void)?>(nil)
    func call() { body.withLock { $0 }?() }
  }

  init(_ global: GlobalOptions) {
    quiet = global.quiet
    style = global.style
    state = Mutex(State(tellsTimes: global.verbose && !global.quiet))
    let terminal = Console.isTerminal(.standardError) && !FlagEnvironment().isCI
    self.terminal = terminal
    let redraw = Redraw()
    self.redraw = redraw
    ticker =
      quiet || !terminal
      ? nil
      : Task.detached {
        while !Task.isCancelled {
          guard (try? await Task.sleep(for: .milliseconds(150))) != nil else { return }
          redraw.call()
        }
      }
    redraw.body.withLock { body in body = { [weak self] in self?.draw() } }
  }

  /// Cheap enough to be called often.
  func handle(_ event: RunEvent) {
    guard !quiet else { return }
    switch event {
    case .searching(let progress): show(progress)
    case .searched: state.withLock { $0.progress = nil }
    case .toolStarted(let tool, let target): start(tool, target)
    case .toolEnded(let tool, let target, let findings, let problem):
      end(tool, target, findings, problem)
    }
  }

  /// Removes what is drawn and tells what the phases took, with `-v`; the answer comes after it.
  func finish() {
    ticker?.cancel()
    redraw.body.withLock { $0 = nil }
    let drawn = state.withLock { state in
      defer { state.drawn = 0 }
      return state.drawn
    }
    if drawn > 0 { Console.write("\u{1B}[\(drawn)A\u{1B}[J", to: .standardError) }
    let table = state.withLock { state -> String? in
      defer { state.tellsTimes = false }
      return state.tellsTimes ? state.times.table() : nil
    }
    if let table { Console.note(table) }
  }

  private func show(_ progress: ScanProgress) {
    let line = state.withLock { state -> String? in
      state.progress = progress
      state.times.enter(progress.phase)
      let now = ContinuousClock.now
      // Plain lines: a job's log needs a sign of life, no more.
      guard !terminal, now - started > .seconds(30), now - state.last > .seconds(30) else {
        return nil
      }
      state.last = now
      return words(progress)
    }
    if let line { Console.note("secgate: \(line)") }
  }

  private func start(_ tool: String, _ target: String) {
    let text = target == "." ? tool : "\(tool) \(VisibleText.make(target))"
    state.withLock { state in
      state.lines[tool + target] = Line(text: text)
      state.order.append(tool + target)
    }
    if !terminal { Console.note("secgate: \(text): running") }
  }

  private func end(_ tool: String, _ target: String, _ findings: Int, _ problem: String?) {
    let line = state.withLock { state -> String in
      guard var line = state.lines[tool + target] else { return "" }
      let seconds = (ContinuousClock.now - line.started).components.seconds
      let answer = problem.map { "broken: " + VisibleText.make($0) } ?? "done, \(findings) findings"
      line.ended = answer
      state.lines[tool + target] = line
      return "\(line.text): \(answer) (\(seconds) s)"
    }
    if !terminal, !line.isEmpty { Console.note("secgate: \(line)") }
  }

  private func words(_ progress: ScanProgress) -> String {
    let share = progress.total > 0 ? min(100, progress.done * 100 / progress.total) : 0
    return "secrets: \(progress.phase.rawValue) \(share) %"
  }

  private func draw() {
    guard ContinuousClock.now - started > .milliseconds(500) else { return }
    let text = state.withLock { state -> String in
      var lines: [String] = []
      if let progress = state.progress { lines.append(bar(progress)) }
      for key in state.order {
        guard let line = state.lines[key], line.ended == nil else { continue }
        let seconds = (ContinuousClock.now - line.started).components.seconds
        lines.append("  \(line.text): running, \(seconds) s")
      }
      // A line that wraps would be two on the screen and one here.
      let fitting = lines.map { String($0.prefix(style.width - 1)) }
      let up = state.drawn > 0 ? "\u{1B}[\(state.drawn)A\u{1B}[J" : ""
      state.drawn = fitting.count
      return up + fitting.map { $0 + "\n" }.joined()
    }
    Console.write(text, to: .standardError)
  }

  private func bar(_ progress: ScanProgress) -> String {
    let width = 28
    let share = progress.total > 0 ? min(1, Double(progress.done) / Double(progress.total)) : 0
    let full = Int(share * Double(width))
    let bar = String(repeating: "━", count: full) + String(repeating: "─", count: width - full)
    return "  secrets \(bar) \(Int(share * 100)) %  \(progress.phase.rawValue)"
  }
}
