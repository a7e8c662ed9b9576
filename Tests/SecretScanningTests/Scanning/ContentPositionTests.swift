import Testing

@testable import SecretScanning

@Suite struct ContentPositionTests {
  /// Byte by byte.
  private func slow(_ part: Range<Int>, _ content: [UInt8]) -> ContentPosition {
    let before = content.prefix(part.lowerBound)
    let line = before.filter { $0 == 0x0a }.count + 1
    let last = before[(before.lastIndex(of: 0x0a).map { $0 + 1 } ?? 0)...]
    let inside = part.dropLast().filter { $0 < content.count && content[$0] == 0x0a }
    return ContentPosition(
      line: line, column: last.filter { $0 & 0xc0 != 0x80 }.count + 1,
      endLine: line + inside.count)
  }

  @Test(arguments: 0..<60) func `positions are what counting byte by byte gives`(seed: Int) {
    // Lines of all lengths, and characters of one byte to four.
    let text = (0..<200).map { number in
      String(repeating: ["a", "é", "€", "😀"][number % 4], count: number * seed % 61) + "\n"
    }
    let content = Array(text.joined().utf8) + [UInt8](repeating: 0x0a, count: seed * 100)
    let parts = (0..<8).map { number in
      let start = (number * 7919 + seed * 104_729) % (content.count + 20)
      return start..<(start + number * 11)
    }
    for some in [parts, parts.sorted { $0.lowerBound < $1.lowerBound }, []] {
      let positions = ContentPosition.positions(of: some, in: content.span)
      #expect(positions == some.map { slow($0, content) })
    }
  }
}
