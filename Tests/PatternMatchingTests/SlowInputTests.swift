import Testing

@testable import PatternMatching

/// The search for texts on which a pattern backtracks without measure.
@Suite struct SlowInputTests {
  @Test(arguments: [
    // Nested repetitions: exponential.
    "(a+)+$", "key=([a-z]+)*;", "(?:[\\w.]+\\s?)+:", "(?:\\s*x*)*y", "(a{1,64}){1,64}b",
    // Choices that take the same: exponential.
    "(a|aa)+$", "(?:a|b|ab)*c", "(?:\\d|[0-9a-f])+z",
    // Neighbours that take the same: quadratic and worse.
    "\\s+\\s+x", "\\s+=?\\s+x", "id.*,.*,.*;x", "\\w*secret\\w*_\\w*=", "[a-z]*[a-z0-9]*:",
    // Inside of a condition, and behind something that must be met first.
    "(?=(?:a+)+b)a", "token: \"(?:[a-z]+-?)+\"$",
  ])
  func `a pattern that backtracks is caught`(pattern: String) throws {
    let slow = try #require(try SlowInputSearch.first(in: pattern))
    #expect(slow.steps > slow.size)
    // The text is what it says: the pattern fails on it or cannot be judged at all.
    let code = try TextPattern(#"\A(?:"# + pattern + ")")
    if case .match = code.match(in: slow.text(size: slow.size).span, limit: 200_000) {
      Issue.record("\(slow) is matched")
    }
  }

  @Test(arguments: [
    "(a+)$", "ghp_[A-Za-z0-9]{36}", "\\s+x\\s+", "(?:[a-z]+-)+x", "[^\"\\n]{1,300}\"",
    "(?i:api[_-]?key)[\\w.-]{0,20}\\s{0,4}[=:]\\s{0,4}([A-Za-z0-9]{32})", "a*b*c*",
    "(?>a+)+$", "[a-z]++[a-z0-9]*+:", "-----BEGIN [A-Z ]{0,20}KEY-----[\\s\\S]{64,4000}?-----END",
    "^(?:[a-z]{2,8}\\.){1,6}example$", "", "\\d{4}-\\d\\d",
  ])
  func `a pattern that does not is left in peace`(pattern: String) throws {
    #expect(try SlowInputSearch.first(in: pattern) == nil)
  }

  @Test func `the answer is the same each time`() throws {
    let first = try SlowInputSearch.first(in: "\\s+=?\\s+x")
    #expect(try SlowInputSearch.first(in: "\\s+=?\\s+x") == first)
    #expect(first?.description.contains("bytes of") == true)
  }

  @Test func `doubling a quadratic text takes four times the steps`() throws {
    let slow = try #require(try SlowInputSearch.first(in: "[a-z]*[a-z0-9]*:"))
    let half = try #require(slow.stepsOfHalf)
    #expect((3.5...4.5).contains(Double(slow.steps) / Double(half)))
  }

  @Test func `a broken pattern is told`() {
    #expect(throws: PatternError.self) { try SlowInputSearch.first(in: "(a") }
  }

  @Test(arguments: [
    ("a(b+)c", 1, 1), ("(?<=x)(a)(bc?d{3})", 2, 4), ("(?:a|(bcd))(e)", 2, 1), ("abc", nil, 3),
    ("((ab)c)", 2, 2),
  ])
  func `the shortest text of a group is reckoned`(pattern: String, group: Int?, width: Int) {
    #expect(PatternWidth.shortest(of: pattern, group: group) == width)
  }

  @Test func `a group that is not there has no width`() {
    #expect(PatternWidth.shortest(of: "a(b)", group: 2) == nil)
  }
}
