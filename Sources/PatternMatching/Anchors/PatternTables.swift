/// The constants of a set in plain memory, for the hot loop. Written once, shared by all workers.
@safe final class PatternTables: @unchecked Sendable {
  /// What a hit needs to know of its literal.
  struct Literal {
    /// Bytes.
    var length: Int32
    var firstUse: Int32
  }

  // Only read after `init`.
  let literals: UnsafeMutablePointer<Literal>
  let uses: UnsafeMutablePointer<LiteralUse>
  let plans: UnsafeMutablePointer<GuardPlan>
  let literalCount: Int
  let useCount: Int
  let guardCount: Int

  init(literals: [SearchedLiteral], uses: [LiteralUse], guards: [GuardPlan]) {
    (literalCount, useCount, guardCount) = (literals.count, uses.count, guards.count)
    unsafe self.literals = .allocate(capacity: literals.count + 1)
    for (id, literal) in literals.enumerated() {
      unsafe (self.literals + id).initialize(
        to: Literal(length: Int32(literal.bytes.count), firstUse: 0))
    }
    unsafe (self.literals + literals.count).initialize(to: Literal(length: 0, firstUse: 0))
    unsafe self.uses = .allocate(capacity: max(uses.count, 1))
    // Dealt out by literal: a literal has one use or two, and thousands are sorted at every start.
    for use in uses { unsafe self.literals[Int(use.literal) + 1].firstUse += 1 }
    for literal in literals.indices {
      unsafe self.literals[literal + 1].firstUse += self.literals[literal].firstUse
    }
    var ends = [Int32](repeating: 0, count: literals.count)
    for use in uses {
      let literal = Int(use.literal)
      let first = unsafe Int(self.literals[literal].firstUse)
      var place = first + Int(ends[literal])
      ends[literal] += 1
      while place > first, unsafe Self.precedes(use, self.uses[place - 1]) {
        unsafe (self.uses + place).initialize(to: self.uses[place - 1])
        place -= 1
      }
      unsafe (self.uses + place).initialize(to: use)
    }
    unsafe plans = .allocate(capacity: max(guards.count, 1))
    for (number, plan) in guards.enumerated() { unsafe (plans + number).initialize(to: plan) }
  }

  /// The order of one literal's uses.
  private static func precedes(_ left: LiteralUse, _ right: LiteralUse) -> Bool {
    (left.pattern, left.guardNumber, left.nearest, left.encoding.rawValue)
      < (right.pattern, right.guardNumber, right.nearest, right.encoding.rawValue)
  }

  deinit {
    unsafe literals.deallocate()
    unsafe uses.deallocate()
    unsafe plans.deinitialize(count: guardCount)
    unsafe plans.deallocate()
  }

  func use(_ number: Int32) -> LiteralUse { unsafe uses[Int(number)] }
}
