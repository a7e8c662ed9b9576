/// The rows of a guard, run together as a deterministic automaton whose states are made when they
/// are first reached (lazy determinization, as Aho, Sethi and Ullman 1986, section 3.7): one look a
/// byte for all rows. What it says is what the rows say one by one.
///
/// Plain memory, so that the hot loop counts no references; its owner frees it.
@safe struct GuardStates {
  /// What stands in ``steps`` beside the places of states.
  private enum Step {
    static let unknown: UInt16 = 0
    static let fails: UInt16 = 1
    static let passes: UInt16 = 2
    /// Places are above.
    static let kinds = 3
  }

  /// Beyond, rows are run one by one: their states are too many to come back to. Their places must
  /// fit into ``steps``.
  private let mostStates: Int

  private let rows: UnsafeMutablePointer<GuardRow>
  private let rowCount: Int
  /// Whether a row asks for nothing.
  private let passesAlways: Bool
  private let classes: ByteClasses
  /// The class of the byte up to which the rows hold; no class where they hold to the end.
  private let openClass: Int
  /// Between the places of two states.
  private let stride: Int
  /// For each state and class of bytes the place of the next state; the first is left out.
  private var steps: UnsafeMutablePointer<UInt16>
  /// For each state the states of all rows.
  private var sets: UnsafeMutablePointer<UInt64>
  private var count = 0
  private var capacity = 8

  /// - Parameters:
  ///   - mark: a byte behind which anything may follow; nil where the rows hold to the end.
  ///   - mostStates: that are made; tests run out of fewer.
  init(_ plan: [[GuardPlan.Step]], upTo mark: UInt8? = nil, mostStates: Int = 512) {
    rowCount = plan.count
    let classes = ByteClasses(plan.joined().map(\.set) + (mark.map { [ByteSet($0)] } ?? []))
    self.classes = classes
    openClass = mark.map { classes[$0] } ?? -1
    stride = max(classes.count, Step.kinds)
    self.mostStates = min(mostStates, Int(UInt16.max) / stride - 2)
    unsafe rows = .allocate(capacity: max(rowCount, 1))
    unsafe steps = .allocate(capacity: (capacity + 1) * stride)
    unsafe steps.initialize(repeating: Step.unknown, count: (capacity + 1) * stride)
    unsafe sets = .allocate(capacity: capacity * max(rowCount, 1))
    unsafe sets.initialize(repeating: 0, count: capacity * max(rowCount, 1))
    var passesAlways = false
    for (index, steps) in plan.enumerated() {
      let row = GuardRow(steps, classes)
      unsafe (rows + index).initialize(to: row)
      unsafe sets[index] = row.initial
      if row.isPassed(row.initial) { passesAlways = true }
    }
    self.passesAlways = passesAlways
    count = 1
  }

  func free() {
    for index in 0..<rowCount { unsafe rows[index].free() }
    unsafe rows.deallocate()
    unsafe steps.deallocate()
    unsafe sets.deallocate()
    classes.free()
  }

  /// Bytes with which a row may begin.
  var firstBytes: ByteSet {
    if passesAlways { return .all }
    var alive = [Bool](repeating: false, count: classes.count)
    for number in alive.indices {
      alive[number] = (0..<rowCount).contains { index in
        let row = unsafe rows[index]
        return number == openClass || row.next(row.initial, number) != 0
      }
    }
    var bytes = ByteSet()
    for byte in UInt8.min...UInt8.max where alive[classes[byte]] { bytes.insert(byte) }
    return bytes
  }

  /// Whether these bytes may be the first of one of the rows.
  @inline(__always)
  mutating func verdict(_ bytes: borrowing GuardBytes) -> GuardVerdict {
    if passesAlways { return .passed }
    let end = bytes.count
    var place = stride
    var index = 0
    while index < end {
      let byteClass = classes[bytes[index]]
      var step = unsafe steps[place &+ byteClass]
      if step < Step.kinds {
        if step == Step.unknown { step = make(place, byteClass) }
        if step == Step.unknown {
          return passesOneByOne(bytes, from: index, place) ? .passed : .rejectedFar
        }
        if step == Step.passes { return .passed }
        if step < Step.kinds { return index < GuardBytes.near ? .rejectedNear : .rejectedFar }
      }
      place = Int(step)
      index &+= 1
    }
    guard bytes.endsContent else { return .passed }
    // That the content ends here was seen too.
    return end < GuardBytes.near ? .rejectedNear : .rejectedFar
  }

  /// Whether they may be, row by row from a state on.
  @inline(never)
  private func passesOneByOne(
    _ bytes: borrowing GuardBytes, from start: Int, _ place: Int
  ) -> Bool {
    let first = (place / stride - 1) * rowCount
    for number in 0..<rowCount {
      let row = unsafe rows[number]
      var state = unsafe sets[first + number]
      var index = start
      while index < bytes.count, state != 0 {
        let byteClass = classes[bytes[index]]
        if byteClass == openClass { return true }
        state = row.next(state, byteClass)
        if row.isPassed(state) { return true }
        index += 1
      }
      if state != 0, !bytes.endsContent { return true }
    }
    return false
  }

  /// Notes what follows a state on a class of bytes; ``Step/unknown`` where that is one state too
  /// many.
  @inline(never)
  private mutating func make(_ place: Int, _ byteClass: Int) -> UInt16 {
    if count == capacity {
      // What may be written below.
      guard capacity < mostStates else { return Step.unknown }
      grow()
    }
    let (from, new) = ((place / stride - 1) * rowCount, count * rowCount)
    var (isAlive, isPassed) = (false, byteClass == openClass)
    for index in 0..<rowCount {
      let row = unsafe rows[index]
      let state = unsafe row.next(sets[from + index], byteClass)
      if row.isPassed(state) { isPassed = true }
      if state != 0 { isAlive = true }
      unsafe sets[new + index] = state
    }
    var step = isPassed ? Step.passes : Step.fails
    if isAlive, !isPassed {
      let number = known(new) ?? count
      if number == count { count += 1 }
      step = UInt16((number + 1) * stride)
    }
    unsafe steps[place + byteClass] = step
    return step
  }

  /// The number of the state that the states of all rows at a place are.
  private func known(_ new: Int) -> Int? {
    var at = 0
    for number in 0..<count {
      var index = 0
      while index < rowCount, unsafe sets[at + index] == sets[new + index] { index += 1 }
      if index == rowCount { return number }
      at += rowCount
    }
    return nil
  }

  private mutating func grow() {
    let larger = min(2 * capacity, mostStates)
    let (used, all) = ((capacity + 1) * stride, (larger + 1) * stride)
    let newSteps = UnsafeMutablePointer<UInt16>.allocate(capacity: all)
    unsafe newSteps.update(from: steps, count: used)
    unsafe (newSteps + used).initialize(repeating: Step.unknown, count: all - used)
    unsafe steps.deallocate()
    unsafe steps = unsafe newSteps
    let newSets = UnsafeMutablePointer<UInt64>.allocate(capacity: larger * rowCount)
    unsafe newSets.update(from: sets, count: capacity * rowCount)
    unsafe sets.deallocate()
    unsafe sets = unsafe newSets
    capacity = larger
  }
}
