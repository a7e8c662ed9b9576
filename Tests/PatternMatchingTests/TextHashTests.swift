import Testing

@testable import PatternMatching

@Suite struct TextHashTests {
  /// Of lengths below, at and above a block, and with what is left of one shorter than a pair.
  @Test func `texts that differ in a bit, in length or in what is told of them differ`() {
    let hash = TextHash()
    defer { hash.free() }
    var random = SeededGenerator(3)
    var seen = Set<[UInt64]>()
    var texts = 0
    func add(_ text: [UInt8], _ other: UInt64 = 2) {
      texts += 1
      let facts = (UInt64(text.count), other)
      let value = unsafe text.withUnsafeBufferPointer { bytes in
        unsafe bytes.baseAddress.map { unsafe hash($0, count: text.count, facts: facts) }
      }
      seen.insert(value.map { [$0.low, $0.high] } ?? [])
    }
    for count in [16, 17, 31, 32, 100, 1023, 1024, 1025, 1039, 1040, 2047, 2048, 2050, 65_536] {
      let text = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      add(text)
      add(text, 3)
      add(text, 1 << 63)
      add([UInt8](repeating: 0, count: count))
      for bit in stride(from: count % 7, to: 8 * count, by: count / 7) where bit % 8 != 7 {
        var other = text
        other[bit / 8] ^= 1 << UInt8(bit % 8)
        add(other)
      }
      // The last bytes one by one: they are read together with some before them.
      for place in max(0, count - 17)..<count {
        var other = text
        other[place] ^= 0x80
        add(other)
      }
    }
    #expect(seen.count == texts)
  }

  /// Blocks in another order are another text.
  @Test func `the order of blocks counts`() {
    let hash = TextHash()
    defer { hash.free() }
    let (first, second) = ([UInt8](repeating: 1, count: 1024), [UInt8](repeating: 2, count: 1024))
    func value(_ text: [UInt8]) -> TextHash.Value? {
      unsafe text.withUnsafeBufferPointer { bytes in
        unsafe bytes.baseAddress.map { unsafe hash($0, count: text.count, facts: (0, 0)) }
      }
    }
    #expect(value(first + second) != value(second + first))
    #expect(value(first + second) == value(first + second))
  }
}
