/// The guards of one worker: each is made when a literal first asks for it, and most of their work is
/// done by a glance at the byte before the literal and the one behind it.
///
/// Plain memory, so that the hot loop counts no references; its owner frees it. Automata are large
/// and lie far apart, glances are a few lines of the cache: most hits end at one.
@safe struct WorkerGuards {
  /// Classes of the two bytes that let a guard pass. Never rejects what the automaton accepts.
  private struct Glance {
    var previous: UInt8 = 0
    var next: UInt8 = 0
    var isReady = false
    /// Whether the class of the byte before is less than the guard says.
    var isRough = false
  }

  /// The glance of a use's guard: beside its number, so that a use is one look at memory.
  private struct Use {
    let guardNumber: Int32
    var glance = Glance()
  }

  /// Stands for a byte where the content begins or ends.
  private static let edge = 256
  /// Bits of a word.
  private static let mostClasses = 64

  private let automata: UnsafeMutablePointer<GuardAutomaton>
  private let glances: UnsafeMutablePointer<Glance>
  private let uses: UnsafeMutablePointer<Use>
  /// For each byte, and for the edge, a bit for each class that it belongs to.
  private let classes: UnsafeMutablePointer<UInt64>
  /// The classes so far; the first holds everything.
  private let sets: UnsafeMutablePointer<ByteSet>
  private var setCount = 1
  private let plans: UnsafePointer<GuardPlan>
  private let count: Int

  /// - Parameter tables: of the set; they must live as long as this.
  init(_ tables: PatternTables) {
    unsafe plans = UnsafePointer(tables.plans)
    count = tables.guardCount
    unsafe uses = .allocate(capacity: max(tables.useCount, 1))
    for number in 0..<tables.useCount {
      unsafe (uses + number).initialize(to: Use(guardNumber: tables.uses[number].guardNumber))
    }
    unsafe automata = .allocate(capacity: max(count, 1))
    unsafe glances = .allocate(capacity: max(count, 1))
    unsafe glances.initialize(repeating: Glance(), count: max(count, 1))
    unsafe classes = .allocate(capacity: Self.edge + 1)
    unsafe classes.initialize(repeating: 1, count: Self.edge + 1)
    unsafe sets = .allocate(capacity: Self.mostClasses)
    unsafe sets.initialize(repeating: .all, count: Self.mostClasses)
  }

  func free() {
    for number in 0..<count where unsafe glances[number].isReady { unsafe automata[number].free() }
    unsafe automata.deallocate()
    unsafe glances.deallocate()
    unsafe uses.deallocate()
    unsafe classes.deallocate()
    unsafe sets.deallocate()
  }

  /// What the guards of one place share: the classes of the bytes around the literal, and the marks
  /// of escapes there.
  struct Surroundings {
    fileprivate var previous: UInt64
    fileprivate var next: UInt64
    fileprivate var marks = EscapeMarks()
  }

  @inline(__always)
  func surroundings(_ bytes: borrowing GuardBytes) -> Surroundings {
    let previous = bytes.previous.map { Int($0) } ?? Self.edge
    let next = bytes.count > 0 ? Int(bytes[0]) : Self.edge
    return unsafe Surroundings(previous: classes[previous], next: classes[next])
  }

  /// Whether the pattern of a use may match where these bytes stand.
  @inline(__always)
  mutating func verdict(
    _ use: Int, _ bytes: borrowing GuardBytes, _ surroundings: inout Surroundings
  ) -> GuardVerdict {
    if unsafe !uses[use].glance.isReady {
      prepare(use: use)
      surroundings = self.surroundings(bytes)
    }
    let glance = unsafe uses[use].glance
    let both =
      surroundings.previous >> UInt64(glance.previous & 63)
      & surroundings.next >> UInt64(glance.next & 63)
    guard both & 1 == 1 else { return .rejectedNear }
    let number = unsafe Int(uses[use].guardNumber)
    if glance.isRough, unsafe !automata[number].allows(bytes.previous) { return .rejectedNear }
    return unsafe automata[number].verdict(bytes, &surroundings.marks)
  }

  @inline(never)
  private mutating func prepare(use: Int) {
    let number = unsafe Int(uses[use].guardNumber)
    if unsafe !glances[number].isReady { prepare(number) }
    unsafe uses[use].glance = glances[number]
  }

  private mutating func prepare(_ number: Int) {
    let automaton = unsafe GuardAutomaton(plans[number])
    unsafe (automata + number).initialize(to: automaton)
    let previous = classNumber(of: automaton.previous, holdsEdge: automaton.allowsStart)
    let isAny = automaton.previous == .all && automaton.allowsStart
    unsafe glances[number] = Glance(
      previous: previous, next: classNumber(of: automaton.firstBytes, holdsEdge: true),
      isReady: true, isRough: previous == 0 && !isAny)
  }

  /// 0, the class of everything, once there are too many.
  private mutating func classNumber(of set: ByteSet, holdsEdge: Bool) -> UInt8 {
    let edge: UInt64 = holdsEdge ? 1 : 0
    for number in 0..<setCount where unsafe sets[number] == set {
      if unsafe classes[Self.edge] >> UInt64(number) & 1 == edge { return UInt8(number) }
    }
    guard setCount < Self.mostClasses else { return 0 }
    let number = setCount
    setCount += 1
    unsafe sets[number] = set
    for byte in set.bytes { unsafe classes[Int(byte)] |= 1 << UInt64(number) }
    unsafe classes[Self.edge] |= edge << UInt64(number)
    return UInt8(number)
  }
}
