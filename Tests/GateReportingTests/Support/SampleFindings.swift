import FindingModel

enum SampleFindings {
  static func id(_ kind: String, _ name: String) -> String {
    "sg1:\(kind):" + Fingerprint.digest([name])
  }

  static func blocking() -> [Finding] { [cloudKey(), pickle(), smuggling(), sqlInjection()] }

  private static func cloudKey() -> Finding {
    var finding = Finding(
      id: id("sec", "cloud key"), category: .secret, severity: .critical, severitySource: .rule,
      confidence: .high, title: "AWS access key in a Terraform variables file",
      ruleID: "aws-access-key")
    finding.exposure = .head
    finding.preview = "AKIA…LM"
    finding.description = "Two parts of a key pair stand side by side."
    finding.remediation =
      "Revoke the key in IAM and issue a new one. Removing the line does not help: history keeps it."
    finding.references = ["https://docs.example.com/iam/rotate-access-keys"]
    var head = Location(path: "deploy/terraform/staging.auto.tfvars", line: 14)
    head.column = 9
    head.endLine = 14
    head.commit = "8c03d7e1f5a2b4c6d8e0f1a3b5c7d9e1f3a5b7c9"
    head.author = "J. Weber <j.weber@example.org>"
    head.date = "2026-11-19T09:12:44Z"
    head.blob = "5be1c07d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b"
    head.inHead = true
    head.exposure = .head
    var message = Location()
    message.object = "commit 8c03d7e1f5a2b4c6d8e0f1a3b5c7d9e1f3a5b7c9"
    message.exposure = .refs
    finding.locations = [head, message]
    finding.witnesses = [
      Witness(tool: "secgate", version: "0.1.0", ruleID: "aws-access-key"),
      Witness(
        tool: "trufflehog", version: "3.92.4", ruleID: "AWS", severity: "verified",
        note: "verified 2026-11-23"),
    ]
    finding.firstSeen = "2026-11-19T10:00:00Z"
    finding.lastSeen = "2026-11-23T14:00:00Z"
    finding.failing = true
    finding.owner = "Platform"
    finding.signals = ["structure decodes"]
    finding.count = 1
    return finding
  }

  private static func pickle() -> Finding {
    var finding = Finding(
      id: "sg1:dep:CVE-2026-91774:pkg:pypi/quillcache:services/api/requirements.txt",
      category: .dependency, severity: .critical, severitySource: .cvss, confidence: .high,
      title: "Remote code execution when unpickling a cached job",
      ruleID: "CVE-2026-91774", identifiers: ["CVE-2026-91774", "CWE-502", "GHSA-x4q8-7rfm-29pc"])
    finding.cvss = CVSS(score: 9.8, vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")
    finding.package = Package(
      purl: "pkg:pypi/quillcache", name: "quillcache", installed: "3.1.4", fixedIn: ["3.1.6"])
    finding.description =
      "A crafted queue entry is deserialised before its signature is checked.\nAll versions."
    finding.remediation = "Upgrade quillcache to 3.1.6."
    finding.references = ["https://advisories.example.org/GHSA-x4q8-7rfm-29pc"]
    var location = Location(path: "services/api/requirements.txt", line: 12)
    location.manifest = "services/api/requirements.txt"
    finding.locations = [location]
    finding.witnesses = [
      Witness(tool: "pip-audit", version: "2.9.0", ruleID: "GHSA-x4q8-7rfm-29pc"),
      Witness(tool: "trivy", version: "0.72.0", ruleID: "CVE-2026-91774", severity: "CRITICAL"),
    ]
    finding.firstSeen = "2026-11-21T08:00:00Z"
    finding.failing = true
    finding.owner = "Relay API"
    return finding
  }

  private static func smuggling() -> Finding {
    var finding = Finding(
      id: "sg1:dep:CVE-2026-70218:pkg:npm/wsmux:services/console/package-lock.json",
      category: .dependency, severity: .high, severitySource: .none, confidence: .high,
      title: "Request smuggling in wsmux behind a lenient proxy", ruleID: "CVE-2026-70218",
      identifiers: ["CVE-2026-70218"])
    finding.package = Package(purl: "pkg:npm/wsmux", name: "wsmux", installed: "5.2.0")
    finding.locations = [Location(path: "services/console/package-lock.json")]
    finding.witnesses = [Witness(tool: "npm-audit", version: "11.6.2", ruleID: "1109")]
    finding.countedAs = .high
    finding.state = .expired
    finding.stateReason = "expired 2026-11-15"
    finding.decision = SampleDecisions.expired()
    finding.firstSeen = "2026-08-12T00:00:00Z"
    finding.failing = true
    finding.owner = "Console"
    return finding
  }

  private static func sqlInjection() -> Finding {
    var finding = Finding(
      id: id("code", "sql"), category: .code, severity: .high, severitySource: .tool,
      title: "SQL built from request input in the event search", ruleID: "B608",
      identifiers: ["CWE-89"],
      locations: [Location(path: "services/api/relay/search.py", line: 88)],
      witnesses: [
        Witness(tool: "bandit", version: "1.8.6", ruleID: "B608", severity: "MEDIUM"),
        Witness(tool: "semgrep", version: "1.140.0", ruleID: "sqli", severity: "ERROR"),
      ])
    finding.related = [id("code", "No anti-CSRF token on the webhook test form")]
    finding.failing = true
    finding.firstSeen = "2026-11-18T00:00:00Z"
    return finding
  }

  /// Below the threshold, open.
  static func minor() -> [Finding] {
    var cookie = Finding(
      id: id("web", "cookie"), category: .web, severity: .medium, severitySource: .tool,
      title: "Cookie without the Secure attribute", ruleID: "10011")
    var place = Location()
    place.url = "https://staging.example.org/console/webhooks"
    place.method = "GET"
    place.parameter = "session"
    cookie.locations = [place]
    cookie.witnesses = [Witness(tool: "zap", version: "2.17.0", ruleID: "10011")]
    cookie.owner = "Console"
    cookie.firstSeen = "2026-10-22T00:00:00Z"
    var image = Finding(
      id: "sg1:dep:CVE-2026-65812:pkg:deb/inkjet:registry.example.net/eventrelay/worker",
      category: .container, severity: .low, severitySource: .tool,
      title: "Out-of-bounds read in inkjet 3.25.11", ruleID: "CVE-2026-65812",
      identifiers: ["CVE-2026-65812"])
    var layer = Location()
    layer.image = "registry.example.net/eventrelay/worker:2.8.0"
    layer.layer = "2"
    image.locations = [layer]
    image.witnesses = [Witness(tool: "trivy", version: "0.72.0", ruleID: "CVE-2026-65812")]
    image.state = .known
    image.firstSeen = "2026-04-01T00:00:00Z"
    return [cookie, image]
  }

  /// Accepted, false positive, mitigated, allowed by a comment, fixed; and one that is unreachable.
  static func decided() -> [Finding] {
    let states: [(FindingState, Severity, String)] = [
      (.accepted, .high, "Path traversal in archive extraction of tarlite 2.0.8"),
      (.falsePositive, .medium, "Generic password assignment"),
      (.mitigated, .medium, "No anti-CSRF token on the webhook test form"),
      (.allowedInline, .low, "Standard random generator used for jitter"),
      (.fixed, .high, "Outdated TLS version offered"),
    ]
    return states.map { state, severity, title in
      var finding = Finding(
        id: id("code", title), category: .code, severity: severity, severitySource: .tool,
        title: title, ruleID: "rule-" + state.rawValue,
        locations: [Location(path: "services/worker/relay/\(state.rawValue).py", line: 27)],
        witnesses: [Witness(tool: "semgrep", version: "1.140.0", ruleID: "x")])
      finding.state = state
      finding.owner = "Relay API"
      if state == .allowedInline {
        finding.suppressed = true
        finding.suppressionReason = "secgate:allow"
      }
      return finding
    }
  }

  static func suspect() -> Finding {
    Finding(
      id: id("sec", "suspect"), category: .secret, severity: .high, severitySource: .rule,
      confidence: .low, title: "Generic password assignment", ruleID: "generic-password",
      locations: [Location(path: "docs/configuration.md", line: 112)],
      witnesses: [Witness(tool: "secgate", ruleID: "generic-password")])
  }
}
