import FindingModel

/// What a tool says about one advisory and one package, made into a finding in one way for all.
struct DependencyRecord {
  /// The tool's own id of the advisory.
  var rule: String
  /// All ids of the flaw, `rule` included where it is one.
  var advisories: [String]
  var title: String?
  var description: String?
  var rating: Rating
  var cvss: CVSS?
  var weaknesses: [String] = []
  /// Without version.
  var purl: String
  var name: String
  var installed: String?
  var fixedIn: [String] = []
  /// The manifest, where it is one.
  var manifest: String?
  /// The image with its tag, where it is one.
  var image: String?
  var layer: String?
  var references: [String] = []
  var remediation: String?
  var category = FindingModel.Category.dependency
  var suppression: String?
  var note: String?

  init(rule: String, purl: String, name: String, rating: Rating) {
    self.rule = rule
    self.purl = purl
    self.name = name
    self.rating = rating
    advisories = [rule]
  }

  func finding(_ draft: Draft) -> Finding {
    let ids = Identifiers.sorted(advisories)
    let ruleID = Words.line(rule)
    let image = (draft.context.image ?? image).map(Words.line)
    let manifest = (draft.context.manifest ?? manifest).map {
      ReportPath.normalised(Words.line($0), root: draft.context.root)
    }
    // A package of an image is told apart by the image, not by where in it the package lies.
    let scope = image.map(ImageName.withoutTag) ?? manifest
    let name = Words.line(name)
    var finding = Finding(
      id: Fingerprint.dependency(
        advisory: Fingerprint.primaryAdvisory(of: ids) ?? ruleID, purl: purl, scope: scope),
      category: category, severity: rating.severity, severitySource: rating.source,
      confidence: .high, title: Words.line(title ?? "\(ids.first ?? ruleID) in \(name)"),
      ruleID: ruleID, identifiers: Identifiers.sorted(advisories + weaknesses),
      witnesses: [
        Witness(
          tool: draft.tool, version: draft.version.map(Words.line), ruleID: ruleID,
          severity: rating.label, note: note.map(Words.line))
      ])
    var location = Location()
    location.manifest = manifest
    location.image = image
    location.layer = layer.map(Words.line)
    finding.locations = location == Location() ? [] : [location]
    finding.description = description.map(Words.text)
    finding.cvss = cvss
    finding.package = Package(
      purl: purl, name: name, installed: installed.map(Words.line),
      fixedIn: fixedIn.map(Words.line).filter { !$0.isEmpty })
    finding.references = references.prefix(20).map(Words.line)
    finding.remediation = remediation.map(Words.text) ?? upgrade(finding.package)
    finding.basis = .dependency(scope: scope)
    if let suppression {
      finding.suppressed = true
      finding.suppressionReason = Words.line(suppression)
    }
    return finding
  }

  private func upgrade(_ package: Package?) -> String? {
    guard let package, !package.fixedIn.isEmpty else { return nil }
    return "Upgrade \(package.name) to \(package.fixedIn.joined(separator: " or "))."
  }
}
