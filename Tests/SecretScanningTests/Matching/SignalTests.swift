import TestSupport
import Testing

@testable import SecretScanning

/// What a value, its name and its place say about it.
struct SignalTests {
  private func reason(_ text: String, distinctive: Bool = false) -> String? {
    Placeholder.reason(Array(text.utf8), isDistinctive: distinctive)
  }

  @Test(arguments: ["123456", "00112233445566778899aabbccddeeff", "abcdefghijkl", "----", "${KEY}"])
  func `what stands where a secret will be put is a placeholder`(value: String) {
    #expect(reason(value) != nil)
  }

  @Test func `random values are no placeholders`() {
    for seed in 1...2_000 {
      let hexadecimal = MadeUpSecret.letters(seed, 32, from: "0123456789abcdef")
      let letters = MadeUpSecret.letters(seed, 24)
      #expect(reason(hexadecimal) == nil, "\(hexadecimal)")
      #expect(reason(letters) == nil, "\(letters)")
    }
  }

  @Test(arguments: ["--password", "DB_PASSWORD", "new-access-token", "REDIS_TLS_KEYFILE_PASS"])
  func `the name of a secret is none`(value: String) {
    #expect(reason(value) == "is a name of one")
  }

  @Test(arguments: [
    "correct-horse-battery", "pass7word-x", "centipede", "Tr0ub4dor&3x", "Acme-Password",
  ])
  func `words and passwords are no names`(value: String) {
    #expect(reason(value) == nil)
  }

  @Test func `one character that no token holds is a stray`() {
    let value = Array((MadeUpSecret.letters(3, 12) + "?" + MadeUpSecret.letters(4, 12)).utf8)
    #expect(TokenAlphabet.stray(in: value) == UInt8(ascii: "?"))
    #expect(TokenAlphabet.stray(in: Array(MadeUpSecret.letters(3, 30).utf8)) == nil)
    #expect(TokenAlphabet.stray(in: Array("x!f^9q#mP&2".utf8)) == nil, "short: a password")
    #expect(
      TokenAlphabet.stray(in: Array("k(3!v^8q#mP&2zLw9)rT5*bN".utf8)) == nil, "many: a password")
  }

  @Test(arguments: [
    ("test/fixtures/key.rb", PathKind.test), ("integration-test-app/config/a.yml", .test),
    ("src/testgetnetrc.py", .test), ("lib/requests/dependencies/x.py", .vendored),
    ("docs/index.rst", .docs), ("Cargo.lock", .lockFile),
  ])
  func `a path tells what it is`(path: String, kind: PathKind) {
    #expect(PathKind.of(path) == kind)
  }

  @Test(arguments: ["src/latest/app.rb", "contest/key.py", "lib/attestation.c"])
  func `a path that only sounds like a test is none`(path: String) {
    #expect(PathKind.of(path) == nil)
  }

  @Test func `a name may say that its value is none`() {
    #expect(PretendName.word(in: "FAKE_API_KEY") == "fake")
    #expect(PretendName.word(in: "dummyToken") == "dummy")
    for name in ["api_key", "mockarooApiKey", "ge.example.net"] {
      #expect(PretendName.word(in: name) == nil)
    }
  }
}
