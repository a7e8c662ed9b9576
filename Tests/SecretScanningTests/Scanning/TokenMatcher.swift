import FindingModel
import SecretScanning

/// A matcher of one made-up format, for tests of everything around the matching.
struct TokenMatcher: SecretMatcher {
  /// What stands before the 36 bytes of the secret; then they may be anything.
  var marker: String?

  var ruleCount: Int { 1 }
  var digest: String { String(repeating: "0", count: 64) }
  func ruleID(_ number: Int) -> String { "test-token" }
  func makeWorker() throws -> any SecretMatchWorker { Worker(marker) }

  private final class Worker: SecretMatchWorker {
    private let prefix: [UInt8]
    private let isAnything: Bool

    init(_ marker: String?) {
      prefix = Array((marker ?? "ghp" + "_").utf8)
      isAnything = marker != nil
    }

    func matches(in content: Span<UInt8>) -> [SecretMatch] {
      var found: [SecretMatch] = []
      let length = prefix.count + 36
      var index = 0
      while index + length <= content.count {
        let isToken =
          content[index] == prefix[0]
          && prefix.indices.allSatisfy { content[index + $0] == prefix[$0] }
          && (isAnything || (prefix.count..<length).allSatisfy { isWord(content[index + $0]) })
        if isToken { found.append(SecretMatch(rule: 0, secret: index..<index + length)) }
        index += isToken ? length : 1
      }
      return found
    }

    func assess(_ match: SecretMatch, in content: Span<UInt8>, path: String?) -> AssessedSecret? {
      let bytes = match.secret.map { content[$0] }
      let isTest = path?.hasPrefix("tests/") ?? false
      return AssessedSecret(
        rule: RuleWords(id: "test-token", title: "Test token", severity: .critical),
        confidence: isTest ? .low : .high, signals: [],
        value: SecretValue(bytes, publicPrefix: prefix.count), normalised: bytes, name: "")
    }

    private func isWord(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
    }
  }
}
