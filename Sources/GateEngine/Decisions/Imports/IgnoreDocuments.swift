import Documents
import FindingModel

/// Ignore files in TOML and YAML.
enum IgnoreDocuments {
  /// `[[IgnoredVulns]]` with `id`, `ignoreUntil`, `reason` (google.github.io/osv-scanner).
  static func osvScanner(_ bytes: [UInt8], name: String) throws(DecisionRefusal) -> ForeignBaseline
  {
    var baseline = ForeignBaseline(.osvScanner)
    do throws(DocumentError) {
      let root = try TOMLReader.parse(bytes, file: name)
      for table in try root.tables("IgnoredVulns") {
        let id = try table.requiredString("id")
        var entry = ForeignBaseline.Entry(.acceptedRisk, id)
        entry.advisory = id
        entry.reason = try table.string("reason") ?? "ignored by osv-scanner.toml"
        if let until = table["ignoreUntil"] { entry.expires = day(until) }
        if table["ignoreUntil"] != nil, entry.expires == nil {
          baseline.problems.append("\(id): ignoreUntil is no day")
          continue
        }
        baseline.entries.append(entry)
      }
      if !(try root.tables("PackageOverrides")).isEmpty {
        baseline.problems.append(
          "PackageOverrides hide whole packages, which no decision does: decide on each finding")
      }
    } catch {
      throw DecisionRefusal(["\(error)"])
    }
    return baseline
  }

  /// Lists of `id`, `paths`, `purls`, `expired_at`, `statement` (trivy.dev/docs).
  static func trivy(_ text: String, name: String) throws(DecisionRefusal) -> ForeignBaseline {
    let value: DocumentValue
    do throws(DocumentError) {
      value = try YAMLReader.parse(text, file: name)
    } catch {
      throw DecisionRefusal(["\(error)"])
    }
    guard case .table(let root) = value else {
      throw DecisionRefusal(["\(name) is no .trivyignore.yaml"])
    }
    var baseline = ForeignBaseline(.trivyIgnoreYAML)
    for list in root.keys {
      guard ["vulnerabilities", "misconfigurations", "secrets"].contains(list) else {
        baseline.problems.append("\(list) is not read")
        continue
      }
      guard case .array(let items) = root[list] else { continue }
      for item in items { add(item, list, to: &baseline) }
    }
    return baseline
  }

  private static func add(
    _ item: DocumentValue, _ list: String, to baseline: inout ForeignBaseline
  ) {
    guard case .table(let table) = item, case .string(let id) = table["id"] else {
      baseline.problems.append("an entry of \(list) has no id")
      return
    }
    var entry = ForeignBaseline.Entry(list == "secrets" ? .falsePositive : .acceptedRisk, id)
    entry.advisory = id
    entry.reason = text(table["statement"]) ?? "ignored by .trivyignore.yaml"
    if let until = table["expired_at"] {
      entry.expires = day(until)
      guard entry.expires != nil else {
        baseline.problems.append("\(id): expired_at is no day")
        return
      }
    }
    let paths = texts(table["paths"])
    let purls = texts(table["purls"])
    let places: [(String?, String?)] =
      paths.isEmpty && purls.isEmpty
      ? [(nil, nil)] : paths.map { ($0, nil) } + purls.map { (nil, $0) }
    for (path, purl) in places {
      entry.path = path
      entry.purl = purl
      baseline.entries.append(entry)
    }
  }

  private static func text(_ value: DocumentValue?) -> String? {
    if case .string(let text) = value { return text }
    return nil
  }

  private static func texts(_ value: DocumentValue?) -> [String] {
    guard case .array(let items) = value else { return [] }
    return items.compactMap(text)
  }

  private static func day(_ value: DocumentValue) -> Day? {
    switch value {
    case .date(let text), .moment(let text), .string(let text): Day(text.prefix(10))
    default: nil
    }
  }
}
