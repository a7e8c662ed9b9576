public import FindingModel
import ReportReading

/// gitleaks JSON of versions 6 to 8 (github.com/gitleaks/gitleaks).
public struct GitleaksAdapter: DraftingAdapter {
  public let tool = "gitleaks"
  public let category = Category.secret
  // 1 is leaks or an error; secgate asks for 42, and another caller may have chosen any other.
  let exitCodes = ExitCodes(
    done: [0], findings: [1], failures: [126: "unknown flag"], othersAreFindings: true)

  /// gitleaks states no severity; a tag may.
  private static let labels = SeverityLabels(
    stated: ["critical": .critical, "high": .high, "medium": .medium, "low": .low])

  public init() {}

  public func recognises(_ sample: ReportSample) -> Bool {
    sample.has("*.RuleID", "*.Secret") || sample.has("*.offender", "*.rule")
  }

  func read(_ text: [UInt8], into draft: inout Draft) throws {
    var wrong = 0
    let rest = try JSONReader.read(text, elementsOf: "", limits: draft.limits) { _, leak in
      if let finding = finding(leak, draft) { draft.add(finding) } else { wrong += 1 }
    }
    guard rest.isArray || rest.isNull else {
      draft.wrongTool("an array should be there")
      return
    }
    if wrong > 0, draft.isEmpty {
      draft.wrongTool("no element holds a rule with a secret")
    } else if wrong > 0 {
      draft.partial("\(wrong) records that are no leaks were skipped")
    }
  }

  private func finding(_ leak: JSONValue, _ draft: Draft) -> Finding? {
    if let rule = leak["RuleID"].text, leak.has("Secret") || leak.has("Match") {
      return recent(leak, rule, draft)
    }
    guard let rule = leak["rule"].text, leak.has("offender") else { return nil }
    var record = SecretRecord(rule: rule, title: rule, rating: severity(leak["tags"]))
    let offender = leak["offender"].string ?? ""
    // Before version 7 the offender is the whole match: `NAME="value"`.
    let secret = leak.has("lineNumber") ? offender : AssignedValue.value(in: offender)
    record.value = Array(secret.utf8)
    record.name = AssignedValue.name(in: leak["line"].string ?? "", value: record.value ?? [])
    record.path = leak["file"].text
    record.line = leak["lineNumber"].integer
    record.commit = leak["commit"].text
    record.author = author(leak["author"].text, leak["email"].text)
    record.date = leak["date"].text
    return record.finding(draft)
  }

  private func recent(_ leak: JSONValue, _ rule: String, _ draft: Draft) -> Finding {
    var record = SecretRecord(
      rule: rule, title: leak["Description"].text ?? rule, rating: severity(leak["Tags"]))
    record.value = Array((leak["Secret"].text ?? leak["Match"].text ?? "").utf8)
    record.name = AssignedValue.name(in: leak["Match"].string ?? "", value: record.value ?? [])
    record.path = leak["File"].text
    record.line = leak["StartLine"].integer
    record.endLine = leak["EndLine"].integer
    record.commit = leak["Commit"].text
    record.author = author(leak["Author"].text, leak["Email"].text)
    record.date = leak["Date"].text
    return record.finding(draft)
  }

  /// The table says high for all; a tag with a severity states one.
  private func severity(_ tags: JSONValue) -> Rating {
    let words = tags.isArray ? tags.texts : (tags.text ?? "").split(separator: ",").map(String.init)
    for word in words {
      let rating = Self.labels.rating(Words.line(word))
      if rating.source == .tool { return rating }
    }
    return Rating(severity: .high, source: .rule)
  }

  private func author(_ name: String?, _ address: String?) -> String? {
    guard let name = name ?? address else { return nil }
    return address.map { "\(name) <\($0)>" } ?? name
  }
}
