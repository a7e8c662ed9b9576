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
    #expect(PretendName.word(in: "wrongPassword") == "wrong")
    #expect(PretendName.word(in: "nonMatchingToken") == "non matching")
    #expect(PretendName.word(in: "not_valid_key") == "not valid")
    for name in ["api_key", "mockarooApiKey", "ge.example.net", "badge_token", "notify_key"] {
      #expect(PretendName.word(in: name) == nil)
    }
  }

  @Test(arguments: [
    ("/en/product@3.0/auth", "a path"), ("tenant-18922.eu.acme.com", "a host"),
    ("jackson-databind-2.11.0", "a name with a version"),
    ("st=2026-03-04T07:24:52Z", "text with a time in it"),
    ("arn:aws:iam::aws:policy/Change", "the name of an AWS resource"),
    ("2c5ea4c0-4067-11e9-8bad-9b1deb4d3b7d", "a UUID that tells time and machine"),
  ])
  func `a value that is something else is told`(value: String, kind: String) {
    #expect(OrdinaryValue.kind(Array(value.utf8)) == kind)
  }

  @Test func `random values are nothing else`() {
    let alphabets = [
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", "0123456789abcdef",
      "abcdefghijklmnopqrstuvwxyz0123456789-_.", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef0123456789+/",
    ]
    for seed in 1...2_000 {
      for alphabet in alphabets {
        let value = Array(MadeUpSecret.letters(seed, 32, from: alphabet).utf8)
        #expect(OrdinaryValue.kind(value) == nil)
        #expect(OrderedText.share(of: value) < 0.6)
        #expect(TokenAlphabet.stray(in: value) == nil && !TokenAlphabet.isPaddedInside(value))
      }
    }
  }

  @Test(arguments: [
    "abc123def456ghi789", "a1b2c3d4e5f6g7h8", "wxyz-1234567890abcdef", "A1B2C3D4E5F6-rest",
  ])
  func `what people count up is ordered`(value: String) {
    #expect(OrderedText.share(of: Array(value.utf8)) >= 0.6)
  }

  @Test(arguments: ["monkey42banana17", "q1w9e3r7t2y8", "20260304", "hijack-defend-stupid"])
  func `what only holds a run is not ordered`(value: String) {
    #expect(OrderedText.share(of: Array(value.utf8)) < 0.6)
  }

  @Test func `hexadecimal digits of an odd count stand for no bytes`() {
    let digits = MadeUpSecret.letters(5, 39, from: "0123456789abcdef")
    #expect(OrdinaryValue.oddDigits(Array(digits.utf8)) == 39)
    #expect(OrdinaryValue.oddDigits(Array(digits.utf8) + [0x61]) == nil)
    #expect(OrdinaryValue.oddDigits(Array("\(digits.dropLast())x".utf8)) == nil)
    #expect(OrdinaryValue.oddDigits(Array(digits.prefix(17).utf8)) == nil, "too short to tell")
  }

  @Test func `base64 does not go on behind its padding`() {
    let half = MadeUpSecret.letters(8, 20)
    #expect(TokenAlphabet.isPaddedInside(Array("\(half)==\(half)".utf8)))
    #expect(TokenAlphabet.isPaddedInside(Array("=\(half)\(half)".utf8)))
    #expect(!TokenAlphabet.isPaddedInside(Array("\(half)\(half)==".utf8)))
    #expect(!TokenAlphabet.isPaddedInside(Array("token=\(half)\(half)".utf8)), "a name")
  }

  @Test func `characters that are repeated in runs are a placeholder`() {
    #expect(reason("acme-ssssssss-88888888-hhhhhhhh-jjjjjjjj", distinctive: true) != nil)
    #expect(reason("Lmq2ZZZZ9r7t1x5v3n8w", distinctive: true) == nil)
  }
}
