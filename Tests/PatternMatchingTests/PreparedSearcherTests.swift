import Testing

@testable import PatternMatching

/// The fast searcher that was compiled at build time against one that is compiled here.
@Suite struct PreparedSearcherTests {
  private let sources = [
    PatternSource(id: "fixed", pattern: "AKIA[0-9A-Z]{16}"),
    PatternSource(id: "group", pattern: #"(?i:token)[ =:]{1,3}([a-z0-9]{12,40})"#, secretGroup: 1),
    PatternSource(id: "choice", pattern: "(?:gh[pousr]|github_pat)_[A-Za-z0-9]{20,40}"),
  ]
  private let content = Array(
    "x AKIAABCDEFGHIJKLMNOP Token: abcdefghijkl0123 ghp_abcdefghijklmnopqrstuv OWN-12345678".utf8)

  private func matches(_ set: PatternSet) throws -> [PatternMatch] {
    let worker = try PatternWorker(set)
    worker.fastThreshold = 0
    var matches: [PatternMatch] = []
    worker.matches(in: content.span, into: &matches)
    return matches
  }

  private func image(_ searcher: String) throws -> PatternImage {
    PatternImage(text: try PatternImage.text(of: sources), searcher: searcher)
  }

  @Test func `it finds the same`() throws {
    let expected = try matches(try PatternSet(sources))
    let set = try PatternSet(
      sources, image: try image(try PatternImage.searcherText(of: sources)))
    #if VECTORSCAN
      #expect(set.isPrepared)
      #expect(set.vectorscan(builds: false) != nil)
    #endif
    #expect(expected.map(\.pattern) == [0, 1, 2])
    #expect(try matches(set) == expected)
  }

  @Test(arguments: ["", "0", "oooooooo", "0123456789:;<=>?@ABC"])
  func `one that cannot be read is done without`(text: String) throws {
    let set = try PatternSet(sources, image: try image(text))
    #if VECTORSCAN
      #expect(set.vectorscan(builds: false) == nil)
    #endif
    #expect(try matches(set) == matches(try PatternSet(sources)))
  }

  @Test func `a damaged one is done without`() throws {
    var text = Array(try PatternImage.searcherText(of: sources).utf8)
    guard !text.isEmpty else { return }
    text[text.count / 2] = text[text.count / 2] == 0x30 ? 0x31 : 0x30
    let set = try PatternSet(sources, image: try image(String(decoding: text, as: UTF8.self)))
    #if VECTORSCAN
      #expect(set.vectorscan(builds: false) == nil)
    #endif
    #expect(try matches(set) == matches(try PatternSet(sources)))
  }

  @Test func `it is not used where there are further literals`() throws {
    let own = PatternSource(id: "own", pattern: "OWN-[0-9]{8}")
    let set = try PatternSet(
      sources + [own], image: try image(try PatternImage.searcherText(of: sources)))
    #expect(!set.isPrepared)
    #expect(try matches(set).map(\.pattern) == [0, 1, 2, 3])
  }

  @Test(arguments: 0..<9) func `bytes are read as they were written`(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 97 + 200) }
    let text = Array(SixBitText.write(bytes).utf8)
    let read = unsafe text.withUnsafeBufferPointer { unsafe SixBitText.read($0) }
    #expect(read == bytes)
  }
}
