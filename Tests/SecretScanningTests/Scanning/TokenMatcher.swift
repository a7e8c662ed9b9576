import FindingModel
import SecretScanning

/// A matcher of one made-up format, for tests of everything around the matching.
struct TokenMatcher: SecretMatcher {
  var ruleCount: Int { 1 }
  var digest: String { String(repeating: "0", count: 64) }
  func ruleID(_ number: Int) -> String { "test-token" }
  func makeWorker() throws -> any SecretMatchWorker { Worker() }

  private final class Worker: SecretMatchWorker {
    private let prefix = Array(("ghp" + "_").utf8)

    func matches(in content: Span<UInt8>) -> [SecretMatch] {
      var found: [SecretMatch] = []
      var index = 0
      while index + 40 <= content.count {
        let isToken =
          (0..<4).allSatisfy { content[index + $0] == prefix[$0] }
          && (4..<40).allSatisfy { isWord(content[index + $0]) }
        if isToken { found.append(SecretMatch(rule: 0, secret: index..<index + 40)) }
        index += isToken ? 40 : 1
      }
      return found
    }

    func assess(_ match: SecretMatch, in content: Span<UInt8>, path: String?) -> AssessedSecret? {
      let bytes = match.secret.map { content[$0] }
      let isTest = path?.hasPrefix("tests/") ?? false
      return AssessedSecret(
        rule: RuleWords(id: "test-token", title: "Test token", severity: .critical),
        confidence: isTest ? .low : .high, signals: [],
        value: SecretValue(bytes, publicPrefix: 4), normalised: bytes, name: "")
    }

    private func isWord(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
    }
  }
}
