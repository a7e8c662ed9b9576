import Testing

@testable import PatternMatching

/// What is derived at build time against what is derived at the start.
@Suite struct PatternImageTests {
  private let sources = [
    PatternSource(id: "fixed", pattern: "AKIA[0-9A-Z]{16}"),
    PatternSource(id: "group", pattern: #"(?i:token)[ =:]{1,3}([a-z0-9]{12,40})"#, secretGroup: 1),
    PatternSource(id: "choice", pattern: "(?:gh[pousr]|github_pat)_[A-Za-z0-9]{20,40}"),
    PatternSource(id: "near", pattern: "[0-9a-f]{32}", keywords: ["sentry", "mailgun"]),
    PatternSource(id: "capped", pattern: "-----BEGIN [A-Z ]{3,20}-----[^-]{1,}", after: 2000),
  ]

  /// Everything that a search depends on, without the numbers that differ.
  private func uses(of set: PatternSet) -> Set<String> {
    let tables = set.tables
    return Set(
      (0..<tables.useCount).map { number in
        var use = tables.use(Int32(number))
        let literal = set.literals[Int(use.literal)]
        let plan = tables.guardWords(Int(use.guardNumber))
        use.literal = 0
        use.guardNumber = 0
        return "\(use) \(literal) \(plan)"
      })
  }

  @Test(arguments: [true, false])
  func `the image of patterns is what would be derived`(decodes: Bool) throws {
    let image = PatternImage(text: try PatternImage.text(of: sources))
    let options = PatternSetOptions(decodes: decodes)
    let derived = try PatternSet(sources, options: options)
    let read = try PatternSet(sources, options: options, image: image)
    #expect(sources.allSatisfy { image.entry(for: $0) != nil })
    #expect(uses(of: read) == uses(of: derived))
    #expect(read.codes.texts == derived.codes.texts)
    #expect(read.digest == derived.digest)
  }

  @Test func `a pattern that was changed is derived anew`() throws {
    let image = PatternImage(text: try PatternImage.text(of: sources))
    var changed = sources
    changed[0].pattern = "AKIA[0-9A-Z]{12}"
    changed[3].keywords = ["sentry"]
    changed[4].after = 100
    for index in [0, 3, 4] { #expect(image.entry(for: changed[index]) == nil) }
    let read = try PatternSet(changed, image: image)
    #expect(uses(of: read) == uses(of: try PatternSet(changed)))
  }

  @Test func `patterns beside those of the image are searched for too`() throws {
    let image = PatternImage(text: try PatternImage.text(of: sources))
    let own = PatternSource(id: "own", pattern: "OWN-[0-9]{8}")
    let set = try PatternSet(sources + [own], image: image)
    let worker = try PatternWorker(set)
    var matches: [PatternMatch] = []
    let content = Array("x OWN-12345678 AKIAABCDEFGHIJKLMNOP".utf8)
    worker.matches(in: content.span, into: &matches)
    #expect(matches.map(\.pattern) == [5, 0])
  }

  @Test(arguments: [0, 1, 31, 32, 1023, 1024, UInt64.max])
  func `a number is read as it was written`(number: UInt64) {
    var writer = NumberTextWriter()
    writer.write(number)
    writer.write(signed: Int32(truncatingIfNeeded: number))
    writer.write(true)
    let text = Array(writer.text.utf8)
    unsafe text.withUnsafeBufferPointer { bytes in
      var reader = unsafe NumberTextReader(bytes)
      let (first, second, third) = (reader.number(), reader.signed(), reader.flag())
      #expect(first == number)
      #expect(second == Int32(truncatingIfNeeded: number))
      #expect(third)
      let behind = reader.number()
      #expect(behind == 0)
    }
  }
}
