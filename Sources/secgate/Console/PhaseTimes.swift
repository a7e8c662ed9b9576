import Foundation
import SecretScanning

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What each phase of a native scan took, for `-v`: seconds of wall clock, and of CPU time of all
/// threads of this program.
struct PhaseTimes {
  private struct Row {
    var name: String
    var wall = Duration.zero
    var processor = 0.0
  }

  private var rows = [Row(name: "opening")]
  private var phase: ScanProgress.Phase?
  private var current = 0
  private var wall = ContinuousClock.now
  /// What came before the first look at the clock belongs to the first phase.
  private var processor = 0.0

  /// - Parameter phase: the same as before, mostly: then nothing is done.
  mutating func enter(_ phase: ScanProgress.Phase) {
    if self.phase == phase { return }
    self.phase = phase
    close()
    if let known = rows.firstIndex(where: { $0.name == phase.rawValue }) {
      current = known
    } else {
      current = rows.count
      rows.append(Row(name: phase.rawValue))
    }
  }

  private mutating func close() {
    let (wall, processor) = (ContinuousClock.now, Self.processorTime())
    rows[current].wall += wall - self.wall
    rows[current].processor += processor - self.processor
    (self.wall, self.processor) = (wall, processor)
  }

  /// A table of all phases so far, in the order in which they began.
  mutating func table() -> String {
    close()
    var sum = Row(name: "in all")
    for row in rows {
      sum.wall += row.wall
      sum.processor += row.processor
    }
    let head = Self.line("phase", "wall s", "CPU s")
    return ([head] + (rows + [sum]).map(Self.line)).joined(separator: "\n")
  }

  private static func line(_ row: Row) -> String {
    let wall = row.wall / .milliseconds(1) / 1000
    return line(
      row.name, String(format: "%.2f", wall), String(format: "%.2f", row.processor))
  }

  private static func line(_ name: String, _ wall: String, _ processor: String) -> String {
    func right(_ text: String) -> String {
      String(repeating: " ", count: max(0, 10 - text.count)) + text
    }
    return "secgate: " + name.padding(toLength: 12, withPad: " ", startingAt: 0) + right(wall)
      + right(processor)
  }

  /// Seconds of CPU time since this program began.
  private static func processorTime() -> Double {
    var time = timespec()
    guard unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
