/// The constants of a set in plain memory, for the hot loop. Written once, shared by all workers.
@safe final class PatternTables: @unchecked Sendable {
  // Only read after `init`.
  let lengths: UnsafeMutablePointer<Int32>
  let firstUses: UnsafeMutablePointer<Int32>
  let uses: UnsafeMutablePointer<LiteralUse>
  let plans: UnsafeMutablePointer<GuardPlan>
  let literalCount: Int
  let useCount: Int
  let guardCount: Int

  init(literals: [SearchedLiteral], uses: [LiteralUse], guards: [GuardPlan]) {
    (literalCount, useCount, guardCount) = (literals.count, uses.count, guards.count)
    unsafe lengths = .allocate(capacity: max(literals.count, 1))
    for (id, literal) in literals.enumerated() {
      unsafe lengths[id] = Int32(literal.bytes.count)
    }
    let sorted = uses.sorted {
      ($0.literal, $0.pattern, $0.guardNumber, $0.nearest, $0.encoding.rawValue)
        < ($1.literal, $1.pattern, $1.guardNumber, $1.nearest, $1.encoding.rawValue)
    }
    unsafe self.uses = .allocate(capacity: max(uses.count, 1))
    unsafe firstUses = .allocate(capacity: literals.count + 1)
    var literal = 0
    for (number, use) in sorted.enumerated() {
      unsafe (self.uses + number).initialize(to: use)
      while literal <= Int(use.literal) {
        unsafe firstUses[literal] = Int32(number)
        literal += 1
      }
    }
    while literal <= literals.count {
      unsafe firstUses[literal] = Int32(sorted.count)
      literal += 1
    }
    unsafe plans = .allocate(capacity: max(guards.count, 1))
    for (number, plan) in guards.enumerated() { unsafe (plans + number).initialize(to: plan) }
  }

  deinit {
    unsafe lengths.deallocate()
    unsafe firstUses.deallocate()
    unsafe uses.deallocate()
    unsafe plans.deinitialize(count: guardCount)
    unsafe plans.deallocate()
  }

  func use(_ number: Int32) -> LiteralUse { unsafe uses[Int(number)] }
}
