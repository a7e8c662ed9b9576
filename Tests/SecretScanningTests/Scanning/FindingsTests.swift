import FindingModel
import Foundation
import SecretScanning
import TestSupport
import Testing

/// One secret is one finding, with the places that matter.
struct FindingsTests {
  private let source: GitRepository
  private let token = MadeUpSecret.githubToken(7)

  init() throws { source = try GitRepository() }

  private func scan() async throws -> SecretScanResult {
    try await SecretScan.run(SecretScanOptions(.history(source.path)), matcher: TokenMatcher())
  }

  @Test func `a secret in many versions of a file is one place, since the first`() async throws {
    let first = try source.commit("a = \(token)\n", to: "a.txt")
    for index in 0..<5 { try source.commit("\(index)\na = \(token)\n", to: "a.txt") }
    let findings = try await scan().findings
    #expect(findings.count == 1)
    #expect(findings[0].locations.count == 1)
    #expect(findings[0].locations[0].commit == first)
    #expect(findings[0].locations[0].line == 2)
    #expect(findings[0].exposure == .head)
    #expect(findings[0].count == 1)
    #expect(findings[0].preview == "ghp_…" + token.suffix(2))
    #expect(findings[0].witnesses.map(\.ruleID) == ["test-token"])
  }

  @Test func `each path is a place, and paths are counted`() async throws {
    try source.commit("a = \(token)\n", to: "a.txt")
    try source.commit("b = \(token)\nb = \(token)\n", to: "b.txt")
    try source.git("rm", "-q", "a.txt")
    try source.git("commit", "-q", "-m", "gone")
    try source.directory.write("c = \(token)\n", to: "c.txt")
    let finding = try #require(try await scan().findings.first)
    #expect(finding.locations.map(\.path) == ["b.txt", "b.txt", "a.txt", "c.txt"])
    #expect(finding.locations.map(\.exposure) == [.head, .head, .refs, .worktree])
    #expect(finding.locations.map(\.line) == [1, 2, 1, 1])
    #expect(finding.count == 3)
  }

  @Test(arguments: [
    "secgate:allow", "gitleaks:allow", "betterleaks:allow", "pragma: allowlist secret",
    "trufflehog:ignore", "kingfisher:ignore",
  ])
  func `a comment on the line allows it and is listed`(comment: String) async throws {
    try source.commit("a = \(token)\n", to: "a.txt")
    try source.commit("a = \(token)  # \(comment)\n", to: "a.txt")
    let result = try await scan()
    #expect(result.findings.map(\.state) == [.allowedInline])
    #expect(result.suppressions.first?.place == "a.txt:1")
    #expect(result.suppressions.first?.what == comment)
    try source.commit("b = \(token)\n", to: "b.txt")
    #expect(try await scan().findings.map(\.state) == [.new])
  }

  @Test func `a comment counts at the base where it stands there already`() async throws {
    let base = try source.commit("a = \(token)  # secgate:allow\n", to: "a.txt")
    let other = MadeUpSecret.githubToken(8)
    try source.commit("b = \(other)  # secgate:allow\n", to: "b.txt")
    let findings = try await scan().findings
    #expect(findings.map(\.state) == [.allowedInline, .allowedInline])
    let allowed = try SecretScan.inlineAllowed(
      findings, at: base, of: source.path, SecretScanOptions(.history(source.path)),
      matcher: TokenMatcher())
    #expect(allowed == Set(findings.filter { $0.locations[0].path == "a.txt" }.map(\.id)))
  }

  @Test func `content at a thousand paths is told at some and counted at all`() async throws {
    for index in 0..<300 { try source.directory.write("a = \(token)\n", to: "d/\(index).txt") }
    try source.git("add", ".")
    try source.git("commit", "-q", "-m", "many")
    try FileManager.default.removeItem(at: source.url.appending(path: "d"))
    let finding = try #require(try await scan().findings.first)
    #expect(finding.locations.count == 100)
    #expect(finding.count == 300)
  }

  @Test func `what is only in unreachable objects tells how to remove it`() async throws {
    try source.commit("a\n", to: "a.txt")
    try source.commit("a = \(token)\n", to: "a.txt")
    try source.git("reset", "-q", "--hard", "HEAD~1")
    let finding = try #require(try await scan().findings.first)
    #expect(finding.exposure == .unreachable)
    #expect(finding.remediation?.contains("git gc --prune=now") == true)
  }

  @Test func `a line is explained`() throws {
    let text = "nothing\na = \(token) # gitleaks:allow\n"
    let file = try source.directory.write(text, to: "tests/a.txt").path()
    let options = SecretScanOptions(.files([]))
    let told = try SecretScan.explain(file: file, line: 2, options, matcher: TokenMatcher())
    #expect(told.rules.map(\.outcome) == [.reported])
    #expect(told.rules.first?.preview == "ghp_…" + token.suffix(2))
    #expect(told.comment == "gitleaks:allow")
    let other = try SecretScan.explain(file: file, line: 1, options, matcher: TokenMatcher())
    #expect(other.rules.isEmpty && other.comment == nil)
    #expect(
      try SecretScan.explain(file: file, line: 99, options, matcher: TokenMatcher()).rules.isEmpty)
  }

  @Test func `many secrets in one long line have their columns`() async throws {
    let line = (0..<3000).map { "ü \(MadeUpSecret.githubToken($0)) " }.joined()
    try source.commit("first\n" + line, to: "min.js")
    let locations = try await scan().findings.flatMap(\.locations)
    #expect(locations.count == 3000)
    #expect(Set(locations.compactMap(\.column)).contains(3 + 43 * 2999))
    #expect(Set(locations.compactMap(\.line)) == [2])
  }

  @Test func `what is below the confidence asked for is a suspect`() async throws {
    try source.commit("a = \(token)\n", to: "tests/a.txt")
    let result = try await scan()
    #expect(result.findings.isEmpty)
    #expect(result.suspects.count == 1)
    #expect(result.coverage.suspects == 1)
  }

  @Test func `names of any bytes are shown harmlessly`() async throws {
    for name in ["-rf", "line\nbreak", "tab\tname", "esc\u{1b}[31m"] {
      try source.directory.write("a = \(token)\n", to: name)
    }
    try source.git("add", "--", ".")
    try source.git("commit", "-q", "-m", "names")
    let paths = try await scan().findings.flatMap(\.locations).compactMap(\.path)
    #expect(paths.sorted() == ["-rf", "esc\\x1b[31m", "line\\nbreak", "tab\\tname"])
  }

  @Test(arguments: [
    ("vendor/**", "vendor/a/b.txt", true), ("vendor/**", "a/vendor/b.txt", false),
    ("**/vendor/**", "a/vendor/b.txt", true), ("**/vendor/**", "vendor/b.txt", true),
    ("*.lock", "a/b/c.lock", true), ("*.lock", "a/b/c.locks", false),
    ("src/*.py", "src/a.py", true), ("src/*.py", "src/b/a.py", false),
    ("src/**/*.py", "src/b/c/a.py", true), ("src/**/*.py", "src/a.py", true),
    ("a?c", "abc", true), ("a?c", "a/c", false), ("**", "anything/at/all", true),
    ("static/*.min.js", "static/app.min.js", true),
  ])
  func `exclusions cover paths by pattern`(pattern: String, path: String, covered: Bool) {
    #expect(PathExclusion(pattern: pattern, reason: "").covers(path) == covered)
  }
}
