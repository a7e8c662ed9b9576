/// Findings by state; `found` is their sum, `fixed` and suspects stand outside it.
public struct Counts: Codable, Sendable, Hashable {
  /// By severity as it counts, then by state.
  public var matrix: [String: [String: Int]]
  public var found: Int
  public var failing: Int
  public var fixed: Int

  public init() {
    matrix = [:]
    (found, failing, fixed) = (0, 0, 0)
  }

  /// Counts what `findings` hold.
  public init(_ findings: [Finding]) {
    self.init()
    struct Cell: Hashable {
      var severity: Severity
      var state: FindingState
    }
    var cells: [Cell: Int] = [:]
    for index in findings.indices {
      let state = findings[index].state
      if state == .fixed {
        fixed += 1
        continue
      }
      cells[Cell(severity: findings[index].counted, state: state), default: 0] += 1
      found += 1
      failing += findings[index].failing == true ? 1 : 0
    }
    for (cell, count) in cells {
      matrix[cell.severity.rawValue, default: [:]][cell.state.rawValue] = count
    }
  }

  public func count(_ severity: Severity, _ state: FindingState) -> Int {
    matrix[severity.rawValue]?[state.rawValue] ?? 0
  }
}
