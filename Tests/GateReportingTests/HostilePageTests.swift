import FindingModel
import Testing

@testable import GateReporting

/// Texts that break pages that are built from strings.
@Suite struct HostilePageTests {
  static let strings: [String] = [
    "<script>canary()</script>", "</script><script>canary()</script>",
    "<img src=x onerror=canary()>",
    "\" onmouseover=\"canary()", "' onfocus='canary()' autofocus='", "javascript:canary()",
    "JaVaScRiPt:canary()", "data:text/html,<script>canary()</script>", "vbscript:canary()",
    "<svg onload=canary()>", "<svg><script>canary()</script></svg>", "<iframe srcdoc='<p>'>",
    "<style>*{display:none}</style>", "</style><script>canary()</script>",
    "</title><script>canary()",
    "<!--", "-->", "<![CDATA[", "]]>", "{{constructor.constructor('canary()')()}}", "${canary()}",
    "<%= canary() %>", "#{canary()}", "&lt;script&gt;", "&#x3c;script&#x3e;", "</noscript><b>",
    "</td></tr></table><h1>GO</h1>", "<tr id=\"f-0\">", "\u{202e}OG-ON\u{202c}", "\u{200b}\u{feff}",
    "a\u{0}b\u{7}c\u{1b}[31m", "line one\nline two\r\n<tr id=\"f-x\">", "\u{2028}\u{2029}",
    "<math><mi//xlink:href=\"javascript:canary()\">", "<base href=//evil.example>",
    "<form action=//evil.example><input>", "<meta http-equiv=refresh content=0>",
    "<link rel=stylesheet href=//evil.example>", "\u{e0041}\u{e0042}", "`canary()`",
    String(repeating: "<b>", count: 350_000),
  ]

  /// The same text in every field that a report, a repository or a person can fill.
  static func outcome(_ text: String) -> GateOutcome {
    var outcome = SampleOutcome.noGo()
    outcome.scope.name = text
    outcome.scope.branch = text
    outcome.scope.base = text
    outcome.scope.notes = [text]
    outcome.headline = text
    var ids: [String: String] = [:]
    for index in outcome.findings.indices {
      ids[outcome.findings[index].id] = "\(text)-\(index)"
      fill(&outcome.findings[index], text)
    }
    for index in outcome.findings.indices { rename(&outcome.findings[index], ids) }
    for index in outcome.reasons.indices { outcome.reasons[index].text = text }
    for index in outcome.conditions.indices {
      outcome.conditions[index].title = text
      outcome.conditions[index].check = text
      outcome.conditions[index].required = text
      outcome.conditions[index].result = text
      outcome.conditions[index].anyOf = [text]
    }
    for index in outcome.decisions.indices {
      fill(&outcome.decisions[index], text)
      let id = outcome.decisions[index].decision.id
      outcome.decisions[index].decision.id = ids[id] ?? id
    }
    for index in outcome.suppressions.indices {
      outcome.suppressions[index].place = text
      outcome.suppressions[index].what = text
      outcome.suppressions[index].reason = text
      outcome.suppressions[index].kind = text
    }
    outcome.runs = outcome.runs?.map { fill($0, text) }
    outcome.coverage?.gaps = [Gap(kind: .corrupt, subject: text, path: text, detail: text)]
    outcome.coverage?.skipped = [.init(kind: text, subject: text, reason: text)]
    outcome.policy?.further = [text]
    outcome.policy?.source = text
    outcome.gateChanges = [
      GateChange(effect: .looser, subject: text, before: text, after: text, counts: false)
    ]
    return outcome
  }

  private static func fill(_ finding: inout Finding, _ text: String) {
    finding.title = text
    finding.description = text
    finding.identifiers = [text]
    finding.cvss = CVSS(score: 9.8, vector: text)
    finding.lastSeen = text
    finding.suppressionReason = text
    finding.signals = [text]
    finding.ruleID = text
    finding.remediation = text
    finding.references = [text, "https://" + text]
    finding.owner = text
    finding.preview = text
    finding.stateReason = text
    finding.firstSeen = text
    finding.package?.purl = text
    finding.package?.installed = text
    finding.package?.name = text
    finding.package?.fixedIn = [text]
    finding.witnesses = [
      Witness(tool: text, version: text, ruleID: text, severity: text, note: text)
    ]
    var location = Location(path: text, line: 1)
    (location.blob, location.object, location.manifest) = (text, text, text)
    (location.url, location.method, location.parameter) = (text, text, text)
    (location.image, location.layer) = (text, text)
    location.author = text
    location.commit = text
    location.date = text
    finding.locations = [location]
  }

  private static func rename(_ finding: inout Finding, _ ids: [String: String]) {
    finding.id = ids[finding.id] ?? finding.id
    finding.related = finding.related?.map { ids[$0] ?? $0 }
  }

  private static func fill(_ summary: inout DecisionSummary, _ text: String) {
    summary.decision.reason = text
    summary.decision.owner = text
    summary.decision.approver = text
    summary.decision.ticket = text
    summary.decision.title = text
    summary.voidReasons = [text]
    summary.commit = text
    summary.broughtBy = text
    summary.broughtOn = text
  }

  private static func fill(_ run: Evidence, _ text: String) -> Evidence {
    var run = run
    run.tool = text
    run.version = text
    run.target = text
    run.environment = text
    run.problems = [text]
    run.skipped = [text]
    run.covered = text
    run.databaseDate = text
    run.commit = text
    return run
  }

  @Test(arguments: strings.indices)
  func `no text of a finding becomes markup`(index: Int) throws {
    let text = Self.strings[index]
    let page = try LaunchPageTests.page(Self.outcome(text))
    let plain = try Self.plain.get()
    #expect(Self.shape(page) == plain.shape)
    #expect(page.utf8.count < plain.size + 4_000_000)
    let visible = page.unicodeScalars.filter { InvisibleText.contains($0) && $0 != "\n" }
    #expect(visible.isEmpty)
  }

  /// What every page is held against, written once.
  private static let plain = Result {
    let page = try LaunchPageTests.page(outcome("plain"))
    return (shape: shape(page), size: page.utf8.count)
  }

  /// The elements of a page without their text and without line breaks in paths.
  private static func shape(_ page: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for tag in page.split(separator: "<").dropFirst() {
      let name = tag.prefix { $0.isLetter || $0 == "/" || $0.isNumber }
      if name == "wbr" { continue }
      counts[String(name), default: 0] += 1
    }
    // A text that is a web address becomes a link; no text here is one.
    return counts
  }

  @Test(arguments: [
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", " https://x.example", "https://x.example/\u{7}",
    "data:text/html,x", "//x.example", "https:/x.example", "https://user@x.example/", "ftp://x", "",
    "https://", "https://x.example/ü",
  ])
  func `only plain web addresses become links`(address: String) {
    #expect(HTMLAddress.web(address) == nil)
  }

  @Test func `a web address becomes a link`() {
    #expect(HTMLAddress.web("https://docs.example.org/a?b=c&d#e")?.text != nil)
  }

  @Test(arguments: ["$(rm -rf ~)", "a'b", "`id`", "a b;c", "\n", "", "ü\u{202e}"])
  func `a copied command is one command whatever a name holds`(word: String) {
    let quoted = ShellWord.quoted(word)
    #expect(quoted.hasPrefix("'") && quoted.hasSuffix("'"))
    let inner = quoted.dropFirst().dropLast().replacing("'\\''", with: "")
    #expect(!inner.contains("'"))
    #expect(!inner.contains("\n"))
  }
}
