import PatternMatching

@testable import SecretScanning

/// A matcher of some patterns, nothing judged.
struct TestPatternMatcher: PatternBasedMatcher {
  let patterns: PatternSet

  init() throws {
    patterns = try PatternSet([
      PatternSource(id: "fixed", pattern: "\\btok_[a-z0-9]{12}\\b"),
      PatternSource(id: "open", pattern: "key-[a-z0-9-]{4,}", after: 60),
      PatternSource(id: "end", pattern: "end=[a-z]{2,70}$"),
      PatternSource(
        id: "assign", pattern: "(?i)[\\w]{0,9}?pass\\w{0,9}\\s?[=:]\\s?(\\S{6,})", secretGroup: 1),
      PatternSource(id: "variable", pattern: "[a-z]{1,12}@host/[0-9]{3,80}"),
      PatternSource(
        id: "near", pattern: "\\b[0-9]{9}\\b", keywords: ["mail"], before: 40, after: 40),
      PatternSource(id: "deep", pattern: "[a-z0-9]{14}SECRETX[a-z]{3,}"),
      PatternSource(id: "author", pattern: "Ada [A-Z][a-z]+"),
    ])
  }

  var ruleCount: Int { patterns.count }
  var digest: String { patterns.digest }
  func ruleID(_ number: Int) -> String { patterns.sources[number].id }
  func makeWorker() throws -> any SecretMatchWorker { try Worker(patterns) }

  final class Worker: PatternBasedWorker {
    private let worker: PatternWorker

    init(_ set: PatternSet) throws { worker = try PatternWorker(set) }

    func matches(in content: Span<UInt8>) throws -> [SecretMatch] {
      var found: [PatternMatch] = []
      worker.matches(in: content, into: &found)
      return matches(from: found, in: content)
    }

    func matches(from found: [PatternMatch], in content: Span<UInt8>) -> [SecretMatch] {
      found.map {
        SecretMatch(rule: Int($0.pattern), secret: $0.secret, isJudged: $0.isJudged)
      }.sorted()
    }

    func assess(_ match: SecretMatch, in content: Span<UInt8>, path: String?) -> AssessedSecret? {
      nil
    }
  }
}
