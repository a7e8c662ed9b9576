import Testing

@testable import PatternMatching

/// Both literal searchers against looking at every place.
@Suite struct LiteralSearchTests {
  @Test(arguments: 0..<20, [true, false])
  func `both searchers find what stands there`(seed: Int, isFast: Bool) throws {
    var random = SeededGenerator(seed)
    let alphabet = Array("aAbB1_ \n\u{0}".utf8)
    func text(_ count: Int) -> [UInt8] {
      (0..<count).compactMap { _ in alphabet.randomElement(using: &random) }
    }
    let words = (0..<30).map { _ in text(Int.random(in: 2...16, using: &random)) }
    let sources = words.enumerated().map { id, word in
      let escaped = word.map { "\\x{\(String($0, radix: 16))}" }.joined()
      return PatternSource(id: "\(id)", pattern: (id % 2 == 0 ? "(?i)" : "") + escaped)
    }
    let set = try PatternSet(sources, options: .init(decodes: false))
    let worker = try PatternWorker(set)
    worker.fastThreshold = isFast ? 0 : .max
    for size in [0, 1, 2, 15, 16, 17, 400] {
      var content = text(size)
      if let word = words.randomElement(using: &random) { content += word }
      var matches: [PatternMatch] = []
      worker.matches(in: content.span, into: &matches)
      var expected: Set<[Int]> = []
      for (id, word) in words.enumerated() where content.count >= word.count {
        for start in 0...(content.count - word.count) {
          let part = content[start..<(start + word.count)]
          let same = id % 2 == 0 ? lowered(part) == lowered(word[...]) : Array(part) == word
          if same { expected.insert([id, start, word.count]) }
        }
      }
      #expect(
        Set(matches.map { [Int($0.pattern), $0.range.lowerBound, $0.range.count] }) == expected)
    }
  }

  private func lowered(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
  }
}
