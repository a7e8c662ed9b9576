import FindingModel

/// A finding in the words that all exports share.
struct ExportFinding {
  let finding: Finding
  private static let textLimit = 2000

  init(_ finding: Finding) { self.finding = finding }

  /// The location that stands for the finding: the first, which is the strongest.
  var place: Location { finding.locations.first ?? Location() }

  /// Where it is, for people: `path:12`, an address, an image.
  var placeWords: String {
    let place = place
    let name =
      place.path ?? place.url ?? place.image ?? place.object ?? place.manifest
      ?? finding.package?.purl ?? ""
    return place.line.map { "\(name):\($0)" } ?? name
  }

  var title: String {
    [finding.title, finding.ruleID].first { !$0.isEmpty } ?? finding.category.rawValue
  }

  /// The severity as the gate counts it, and whether a tool stated it.
  var severityWord: String {
    finding.severitySource == .none
      ? "unknown (counted as \(finding.counted.rawValue))" : finding.severity.rawValue
  }

  /// Whether a decision or a comment settles it, so that it asks nothing of anybody.
  var isSettled: Bool { !finding.state.isOpen }

  var stateWord: String { finding.state.rawValue.replacing("_", with: " ") }

  /// Why it is settled, or what opened it again.
  var reason: String? {
    finding.decision?.decision.reason ?? finding.suppressionReason ?? finding.stateReason
  }

  /// A sentence each: what, preview, exposure, package, description.
  var details: [String] {
    var lines: [String] = []
    if let preview = finding.preview { lines.append("Preview: \(preview)") }
    if let exposure = exposure { lines.append(exposure) }
    if let package = finding.package {
      let fix =
        package.fixedIn.isEmpty
        ? "no fix known" : "fixed in " + package.fixedIn.joined(separator: ", ")
      lines.append("\(package.name) \(package.installed ?? "of unknown version"): \(fix)")
    }
    if let description = finding.description { lines.append(description) }
    if let reason = finding.stateReason { lines.append("\(stateWord): \(reason)") }
    if finding.locations.count > 1 {
      lines.append("\(finding.locations.count) places in all")
    }
    return lines.map { PlainText.block($0, limit: Self.textLimit) }
  }

  var remediation: String? {
    finding.remediation.map { PlainText.block($0, limit: Self.textLimit) }
  }

  private var exposure: String? {
    guard finding.category == .secret, let exposure = finding.exposure else { return nil }
    let since = place.commit.map { " since \($0.prefix(12))" } ?? ""
    return switch exposure {
    case .head: "It stands at HEAD\(since)."
    case .refs: "It is no longer at HEAD, but history keeps it\(since); this is its last place."
    case .worktree: "It stands in the work tree only."
    case .unreachable: "It is in no branch or tag; objects that nothing reaches still hold it."
    }
  }

  /// CWE numbers among the identifiers.
  var weaknesses: [Int] {
    finding.identifiers.compactMap { name in
      name.hasPrefix("CWE-") ? Int(name.dropFirst(4)) : nil
    }
  }

  /// Web references of a length that every reader takes.
  var references: [String] { finding.references.filter(WebAddress.isWeb) }
}
