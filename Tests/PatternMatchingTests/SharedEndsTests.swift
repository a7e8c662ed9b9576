import Testing

@testable import PatternMatching

@Suite struct SharedEndsTests {
  /// Byte by byte.
  private func slow(_ base: [UInt8], _ content: [UInt8]) -> (Int, Int) {
    let most = min(base.count, content.count)
    let beginning = (0..<most).first { base[$0] != content[$0] } ?? most
    let rest = most - beginning
    let end =
      (0..<rest).first { base[base.count - 1 - $0] != content[content.count - 1 - $0] } ?? rest
    return (beginning, end)
  }

  @Test(arguments: 0..<40) func `they are what comparing byte by byte gives`(seed: Int) {
    var random = SeededGenerator(seed)
    for _ in 0..<50 {
      let base = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        UInt8.random(in: 0...1, using: &random)
      }
      var content = base
      if Bool.random(using: &random) {
        let at = Int.random(in: 0...content.count, using: &random)
        let end = min(content.count, at + Int.random(in: 0...9, using: &random))
        content.replaceSubrange(at..<end, with: [UInt8](repeating: 7, count: seed % 5))
      }
      let ends = SharedEnds(base.span, content.span)
      let (beginning, end) = slow(base, content)
      #expect(ends.beginning == beginning)
      #expect(ends.end == end)
      for copy in ends.copies {
        let (source, destination) = (Int(copy.source), Int(copy.destination))
        #expect(
          base[source..<(source + Int(copy.length))]
            == content[destination..<(destination + Int(copy.length))])
      }
    }
  }

  @Test func `what is repeated is no copy twice`() {
    let base = [UInt8](repeating: 0x61, count: 300)
    for count in [100, 300, 500] {
      let ends = SharedEnds(base.span, [UInt8](repeating: 0x61, count: count).span)
      #expect(ends.beginning == min(300, count))
      #expect(ends.end == 0)
      #expect(ends.copies.count == 1)
    }
  }
}
