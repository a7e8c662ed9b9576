import BuiltInRules
import PatternMatching
import RulePacks
import Testing

@Suite struct BuiltInImageTests {
  /// One that is not in the image would be found all the same, at the cost of every start.
  @Test func `every built-in pattern was prepared at build time`() {
    let sources = BuiltInRules.packs().flatMap { $0.rules.compactMap(\.patternSource) }
    #expect(sources.count > 1000)
    for source in sources { #expect(BuiltInRules.image.holds(source), "\(source.id)") }
  }
}
