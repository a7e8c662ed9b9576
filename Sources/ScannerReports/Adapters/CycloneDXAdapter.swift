public import FindingModel
import ReportReading

/// Vulnerabilities of a CycloneDX document, a VEX with its analysis included (cyclonedx.org).
public struct CycloneDXAdapter: DraftingAdapter {
  public let tool = "cyclonedx"
  public let category = Category.dependency
  // The exit code is of a tool that nobody names here.
  let exitCodes = ExitCodes(done: [0], othersAreFindings: true)

  public init() {}

  public func recognises(_ sample: ReportSample) -> Bool {
    sample.texts["bomFormat"] == "CycloneDX"
  }

  func read(_ text: [UInt8], into draft: inout Draft) throws {
    let document = try JSONReader.read(text, without: "vulnerabilities", limits: draft.limits)
    guard document["bomFormat"].text == "CycloneDX" else {
      draft.wrongTool("`bomFormat` should be CycloneDX; its XML is not read")
      return
    }
    let version = document["specVersion"].scalar ?? ""
    guard ["1.4", "1.5", "1.6", "1.7"].contains(version) else {
      draft.unreadable("CycloneDX \(Words.line(version)) is not read: 1.4 to 1.7 are")
      return
    }
    guard document["vulnerabilities"].isArray else {
      draft.broken("a CycloneDX document without `vulnerabilities` says nothing about flaws")
      return
    }
    let components = Self.components(document)
    draft.covered = "\(components.count) components"
    draft.looked = !components.isEmpty
    _ = try JSONReader.read(text, elementsOf: "vulnerabilities", limits: draft.limits) {
      _, vulnerability in
      let affected = vulnerability["affects"].elements
      if affected.isEmpty { draft.partial("a vulnerability that affects nothing was skipped") }
      for entry in affected { add(vulnerability, entry["ref"].text ?? "", components, &draft) }
    }
  }

  /// Components by reference, nested ones included.
  private static func components(_ document: JSONValue) -> [String: JSONValue] {
    var result: [String: JSONValue] = [:]
    var waiting = document["components"].elements + [document["metadata"]["component"]]
    while let component = waiting.popLast() {
      if let reference = component["bom-ref"].text ?? component["purl"].text {
        result[reference] = component
      }
      waiting += component["components"].elements
    }
    return result
  }

  private func add(
    _ vulnerability: JSONValue, _ reference: String, _ components: [String: JSONValue],
    _ draft: inout Draft
  ) {
    // A reference to another document ends with the component's own behind `#`.
    let own = reference.split(separator: "#").last.map(String.init) ?? reference
    let component = components[reference] ?? components[own] ?? .null
    guard let id = vulnerability["id"].text,
      let name = component["name"].text ?? PackageURL.withoutVersion(own).map(PackageURL.name)
    else {
      draft.partial("a vulnerability without id or known component was skipped")
      return
    }
    let group = component["group"].text
    let full = group.map { "\($0)/\(name)" } ?? name
    let purl =
      (component["purl"].text ?? own.removingDocument).flatMap(PackageURL.withoutVersion)
      ?? PackageURL.make("generic", full)
    var record = DependencyRecord(
      rule: id, purl: purl, name: full, rating: rating(vulnerability["ratings"].elements))
    record.cvss = CVSSChoice.best(scores(vulnerability["ratings"].elements))
    record.advisories += vulnerability["references"].elements.compactMap { $0["id"].text }
    record.description = vulnerability["description"].text
    record.weaknesses = Identifiers.weaknesses(vulnerability["cwes"])
    record.installed = component["version"].text
    record.remediation = vulnerability["recommendation"].text
    record.references = vulnerability["advisories"].elements.compactMap { $0["url"].text }
    let analysis = vulnerability["analysis"]
    if let state = analysis["state"].text,
      ["not_affected", "false_positive", "resolved", "resolved_with_pedigree"].contains(state)
    {
      record.suppression = [state, analysis["justification"].text, analysis["detail"].text]
        .compactMap { $0 }.joined(separator: ": ")
    }
    draft.add(record.finding(draft))
  }

  /// The worst stated label, else the best score.
  private func rating(_ ratings: [JSONValue]) -> Rating {
    let stated = ratings.map { SeverityLabels.usual.rating($0["severity"].text) }
      .filter { $0.source == .tool }
    if let worst = stated.max(by: { $0.severity < $1.severity }) { return worst }
    return CVSSChoice.best(scores(ratings)).map { .score($0.score) } ?? .unknown()
  }

  private func scores(_ ratings: [JSONValue]) -> [(Double, String?)] {
    ratings.compactMap { rating in
      let vector = rating["vector"].text
      return (rating["score"].real ?? vector.flatMap(CVSSVector.score)).map { ($0, vector) }
    }
  }
}

extension String {
  /// Itself where it is a package URL.
  fileprivate var removingDocument: String? { hasPrefix("pkg:") ? self : nil }
}
