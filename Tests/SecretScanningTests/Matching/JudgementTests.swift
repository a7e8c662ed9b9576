import FindingModel
import RulePacks
import TestSupport
import Testing

@testable import SecretScanning

/// The signals move the confidence by the rules of the design.
struct JudgementTests {
  private static let value = MadeUpSecret.letters(7, 24)
  private static let assigned = #"\w+_key = "([^"]+)""#
  private static let url = #"https?://[^:/@\s]+:([^@\s]+)@"#

  private func confidence(_ text: String, path: String? = nil, _ rule: Rule) throws -> Confidence? {
    try RuleMaker.judged(text, path: path, rule).first?.confidence
  }

  @Test func `a plain assignment keeps the confidence of its rule`() throws {
    let rule = RuleMaker.generic(Self.assigned)
    #expect(try confidence("api_key = \"\(Self.value)\"", rule) == .medium)
  }

  @Test func `a name that pretends makes a suspect`() throws {
    let rule = RuleMaker.generic(Self.assigned)
    #expect(try confidence("fake_key = \"\(Self.value)\"", rule) == .low)
  }

  @Test func `a provider's rule wins over a generic one for the same bytes`() throws {
    let acme = RuleMaker.distinctive(#"acme_key = "([A-Za-z0-9]{24})""#) {
      $0.confidence = .medium
      $0.severity = .low
    }
    let rules = [RuleMaker.generic(Self.assigned), acme]
    let matcher = try RulePackMatcher(packs: [RuleMaker.pack(rules)])
    let bytes = Array("acme_key = \"\(Self.value)\"".utf8)
    var sightings = Sightings()
    SightingResolver(matcher: matcher, exclusions: []).resolve(
      try matcher.makeWorker().matches(in: bytes.span), in: bytes.span,
      at: [Spot(location: Location(path: "a.rb"), order: 0)],
      try matcher.makeWorker(), into: &sightings)
    var result = SecretScanResult(scope: Scope(kind: "files", name: "a.rb"))
    FindingAssembly(minimumConfidence: .medium).assemble(sightings.all, into: &result)
    #expect(result.findings.map(\.ruleID) == ["acme-key"])
  }

  @Test(arguments: ["commit ", "sha256:", "see https://github.com/acme/app/commit/", "xmp.did:"])
  func `an id of a commit or a digest is a suspect`(mark: String) throws {
    let rule = RuleMaker.generic(#"acme[\s\S]{0,60}?\b([a-f0-9]{40})\b"#)
    let digits = MadeUpSecret.letters(9, 40, from: "0123456789abcdef")
    #expect(try confidence("acme \(mark)\(digits)", rule) == .low)
    #expect(try confidence("acme key \(digits)", rule) == .medium)
  }

  @Test func `a part of a block of base64 is a suspect`() throws {
    let rule = RuleMaker.generic(#"/(Q7[A-Za-z0-9]{18})/"#)
    let line =
      MadeUpSecret.letters(1, 30) + "/Q7" + MadeUpSecret.letters(2, 18) + "/"
      + MadeUpSecret.letters(3, 20)
    #expect(try confidence(" \(line)\n", rule) == .low)
    #expect(try confidence("x = \(line)\n", rule) == .medium)
  }

  @Test func `the password of an example host or of this machine is a suspect`() throws {
    let rule = RuleMaker.generic(Self.url) { $0.mayBeWords = true }
    for host in ["example.com", "db.example.org", "localhost:5432", "127.0.0.1", "shop.test"] {
      #expect(try confidence("http://ann:\(Self.value)@\(host)/", rule) == .low, "\(host)")
    }
    #expect(try confidence("http://ann:\(Self.value)@db.acme.io/", rule) == .medium)
  }

  @Test func `a password that is the user's name is a suspect`() throws {
    let rule = RuleMaker.generic(Self.url) { $0.mayBeWords = true }
    #expect(try confidence("http://rabbit:rabbit@mq.acme.io/", rule) == .low)
  }

  @Test func `a chosen password in a comment is a suspect, a random one is not`() throws {
    let rule = RuleMaker.generic(#"password = "([^"]+)""#) { $0.mayBeWords = true }
    #expect(try confidence("  # password = \"vr00mvr\"", rule) == .low)
    #expect(try confidence("  password = \"vr00mvr\"", rule) == .medium)
    #expect(try confidence("  # password = \"\(Self.value)\"", rule) == .medium)
    #expect(try confidence("#define X password = \"vr00mvr\"", rule) == .medium)
  }

  @Test func `an example inside a comment is one step down`() throws {
    let rule = RuleMaker.generic(Self.assigned)
    #expect(try confidence("#     api_key = \"\(Self.value)\"", rule) == .low)
    #expect(try confidence("# api_key = \"\(Self.value)\"", rule) == .medium)
  }

  @Test func `a password that stands in its own name is a suspect`() throws {
    let rule = RuleMaker.generic(#"PASSWORD = "([^"]+)""#) { $0.mayBeWords = true }
    #expect(try confidence("POSTGRES_PASSWORD = \"postgres\"", rule) == .low)
    #expect(try confidence("POSTGRES_PASSWORD = \"centipede\"", rule) == .medium)
  }

  @Test func `a user's name with the word for a password is a suspect`() throws {
    let rule = RuleMaker.generic(Self.url) { $0.mayBeWords = true }
    #expect(try confidence("http://myuser:mypass@db.acme.io/", rule) == .low)
    #expect(try confidence("http://user:pass%20pass@db.acme.io/", rule) == .low)
    #expect(try confidence("http://user:hispass@db.acme.io/", rule) == .medium)
  }

  @Test func `a rule of gitleaks is judged by its own filters alone`() throws {
    let rule = RuleMaker.generic(Self.assigned) { $0.provider = "gitleaks" }
    #expect(try confidence("fake_key = \"\(Self.value)\"", path: "test/a.rb", rule) == .medium)
  }

  @Test func `a path of tests lowers generic rules and no distinctive format`() throws {
    let acme = RuleMaker.distinctive(#"\b(acme_[A-Za-z0-9]{24})\b"#, prefix: "acme_")
    #expect(try confidence("acme_\(Self.value)", path: "test/a.rb", acme) == .high)
    let generic = RuleMaker.generic(Self.assigned)
    #expect(try confidence("api_key = \"\(Self.value)\"", path: "test/a.rb", generic) == .low)
  }

  @Test func `a right checksum makes high, a wrong one medium at most`() throws {
    let body = MadeUpSecret.letters(5, 30)
    let rule = RuleMaker.distinctive(#"\b(ghp_[A-Za-z0-9]{36})\b"#, prefix: "ghp_") {
      $0.checksum = .github
    }
    let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    var rest = Int(CRC32.of(body.utf8))
    var sum = ""
    for _ in 0..<6 {
      sum = String(digits[rest % 62]) + sum
      rest /= 62
    }
    #expect(try confidence("ghp_\(body)\(sum)", path: "test/a.rb", rule) == .high)
    #expect(
      try confidence("ghp_\(body)\(sum.reversed().map(String.init).joined())", rule) == .medium)
  }

  @Test func `a value that begins like a token and is too short for it is a suspect`() throws {
    let acme = RuleMaker.distinctive(#"\b(acme_[A-Za-z0-9]{24})\b"#, prefix: "acme_")
    let rule = RuleMaker.generic(Self.assigned)
    func most(_ value: String) throws -> Confidence? {
      try RuleMaker.judged("api_key = \"\(value)\"", acme, rule).map(\.confidence).max()
    }
    #expect(try most("acme_\(Self.value.prefix(17))") == .low)
    #expect(try most("acme_\(Self.value)") == .high)
    // Longer ones may be a new format.
    #expect(try most("acme_\(Self.value)\(Self.value)") == .medium)
  }

  @Test func `a value that is cut out of quotes is a suspect`() throws {
    let rule = RuleMaker.generic(#"acme[\s\S]{0,40}?(?<![A-Za-z0-9])([A-Za-z0-9]{24})\b"#) {
      $0.form = .nearby
    }
    #expect(try confidence("acme = 'K?\(Self.value)'", rule) == .low)
    #expect(try confidence("acme = '@\(Self.value)'", rule) == .low)
    #expect(try confidence("acme = '\(Self.value)'", rule) == .medium)
    #expect(try confidence("acme('https://x.io/a?\(Self.value)')", rule) == .medium)
    #expect(try confidence("acme 'it' is \(Self.value)", rule) == .medium)
  }

  @Test func `a web token with a cut signature or an example's key is a suspect`() throws {
    let rule = RuleMaker.generic(#"\w+_key = "([^"]+)""#)
    let head = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhY21lLW9yZGVycyJ9."
    #expect(try confidence("api_key = \"\(head)signature1\"", rule) == .low)
    #expect(
      try confidence("api_key = \"\(head)\(MadeUpSecret.letters(3, 43))\"", rule) == .medium)
    // Signed with the key that the page on these tokens fills in.
    let signature = "mwfiWkLPOD2r_uXed" + "8uRSNxjyz1bibzFbi_zO_OJGb8"
    #expect(JSONWebToken.hasPublishedKey(Array((head + signature).utf8)))
    #expect(try confidence("api_key = \"\(head)\(signature)\"", rule) == .low)
  }
}
