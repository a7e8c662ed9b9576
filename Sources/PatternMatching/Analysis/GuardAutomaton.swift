/// A guard, ready to run. Plain memory, so that the hot loop counts no references; its owner frees
/// it.
@safe struct GuardAutomaton {
  private let rows: UnsafeMutablePointer<GuardRow>
  private let count: Int
  /// Bytes that may stand before the literal.
  let previous: ByteSet
  /// Whether the content may begin with the literal.
  let allowsStart: Bool
  /// Where not 0: the first byte of an escape that must stand behind the literal or end right
  /// before it.
  private let wanted: UInt8
  private let run: GuardRun?

  init(_ plan: GuardPlan) {
    count = plan.rows.count
    unsafe rows = .allocate(capacity: max(count, 1))
    for (index, steps) in plan.rows.enumerated() {
      unsafe (rows + index).initialize(to: GuardRow(steps))
    }
    previous = plan.previous
    allowsStart = plan.allowsStart
    wanted = plan.wanted
    run = plan.run
  }

  func free() {
    for index in 0..<count { unsafe rows[index].free() }
    unsafe rows.deallocate()
  }

  /// Bytes that may stand right behind the literal.
  var firstBytes: ByteSet {
    guard wanted == 0 else { return .all }
    return (0..<count).reduce(ByteSet()) { unsafe $0.union(rows[$1].firstBytes) }
  }

  /// Whether the pattern may match where these bytes stand.
  ///
  /// - Parameter marks: of these bytes.
  @inline(__always)
  func passes(_ bytes: borrowing GuardBytes, _ marks: inout EscapeMarks) -> Bool {
    if let byte = bytes.previous {
      if !previous.contains(byte) { return false }
    } else if !allowsStart {
      return false
    }
    var index = 0
    if wanted != 0 {
      if !marks.mayStand(wanted, around: bytes) { return false }
      if Escapes.mayEnd(before: bytes, wanted) { return true }
      return Escapes.mayStand(in: bytes, wanted)
    }
    if let run, !run.occurs(in: bytes) { return false }
    while index < count {
      if unsafe rows[index].passes(bytes) { return true }
      index += 1
    }
    return false
  }
}
