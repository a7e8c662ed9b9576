import FindingModel
import ReportReading

/// JSON lines of `yarn audit --json` (yarn 1) and `yarn npm audit --json` (yarn 4).
enum YarnAuditLines {
  static func isEntry(_ value: JSONValue) -> Bool {
    (value["type"].text != nil && value.has("data"))
      || (value["value"].text != nil && value["children"]["Issue"].text != nil)
  }

  static func read(_ text: [UInt8], into draft: inout Draft) {
    var advisories: Set<String> = []
    var isYarn1 = false
    var hasSummary = false
    var unknown = 0
    JSONLines.read(text, limits: draft.limits) { line in
      guard case .success(let entry) = line.value, isEntry(entry) else {
        unknown += 1
        return
      }
      switch entry["type"].text {
      case "auditAdvisory":
        isYarn1 = true
        let advisory = entry["data"]["advisory"]
        // One line for each path to the package.
        let key = "\(advisory["id"].scalar ?? "") \(advisory["module_name"].text ?? "")"
        if advisories.insert(key).inserted { NpmAdvisory.add(advisory, key: "", into: &draft) }
      case "auditSummary":
        isYarn1 = true
        hasSummary = true
        summary(entry["data"], &draft)
      case "error", "warning", "info":
        isYarn1 = true
        message(entry, &draft)
      case nil: addYarn4(entry, &draft)
      default: return
      }
    }
    if advisories.isEmpty, !isYarn1, draft.isEmpty {
      draft.wrongTool("no line is one of yarn's audit")
    } else if unknown > 0 {
      draft.partial("\(unknown) lines are not yarn's: cut short or mixed with other output")
    } else if isYarn1, !hasSummary {
      draft.partial("yarn's summary line is missing: cut short")
    }
  }

  private static func summary(_ data: JSONValue, _ draft: inout Draft) {
    let total = data["totalDependencies"].integer ?? 0
    draft.covered = "\(total) packages"
    draft.looked = total > 0
    if total == 0, draft.isEmpty { draft.broken("yarn audited no package") }
  }

  private static func message(_ entry: JSONValue, _ draft: inout Draft) {
    let words = entry["data"].text ?? "no reason given"
    if entry["type"].text == "error" {
      draft.broken("yarn failed: \(words)")
    } else if words.lowercased().contains("no lockfile") {
      draft.broken("yarn: \(words)")
    }
  }

  private static func addYarn4(_ entry: JSONValue, _ draft: inout Draft) {
    let name = entry["value"].text ?? ""
    let details = entry["children"]
    let url = details["URL"].text
    let github = url.flatMap { Identifiers.inText($0).first }
    var record = DependencyRecord(
      rule: github ?? "NPM-\(Words.line(details["ID"].scalar ?? "unknown"))",
      purl: PackageURL.make("npm", name), name: name,
      rating: NpmAdvisory.labels.rating(details["Severity"].text))
    record.title = details["Issue"].text
    record.installed = details["Tree Versions"].texts.first
    record.references = [url].compactMap { $0 }
    draft.add(record.finding(draft))
  }
}
