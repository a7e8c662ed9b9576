import ScannerRunner

/// The `.secgate.toml` that `secgate init` writes: a requirement for each check that applies here,
/// and with `--launch` the whole launch checklist of section 11 of the design.
struct ConfigurationTemplate {
  var files: RepositoryFiles
  var launch: Bool

  var text: String {
    var blocks = [head]
    blocks += scannerChecks.map(block)
    if launch { blocks += launchChecks.map(block) }
    return blocks.joined(separator: "\n") + "\n"
  }

  private struct Check {
    var name: String
    var anyOf: [String]
    var keys: [String] = []
  }

  private var head: String {
    """
    # What must hold before this repository ships. Every key: secgate help config
    version = 1

    [policy]
    fail_on = ["critical", "high"]
    unknown_as = "high"
    min_confidence = "medium"
    new_only = \(launch ? "false" : "true")

    [policy.accept]
    require = ["reason", "owner", "expires"]
    max_days = { critical = 14, high = 90, medium = 180 }

    """
  }

  private func block(_ check: Check) -> String {
    let tools = check.anyOf.map { "\"\($0)\"" }.joined(separator: ", ")
    let lines = ["[[require]]", "check = \"\(check.name)\"", "any_of = [\(tools)]"] + check.keys
    return lines.joined(separator: "\n") + "\n"
  }

  /// What the files call for; with `--launch` every kind of scan stands in the list, since a check
  /// that nobody thought of must show as not done.
  private var scannerChecks: [Check] {
    var checks = [Check(name: "secrets.history", anyOf: ["secgate"])]
    func applies(_ tools: String...) -> Bool {
      tools.contains { ToolCatalog.tool(named: $0)?.targets(in: files).isEmpty == false }
    }
    if launch || applies("pip-audit") {
      checks.append(Check(name: "dependencies.python", anyOf: ["pip-audit", "safety"]))
    }
    if launch || applies("npm-audit") {
      checks.append(Check(name: "dependencies.node", anyOf: ["npm-audit"]))
    }
    if launch || applies("bandit") {
      checks.append(Check(name: "code.static", anyOf: ["bandit", "semgrep"]))
    }
    if launch || !dockerfiles.isEmpty { checks.append(Check(name: "container", anyOf: ["trivy"])) }
    return checks
  }

  private var dockerfiles: [String] {
    files.named { $0 == "Dockerfile" || $0.hasPrefix("Dockerfile.") || $0 == "Containerfile" }
  }

  private var launchChecks: [Check] { webChecks + loadChecks + testChecks + signOffs }

  private var webChecks: [Check] {
    ["sql-injection", "xss", "csrf", "authentication-bypass", "rate-limits"].map {
      Check(name: "web.\($0)", anyOf: ["zap", "burp"], keys: ["environment = \"staging\""])
    }
  }

  private var loadChecks: [Check] {
    let tools = ["k6", "locust", "jmeter", "artillery"]
    func targets(_ p50: Int, _ p95: Int, _ p99: Int, _ errors: String) -> [String] {
      ["p50_ms = \(p50)", "p95_ms = \(p95)", "p99_ms = \(p99)", "error_rate = \(errors)"]
    }
    return [
      Check(
        name: "load.baseline-10-users", anyOf: tools,
        keys: ["environment = \"load-baseline\""] + targets(200, 500, 1000, "0.01")),
      Check(
        name: "load.normal-50-users", anyOf: tools,
        keys: ["environment = \"load-normal\""] + targets(200, 500, 1000, "0.01")),
      Check(
        name: "load.peak-200-users", anyOf: tools,
        keys: ["environment = \"load-peak\""] + targets(500, 1000, 2000, "0.05")),
      // Recorded without a target: where the service bends is worth knowing, not a condition.
      Check(
        name: "load.stress-500-users", anyOf: tools,
        keys: ["environment = \"load-stress\"", "min_requests = 1"]),
    ]
  }

  private var testChecks: [Check] {
    [
      Check(name: "tests.end-to-end", anyOf: ["playwright", "junit"], keys: ["min_tests = 1"]),
      Check(name: "coverage.overall", anyOf: ["coverage"], keys: ["min_lines = 80"]),
      Check(name: "smoke.health", anyOf: ["check"], keys: ["environment = \"staging\""]),
    ]
  }

  private var signOffs: [Check] {
    [
      "documentation", "backup-restored", "rollback-rehearsed", "monitoring", "on-call", "runbook",
      "changelog",
    ].map { Check(name: "sign-off.\($0)", anyOf: ["sign-off"]) }
  }
}
