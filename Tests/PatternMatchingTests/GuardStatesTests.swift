import Testing

@testable import PatternMatching

/// Guards as they are run against what their plans say.
@Suite struct GuardStatesTests {
  private static let alphabet = Array("abcd%\\".utf8)

  private func steps(_ random: inout SeededGenerator) -> [GuardPlan.Step] {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in
      var set = ByteSet()
      for byte in Self.alphabet where Bool.random(using: &random) { set.insert(byte) }
      let minimum = Int.random(in: 0...6, using: &random)
      let maximum = max(1, minimum + Int.random(in: 0...9, using: &random))
      let isOpen = Int.random(in: 0..<4, using: &random) == 0
      return GuardPlan.Step(set: set, minimum: minimum, maximum: isOpen ? nil : maximum)
    }
  }

  private func content(_ random: inout SeededGenerator) -> [UInt8] {
    let kinds = Int.random(in: 1...Self.alphabet.count, using: &random)
    return (0..<Int.random(in: 0...140, using: &random)).map { _ in
      Self.alphabet[Int.random(in: 0..<kinds, using: &random)]
    }
  }

  /// Calls with each place of a content as a guard sees it: behind a literal of no bytes.
  private func places(_ content: [UInt8], _ body: (borrowing GuardBytes, ArraySlice<UInt8>) -> Void)
  {
    unsafe content.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      for place in stride(from: 0, through: content.count, by: 7) {
        let seen = unsafe GuardBytes(
          base, size: content.count, literalStart: place, literalEnd: place)
        body(seen, content[place..<min(place + GuardBytes.reach, content.count)])
      }
    }
  }

  /// Whether bytes begin with a row, or are the beginning of one and the content goes on.
  ///
  /// - Parameter mark: a byte behind which anything may follow.
  private func fits(
    _ steps: ArraySlice<GuardPlan.Step>, _ bytes: ArraySlice<UInt8>, _ endsContent: Bool,
    upTo mark: UInt8? = nil
  ) -> Bool {
    guard let step = steps.first else { return true }
    var rest = bytes
    var taken = 0
    while true {
      if taken >= step.minimum, fits(steps.dropFirst(), rest, endsContent, upTo: mark) {
        return true
      }
      if taken == step.maximum { return false }
      guard let byte = rest.popFirst() else { return !endsContent }
      if byte == mark { return true }
      guard step.set.contains(byte) else { return false }
      taken += 1
    }
  }

  @Test(arguments: 0..<60, [nil, UInt8(ascii: "%")])
  func `rows together say what they say one by one`(seed: Int, mark: UInt8?) {
    var random = SeededGenerator(seed)
    let rows = (0..<(1 + seed % 4)).map { _ in steps(&random) }
    var states = GuardStates(rows, upTo: mark, mostStates: seed % 3 == 0 ? 9 : 512)
    defer { states.free() }
    // One automaton for all: it makes its states as it goes, and runs out of them.
    for _ in 0..<40 {
      places(content(&random)) { seen, bytes in
        let expected = rows.contains { fits($0[...], bytes, seen.endsContent, upTo: mark) }
        let said = states.verdict(seen)
        #expect((said == .passed) == expected)
        if expected, let first = bytes.first { #expect(states.firstBytes.contains(first)) }
      }
    }
  }

  @Test func `what is rejected near is rejected whatever stands further`() {
    var rejected = 0
    for seed in 1000..<1060 {
      var random = SeededGenerator(seed)
      var states = GuardStates((0..<(1 + seed % 4)).map { _ in steps(&random) })
      defer { states.free() }
      for _ in 0..<60 {
        let first = content(&random)
        // Only what ends further than near may go on in another way.
        guard first.count >= GuardBytes.near, say(&states, first) == .rejectedNear else { continue }
        rejected += 1
        for _ in 0..<4 {
          let other = Array(first[..<GuardBytes.near]) + content(&random)
          #expect(say(&states, other) == .rejectedNear)
        }
      }
    }
    #expect(rejected > 300)
  }

  /// A word holds 63 places: what stands behind a run of up to a hundred is asked for all the same.
  @Test func `a run that is longer than a word leaves room for what follows`() {
    let colon = ByteSet(UInt8(ascii: ":"))
    let steps = GuardPlan.steps([
      PatternAtom(content: .bytes(ByteSet.letters), minimum: 1, maximum: 100),
      PatternAtom(content: .bytes(colon)),
    ])
    #expect(steps.map(\.set) == [.letters, colon])
    var states = GuardStates([steps])
    defer { states.free() }
    let letters = [UInt8](repeating: UInt8(ascii: "x"), count: 80)
    #expect(say(&states, letters + Array(": and more".utf8)) == .passed)
    #expect(say(&states, letters + Array("/ and more".utf8)) == .rejectedFar)
    #expect(say(&states, Array("example/".utf8)) == .rejectedNear)
  }

  /// Of a content behind a literal of no bytes.
  private func say(_ states: inout GuardStates, _ content: [UInt8]) -> GuardVerdict {
    unsafe content.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return .passed }
      return unsafe states.verdict(
        GuardBytes(base, size: content.count, literalStart: 0, literalEnd: 0))
    }
  }

  @Test(arguments: 0..<40) func `classes tell apart what a set does, and no more`(seed: Int) {
    var random = SeededGenerator(seed)
    let sets = (0..<(seed % 12)).map { _ in
      ByteSet(
        words: (random.next(), random.next(), random.next() & random.next(), UInt64(seed)))
    }
    let classes = ByteClasses(sets)
    defer { classes.free() }
    let all = UInt8.min...UInt8.max
    let kinds = Set(all.map { byte in sets.map { $0.contains(byte) } })
    #expect(classes.count == kinds.count)
    let pairs = Set(all.map { byte in [classes[byte]] + sets.map { $0.contains(byte) ? 1 : 0 } })
    #expect(pairs.count == kinds.count)
  }

  @Test(arguments: ["%41", "\\n", "\\x41", "\\u0041"])
  func `a mark is seen wherever an escape may stand`(escape: String) {
    let mark = UInt8(ascii: escape.hasPrefix("%") ? "%" : "\\")
    var near = 0
    for place in 0..<200 {
      var content = [UInt8](repeating: 0x61, count: 200)
      content.insert(contentsOf: escape.utf8, at: place)
      places(content) { seen, _ in
        guard Escapes.mayEnd(before: seen, mark) || Escapes.mayStand(in: seen, mark) else { return }
        near += 1
        var marks = EscapeMarks()
        let isSeen = marks.mayStand(mark, around: seen)
        #expect(isSeen)
      }
    }
    #expect(near > 1000)
  }

  @Test func `no marks are seen where there are none`() {
    for mark in [UInt8(ascii: "%"), UInt8(ascii: "\\")] {
      var content = [UInt8](repeating: 0x61, count: 200)
      // Behind what an escape's beginning may stand in.
      content[60] = mark
      unsafe content.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        var marks = EscapeMarks()
        let seen = unsafe GuardBytes(base, size: 200, literalStart: 10, literalEnd: 12)
        let isSeen = marks.mayStand(mark, around: seen)
        #expect(!isSeen)
      }
    }
  }
}
