import FindingModel

/// Baselines that are JSON reports: gitleaks, detect-secrets, bandit, OpenVEX.
enum IgnoreReports {
  /// - Parameter format: nil: whatever the content looks like.
  static func read(_ json: Any, format: ForeignBaseline.Format?) -> ForeignBaseline? {
    switch format {
    case .gitleaks: gitleaks(json)
    case .detectSecrets: detectSecrets(json)
    case .bandit: bandit(json)
    case .openVEX: openVEX(json)
    default: openVEX(json) ?? detectSecrets(json) ?? bandit(json) ?? gitleaks(json)
    }
  }

  private static func gitleaks(_ json: Any) -> ForeignBaseline? {
    guard let items = json as? [[String: Any]], items.allSatisfy({ $0["RuleID"] != nil }) else {
      return nil
    }
    var baseline = ForeignBaseline(.gitleaks)
    for item in items {
      guard let path = item["File"] as? String, let line = item["StartLine"] as? Int else {
        baseline.problems.append("a record without File or StartLine")
        continue
      }
      var entry = ForeignBaseline.Entry(.falsePositive, "\(path):\(line)")
      entry.path = path
      entry.line = line
      entry.commit = (item["Commit"] as? String).flatMap { $0.isEmpty ? nil : $0 }
      entry.reason = "in the gitleaks baseline"
      baseline.entries.append(entry)
    }
    return baseline
  }

  private static func detectSecrets(_ json: Any) -> ForeignBaseline? {
    guard let root = json as? [String: Any], let files = root["results"] as? [String: Any],
      root["plugins_used"] != nil || root["generated_at"] != nil, root["metrics"] == nil
    else { return nil }
    var baseline = ForeignBaseline(.detectSecrets)
    for (path, value) in files.sorted(by: { $0.key < $1.key }) {
      for item in value as? [[String: Any]] ?? [] {
        guard let line = item["line_number"] as? Int else {
          baseline.problems.append("\(path): an entry without line_number")
          continue
        }
        // Only what an audit called no secret is false; the rest is known and nothing more.
        let isFalse = item["is_secret"] as? Bool == false
        var entry = ForeignBaseline.Entry(isFalse ? .falsePositive : .known, "\(path):\(line)")
        entry.path = path
        entry.line = line
        entry.reason = isFalse ? "audited as no secret" : "in .secrets.baseline"
        baseline.entries.append(entry)
      }
    }
    return baseline
  }

  private static func bandit(_ json: Any) -> ForeignBaseline? {
    guard let root = json as? [String: Any], let items = root["results"] as? [[String: Any]],
      root["metrics"] != nil || items.contains(where: { $0["test_id"] != nil })
    else { return nil }
    var baseline = ForeignBaseline(.bandit)
    for item in items {
      guard let rule = item["test_id"] as? String, let file = item["filename"] as? String,
        let line = item["line_number"] as? Int
      else {
        baseline.problems.append("a result without test_id, filename or line_number")
        continue
      }
      let path = file.hasPrefix("./") ? String(file.dropFirst(2)) : file
      var entry = ForeignBaseline.Entry(.known, "\(rule) \(path):\(line)")
      entry.rule = rule
      entry.path = path
      entry.line = line
      entry.reason = "in the bandit baseline"
      baseline.entries.append(entry)
    }
    return baseline
  }

  /// Statements of OpenVEX 0.2.0; older documents name products and vulnerabilities as strings.
  private static func openVEX(_ json: Any) -> ForeignBaseline? {
    guard let root = json as? [String: Any], let context = root["@context"] as? String,
      context.contains("openvex"), let items = root["statements"] as? [[String: Any]]
    else { return nil }
    var baseline = ForeignBaseline(.openVEX)
    for item in items {
      let vulnerability = item["vulnerability"]
      let name =
        vulnerability as? String ?? (vulnerability as? [String: Any])?["name"] as? String
      guard let name, !name.isEmpty else {
        baseline.problems.append("a statement without a vulnerability")
        continue
      }
      guard let kind = kind(item["status"] as? String) else { continue }
      var entry = ForeignBaseline.Entry(kind, name)
      entry.advisory = name
      entry.justification = item["justification"] as? String
      entry.reason =
        item["impact_statement"] as? String ?? item["action_statement"] as? String
        ?? entry.justification.map { $0.replacing("_", with: " ") } ?? "stated by OpenVEX"
      let purls = (item["products"] as? [Any] ?? []).compactMap(purl)
      guard !purls.isEmpty else {
        baseline.problems.append("\(name): a statement without a product's purl")
        continue
      }
      for purl in purls {
        entry.purl = purl
        baseline.entries.append(entry)
      }
    }
    return baseline
  }

  /// `affected` and `under_investigation` decide nothing.
  private static func kind(_ status: String?) -> Decision.Kind? {
    switch status {
    case "not_affected": .falsePositive
    case "fixed": .mitigated
    default: nil
    }
  }

  private static func purl(_ product: Any) -> String? {
    if let text = product as? String { return text.hasPrefix("pkg:") ? text : nil }
    guard let table = product as? [String: Any] else { return nil }
    let identifiers = table["identifiers"] as? [String: Any]
    let text = identifiers?["purl"] as? String ?? table["@id"] as? String
    return text.flatMap { $0.hasPrefix("pkg:") ? $0 : nil }
  }
}
