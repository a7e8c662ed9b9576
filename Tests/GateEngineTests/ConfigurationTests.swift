import Documents
import FindingModel
import Foundation
import ScannerRunner
import SecretScanning
import TestSupport
import Testing

@testable import GateEngine

/// Section 3 of the design: `.secgate.toml`.
struct ConfigurationTests {
  private func problems(_ text: String) -> [String] {
    do throws(ConfigurationError) {
      _ = try ConfigurationReader.read(Array(text.utf8))
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test func `the example of the documentation is read, every key of it`() throws {
    let configuration = try ConfigurationReader.read(Array(Self.everything.utf8))
    let policy = configuration.policy
    #expect(policy.general.failOn == [.critical, .high])
    #expect(policy.general.maxAge == [.critical: 604_800, .high: 2_592_000])
    #expect(policy.categories[.code]?.failOn == [.critical, .high, .medium])
    #expect(policy.tools["zap"]?.minConfidence == .high)
    #expect(policy.accept.maxDays == [.critical: 7, .high: 30])
    #expect(policy.accept.approverMustDiffer == false)
    #expect(policy.allow == [.decodeLimit] && policy.inlineAllow == .none)
    #expect(configuration.requirements.map(\.check) == ["load.peak"])
    #expect(configuration.requirements[0].targets.all.count == 12)
    #expect(configuration.requirements[0].maxAge == 14 * 86_400)
    #expect(configuration.allowances[0].expires == Day("2027-01-31"))
    #expect(configuration.tools["trivy"]?.timeout == .seconds(600))
    #expect(configuration.tools["trivy"]?.runs.map(\.target) == ["eventrelay:latest"])
    #expect(configuration.secrets.maxBlob == 32 << 20)
    #expect(configuration.secrets.exclude.map(\.pattern) == ["vendor/**"])
  }

  @Test func `an unknown key is named with file, line and the nearest known one`() {
    #expect(
      problems("version = 1\n[policy]\nfail_onn = []\n") == [
        ".secgate.toml:3: policy.fail_onn: is no known key; did you mean fail_on?"
      ])
    #expect(problems("version = 1\n[tools.trivvy]\n")[0].contains("did you mean trivy?"))
    #expect(problems("version = 1\n[policy.category.codes]\n")[0].contains("did you mean code?"))
  }

  @Test func `all errors are told at once, in the order of the file`() {
    let all = problems(
      """
      version = 2
      [policy]
      fail_on = ["hihg"]
      max_age = { critical = "soon" }
      [[require]]
      check = "x"
      [[allow]]
      kind = "match-limit"
      [secrets]
      max_blob = "big"
      """)
    #expect(all.count == 6)
    #expect(
      all[1]
        == ".secgate.toml:3: policy.fail_on: hihg is none of critical, high, medium, low, info; did you mean high?"
    )
    #expect(all.map { $0.split(separator: ":")[1] } == ["1", "3", "4", "5", "7", "10"])
  }

  @Test(arguments: [
    "", "version = 1\n[[require]]\ncheck = \"a\"\nany_of = []",
    "version = 1\n[[require]]\ncheck = \"a\"\nany_of = [\"k6\"]\n[[require]]\ncheck = \"a\"\nany_of = [\"k6\"]",
    "version = 1\n[[allow]]\nreason = \"everything\"", "version = 1\n[policy]\nepss_blocks = 0.5",
    "version = 1\n[policy]\nkev_blocks = true", "version = 1\n[tools.bandit]\nsha256 = \"abc\"",
    "version = 1\n[secrets]\narchive_depth = 1", "version = 1\n[secrets]\ndecode_depth = 2",
    "version = 1\n[secrets]\nexclude = [{ path = \"a\" }]",
    "version = 1\n[[tools.trivy.run]]\nkind = \"imgae\"\ntarget = \"x\"",
    "version = 1\n[policy.accept]\nmax_days = { critical = -1 }", "version = ", "\u{0}",
  ])
  func `what would mean nothing, or everything, is refused`(_ text: String) {
    #expect(problems(text).count == 1)
  }

  /// A value of the wrong kind for every key: that each key is read at all.
  @Test(arguments: ConfigurationKeys.all.map(\.path))
  func `every key is read: a value of the wrong kind is an error on it`(_ path: String) {
    let fields = path.split(separator: ".").map(String.init)
    let name = fields[fields.count - 1]
    let place = fields.dropLast().joined(separator: ".")
    let wrong = "1979-05-27T07:32:00Z"
    let header =
      switch place {
      case "": "version = 1\n"
      case "policy.*": "version = 1\n[policy.category.code]\n"
      case "require": "version = 1\n[[require]]\n"
      case "allow": "version = 1\n[[allow]]\n"
      case "tools.*": "version = 1\n[tools.trivy]\n"
      case "tools.*.run": "version = 1\n[[tools.trivy.run]]\n"
      case "secrets.exclude": "version = 1\n[[secrets.exclude]]\n"
      default: "version = 1\n[\(place)]\n"
      }
    let text = name == "version" ? "version = \(wrong)\n" : header + "\(name) = \(wrong)\n"
    #expect(problems(text).contains { $0.contains(name) && $0.contains("expected") }, "\(text)")
  }

  @Test func `the published schema holds each key with its description, and is JSON`() throws {
    let text = ConfigurationSchema.text
    _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
    for (path, key) in ConfigurationKeys.all {
      #expect(text.contains("\"\(key.name)\": {"), "\(path)")
    }
    let stored = Shared.projectRoot.appending(path: "docs/secgate-configuration.schema.json")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try Data(text.utf8).write(to: stored)
    }
    #expect(try String(contentsOf: stored, encoding: .utf8) == text)
  }

  @Test func `each key has a paragraph in the documentation`() throws {
    let page = try String(
      contentsOf: Shared.projectRoot.appending(path: "docs/configuration.md"), encoding: .utf8)
    for (path, _) in ConfigurationKeys.all {
      let shown = path.replacing("policy.*.", with: "policy.")
      #expect(page.contains("**`\(shown)`**"), "\(path)")
    }
  }

  @Test(arguments: [
    ("90s", 90), ("10m", 600), ("6h", 21_600), ("14d", 1_209_600), ("2w", 1_209_600),
  ])
  func `durations have a unit`(_ text: String, _ seconds: Int) {
    #expect(Quantity.seconds(text) == seconds)
  }

  @Test(arguments: ["", "10", "-1d", "1.5h", "9999999999999999999d", "d", "10 years"])
  func `other texts are no duration`(_ text: String) { #expect(Quantity.seconds(text) == nil) }

  @Test func `the same configuration in other words has the same digest`() throws {
    let one = try Sample.configuration(
      "[policy]\nallow = [\"shallow\", \"dirty\"]\nnew_only = false")
    let two = try Sample.configuration(
      "policy = { new_only = false, allow = [\"dirty\", \"shallow\"] }")
    #expect(one.digest == two.digest)
    #expect(one.digest != Configuration().digest)
  }

  static let everything = """
    version = 1
    [policy]
    fail_on = ["critical", "high"]
    unknown_as = "high"
    min_confidence = "medium"
    new_only = true
    only_fixed = false
    fail_on_exposure = ["head", "refs", "worktree"]
    inline_allow = "none"
    allow = ["decode-limit"]
    max_age = { critical = "7d", high = "30d" }
    kev_blocks = true
    kev_file = "kev.json"
    epss_file = "epss.csv"
    epss_blocks = 0.5
    [policy.category.code]
    fail_on = ["critical", "high", "medium"]
    [policy.tool.zap]
    min_confidence = "high"
    [policy.accept]
    require = ["reason", "owner", "expires"]
    approver_must_differ = false
    max_days = { critical = 7, high = 30 }
    [[require]]
    check = "load.peak"
    any_of = ["k6", "locust"]
    same_commit = false
    max_age = "14d"
    environment = "staging"
    severity = "medium"
    min_requests = 1000
    min_duration = "5m"
    min_tests = 1
    max_skipped = 3
    max_flaky = 2
    min_lines = 80
    min_branches = 70.5
    p50_ms = 200
    p95_ms = 500
    p99_ms = 1000
    error_rate = 0.01
    throughput = 50
    [[allow]]
    kind = "match-limit"
    rule = "generic-password"
    path = "static/*.min.js"
    reason = "bundled, checked at its source"
    expires = 2027-01-31
    [tools.trivy]
    enabled = true
    version = "0.59.1"
    sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
    timeout = "10m"
    network = false
    path = "/opt/trivy"
    args = ["--quiet"]
    [[tools.trivy.run]]
    kind = "image"
    target = "eventrelay:latest"
    [secrets]
    rules = ["rules/own.toml"]
    disable = ["generic-password"]
    exclude = [{ path = "vendor/**", reason = "checked at its source" }]
    max_blob = "32MiB"
    decode_depth = 0
    archive_depth = 0
    """
}
