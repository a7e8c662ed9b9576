/// One row of a guard, ready to run: bit-parallel over the positions of its steps (extended Shift-And,
/// Navarro and Raffinot 2002, section 4.2: optional and repeated characters).
///
/// Bit k of the state says that the bytes so far can be the first k positions. Plain memory, so that
/// the hot loop counts no references; its owner frees it.
@safe struct GuardRow {
  /// For each class of bytes the positions that take it.
  private let table: UnsafeMutablePointer<UInt64>
  /// States that stay on a byte of their position's set, by the position before them.
  private var loops: UInt64 = 0
  private var optionalStates: UInt64 = 0
  private var optionalFirst: UInt64 = 0
  private var optionalLast: UInt64 = 0
  private let final: UInt64
  /// The state before the first byte.
  let initial: UInt64

  /// - Parameter classes: that tell apart what the steps do.
  init(_ steps: [GuardPlan.Step], _ classes: ByteClasses) {
    unsafe table = .allocate(capacity: classes.count)
    unsafe table.initialize(repeating: 0, count: classes.count)
    var (at, loops) = (0, UInt64(0))
    var (states, first, last) = (UInt64(0), UInt64(0), UInt64(0))
    var blockStart: Int?
    for step in steps {
      let size = max(step.maximum ?? (step.minimum + (step.minimum == 0 ? 1 : 0)), 1)
      let mask = Self.bits(at, at + size)
      for byte in step.set.bytes { unsafe table[classes[byte]] |= mask }
      if step.minimum > 0, let start = blockStart {
        (states, first, last) = Self.closed(start, at, states, first, last)
        blockStart = nil
      }
      if size > step.minimum, blockStart == nil { blockStart = at + step.minimum }
      at += size
      if step.maximum == nil { loops |= 1 << UInt64(at - 1) }
    }
    if let start = blockStart {
      (states, first, last) = Self.closed(start, at, states, first, last)
    }
    self.loops = loops
    (optionalStates, optionalFirst, optionalLast) = (states, first, last)
    final = 1 << UInt64(at)
    initial = Self.closure(1, states, first, last)
  }

  func free() { unsafe table.deallocate() }

  private static func bits(_ low: Int, _ high: Int) -> UInt64 {
    (low..<high).reduce(0) { $0 | 1 << UInt64($1) }
  }

  /// Notes a block of optional positions from `start` up to `end`.
  private static func closed(
    _ start: Int, _ end: Int, _ states: UInt64, _ first: UInt64, _ last: UInt64
  ) -> (UInt64, UInt64, UInt64) {
    (states | bits(start, end + 1), first | 1 << UInt64(start), last | 1 << UInt64(end))
  }

  /// With every state that is reached over optional positions: the subtraction borrows through
  /// each block up to its lowest state that is set.
  @inline(__always)
  private static func closure(
    _ state: UInt64, _ states: UInt64, _ first: UInt64, _ last: UInt64
  ) -> UInt64 {
    let marked = state | last
    return state | (states & (~(marked &- first) ^ marked))
  }

  /// The state behind one more byte, of a class; 0 where nothing can follow.
  @inline(__always)
  func next(_ state: UInt64, _ byteClass: Int) -> UInt64 {
    let hits = unsafe table[byteClass]
    let stepped = (state & hits) << 1
    let stayed = state & ((hits & loops) << 1)
    return Self.closure(stepped | stayed, optionalStates, optionalFirst, optionalLast)
  }

  /// Whether the bytes so far are the whole row.
  @inline(__always)
  func isPassed(_ state: UInt64) -> Bool { state & final != 0 }
}
