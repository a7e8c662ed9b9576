/// A guard, ready to run. Plain memory, so that the hot loop counts no references; its owner frees
/// it.
@safe struct GuardAutomaton {
  private var rows: GuardStates
  /// Bytes that may stand before the literal.
  let previous: ByteSet
  /// Whether the content may begin with the literal.
  let allowsStart: Bool
  /// Where not 0: the first byte of an escape that must stand behind the literal or end right
  /// before it.
  private let wanted: UInt8
  /// Bytes that may stand before the literal, and whether the content may begin with it, where no
  /// escape ends there.
  private let unescaped: (previous: ByteSet, allowsStart: Bool)
  private let run: GuardRun?

  init(_ plan: GuardPlan) {
    wanted = plan.wanted
    rows = GuardStates(plan.rows, upTo: wanted == 0 ? nil : wanted)
    previous = wanted == 0 ? plan.previous : .all
    allowsStart = wanted != 0 || plan.allowsStart
    unescaped = (plan.previous, plan.allowsStart)
    run = plan.run
  }

  func free() { rows.free() }

  /// Bytes that may stand right behind the literal.
  var firstBytes: ByteSet { wanted == 0 ? rows.firstBytes : .all }

  /// Whether a byte, or the beginning of the content, may stand before the literal.
  func allows(_ byte: UInt8?) -> Bool { byte.map { previous.contains($0) } ?? allowsStart }

  /// Whether the pattern may match where these bytes stand, behind one that ``allows(_:)``.
  ///
  /// - Parameter marks: of these bytes.
  @inline(__always)
  mutating func verdict(
    _ bytes: borrowing GuardBytes, _ marks: inout EscapeMarks
  ) -> GuardVerdict {
    if wanted != 0 {
      if Escapes.mayEnd(before: bytes, wanted) { return .passed }
      guard bytes.previous.map({ unescaped.previous.contains($0) }) ?? unescaped.allowsStart
      else { return .rejectedNear }
      // What stands before the first escape is read as it is.
      let verdict = rows.verdict(bytes)
      guard verdict == .passed else { return verdict }
      if !marks.mayStand(wanted, around: bytes) { return .rejectedFar }
      return Escapes.mayStand(in: bytes, wanted) ? .passed : .rejectedFar
    }
    if let run, !run.occurs(in: bytes) { return .rejectedFar }
    return rows.verdict(bytes)
  }
}
