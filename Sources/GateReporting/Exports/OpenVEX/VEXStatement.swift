import FindingModel

/// What is said about one flaw in one package.
struct VEXStatement: JSONWritable {
  private let finding: Finding
  private let package: Package
  private let product: String?

  init?(_ finding: Finding, product: String?) {
    guard let package = finding.package, !package.purl.isEmpty,
      finding.category == .dependency || finding.category == .container
    else { return nil }
    self.finding = finding
    self.package = package
    self.product = product
  }

  private static let justifications: Set<String> = [
    "component_not_present", "vulnerable_code_not_present",
    "vulnerable_code_not_in_execute_path",
    "vulnerable_code_cannot_be_controlled_by_adversary", "inline_mitigations_already_exist",
  ]

  func write(to json: inout JSONWriter) {
    json.member("vulnerability") { json in
      json.object { json in
        json.member("name", name)
        if !aliases.isEmpty { json.member("aliases", aliases) }
      }
    }
    json.member("products") { json in
      json.array([component]) { json, component in
        json.object { writeProduct(component, to: &$0) }
      }
    }
    json.member("status", status)
    switch status {
    case "not_affected":
      if let justification { json.member("justification", justification) }
      json.member("impact_statement", reason ?? "decided to be no flaw here")
    case "affected": json.member("action_statement", reason ?? "see the finding")
    default: return
    }
  }

  /// All that is written, so that equal statements have equal summaries.
  var summary: String {
    ([name, component, status, reason ?? "", justification ?? ""] + aliases)
      .joined(separator: "\n")
  }

  private var aliases: [String] {
    Set(finding.identifiers.filter { $0 != name && !isClass($0) }).sorted()
  }

  private func writeProduct(_ component: String, to json: inout JSONWriter) {
    json.member("@id", product ?? component)
    guard product != nil else {
      json.member("identifiers") { json in json.object { $0.member("purl", component) } }
      return
    }
    json.member("subcomponents") { json in
      json.array([component]) { json, component in
        json.object { json in
          json.member("@id", component)
          json.member("identifiers") { json in json.object { $0.member("purl", component) } }
        }
      }
    }
  }

  private var name: String {
    Fingerprint.primaryAdvisory(of: finding.identifiers) ?? finding.ruleID
  }

  private func isClass(_ name: String) -> Bool {
    name.hasPrefix("CWE-") || name.hasPrefix("OWASP")
  }

  /// The package with its version, where it is known.
  private var component: String {
    package.installed.map { "\(package.purl)@\(RelativeURI.of(path: $0))" } ?? package.purl
  }

  private var justification: String? {
    let word = finding.decision?.decision.justification
    return word.flatMap { Self.justifications.contains($0) ? $0 : nil }
  }

  private var reason: String? {
    let text =
      finding.decision?.decision.reason ?? finding.stateReason ?? finding.suppressionReason
      ?? finding.remediation
    return text.map { PlainText.block($0, limit: 4000) }
  }

  private var status: String {
    switch finding.state {
    case .falsePositive: "not_affected"
    case .mitigated: justification == nil ? "affected" : "not_affected"
    case .accepted, .allowedInline: "affected"
    case .fixed: "fixed"
    case .new, .known, .expired: "under_investigation"
    }
  }
}
