import FindingModel

/// A judgement whose every free text tries to be something else.
enum HostileOutcome {
  static let texts = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a|b`c`*d*_e_[f](http://g)",
    "@everyone #1 :tada: https://evil.example www.evil.example", "=HYPERLINK(\"http://evil\")",
    "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "\u{202e}gnp.exe", "\u{0}\u{1b}[31mred\u{7f}",
    "line\nbreak\r\nand\ttab", "]]></failure><x/>", "%0A::error::x", "\u{fffe}\u{ffff}\u{feff}",
    "\\[link](1)", "", " ", "- [ ] task", "~~~\ncode\n~~~", "&amp;&#64;", "::set-output name=a::b",
    String(repeating: "é", count: 20_000), "'; DROP TABLE findings; --", "{{7*7}}${7*7}",
  ]

  static func make(_ text: String) -> GateOutcome {
    var outcome = SampleOutcome.noGo()
    outcome.headline = text
    outcome.scope.name = text
    outcome.reasons = outcome.reasons.map { reason in
      var reason = reason
      reason.text = text
      return reason
    }
    outcome.findings = outcome.findings.map { finding in
      var finding = finding
      finding.title = text
      finding.description = text
      finding.ruleID = text
      finding.remediation = text
      finding.preview = text
      finding.identifiers = [text, "CWE-79", "CVE-2026-1"]
      finding.references = [text, "https://example.org/" + text]
      finding.stateReason = text
      finding.locations = finding.locations.map { location in
        var location = location
        location.path = location.path.map { _ in text }
        location.url = location.url.map { _ in text }
        location.image = location.image.map { _ in text }
        location.parameter = text
        location.line = location.line.map { _ in Int.max }
        location.endLine = -5
        location.column = Int.max
        return location
      }
      finding.package?.name = text
      finding.package?.installed = text
      finding.package?.fixedIn = [text]
      finding.witnesses = finding.witnesses.map { _ in
        Witness(tool: text, version: text, ruleID: text, severity: text)
      }
      finding.decision?.decision.reason = text
      return finding
    }
    outcome.conditions = outcome.conditions.map { condition in
      var condition = condition
      (condition.title, condition.result, condition.required) = (text, text, text)
      return condition
    }
    return outcome
  }
}
