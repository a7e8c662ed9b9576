public import FindingModel
import ReportReading

/// `semgrep --json` and the two lists of semgrep's cloud API (semgrep.dev/docs).
public struct SemgrepAdapter: DraftingAdapter {
  public let tool = "semgrep"
  public let category = Category.code
  let exitCodes = ExitCodes(
    done: [0], findings: [1],
    failures: [
      2: "semgrep failed", 3: "a target does not parse", 4: "a rule is invalid",
      5: "the rules are no YAML", 7: "the configuration is missing or invalid",
      8: "unknown language", 13: "the API key is not valid", 14: "the scan failed",
    ])

  static let labels = SeverityLabels(
    stated: [
      "critical": .critical, "error": .high, "high": .high, "warning": .medium,
      "medium": .medium, "info": .low, "low": .low, "inventory": .info, "experiment": .info,
    ])

  public init() {}

  public func recognises(_ sample: ReportSample) -> Bool {
    sample.has("results.*.check_id") || sample.has("results", "errors", "paths.scanned")
      || sample.has("results", "errors", "skipped_rules") || sample.has("vulns.*.advisory")
      || sample.has("findings.*.rule_name", "findings.*.location.file_path")
  }

  func read(_ text: [UInt8], into draft: inout Draft) throws {
    if draft.sample.map(SarifAdapter().recognises) == true, draft.sample?.has("results") != true {
      try SarifAdapter().read(text, into: &draft)
      if !draft.isBroken, draft.covered?.lowercased().contains("semgrep") != true {
        draft.wrongTool("SARIF of another tool; import it as sarif")
      }
      return
    }
    let rest = try JSONReader.read(
      text, elementsOf: "results|findings|vulns", limits: draft.limits
    ) { place, record in
      guard let finding = finding(record, place.member, draft) else {
        draft.partial("a result without rule or path was skipped")
        return
      }
      draft.add(finding)
    }
    if rest["findings"].isArray || rest["vulns"].isArray, rest["errors"].isNull {
      draft.looked = true
      if rest["hasMore"].flag == true {
        draft.partial("the list goes on: `hasMore` is true")
      }
      return
    }
    guard rest["results"].isArray, rest["errors"].isArray, rest["metrics"].isNull else {
      draft.wrongTool("`results` and `errors` should be there")
      return
    }
    draft.version = rest["version"].text
    judge(rest, &draft)
  }

  private func judge(_ rest: JSONValue, _ draft: inout Draft) {
    let scanned = rest["paths"]["scanned"].elements.count
    draft.looked = scanned > 0
    if rest["paths"]["scanned"].isArray { draft.covered = "\(scanned) files" }
    for skipped in rest["paths"]["skipped"].elements {
      draft.skip("\(skipped["path"].text ?? "?"): \(skipped["reason"].text ?? "skipped")")
    }
    for error in rest["errors"].elements {
      // A type is a text, or an array that begins with one.
      let type = error["type"].text ?? error["type"].elements.first?.text ?? "error"
      let place = error["path"].text.map { " in \($0)" } ?? ""
      let words = "semgrep: \(type)\(place): \(error["message"].text ?? "")"
      switch error["level"].text?.lowercased() {
      case "info": draft.skip(words)
      case "warn", "warning": draft.partial(words)
      default: draft.broken(words)
      }
    }
  }

  private func finding(_ record: JSONValue, _ list: String, _ draft: Draft) -> Finding? {
    switch list {
    case "findings": SemgrepCloud.finding(record, draft)
    case "vulns": SemgrepCloud.vulnerability(record, draft)
    default: local(record, draft)
    }
  }

  private func local(_ result: JSONValue, _ draft: Draft) -> Finding? {
    guard let check = result["check_id"].text, let path = result["path"].text else { return nil }
    let extra = result["extra"]
    let metadata = extra["metadata"]
    let message = extra["message"].text ?? check
    var code = CodeRecord(
      rule: check, title: Self.title(message), rating: Self.labels.rating(extra["severity"].text))
    code.identityRule = Self.identity(check)
    code.description = message
    code.confidence = Self.confidence(metadata["confidence"].text)
    code.path = path
    code.line = result["start"]["line"].integer
    code.column = result["start"]["col"].integer
    code.endLine = result["end"]["line"].integer
    // Without a login the text is this, for every result.
    let lines = extra["lines"].string
    code.snippet = lines == "requires login" ? nil : lines
    code.weaknesses = Identifiers.weaknesses(metadata["cwe"])
    code.identifiers = metadata["owasp"].texts.map { "OWASP \($0)" }
    code.references = metadata["references"].texts
    if extra["is_ignored"].flag == true { code.suppression = "a nosemgrep comment" }
    return code.finding(draft)
  }

  /// The first sentence of a message.
  static func title(_ message: String) -> String {
    let line = Words.line(message)
    guard let end = line.firstRange(of: ". ") else { return line }
    return String(line[..<end.lowerBound])
  }

  /// The rule's id is prefixed with the folder of its file: the last two parts stay when it moves.
  static func identity(_ check: String) -> String {
    check.split(separator: ".").suffix(2).joined(separator: ".")
  }

  static func confidence(_ label: String?) -> Confidence {
    switch label?.uppercased() {
    case "HIGH": .high
    case "LOW": .low
    default: .medium
    }
  }
}
