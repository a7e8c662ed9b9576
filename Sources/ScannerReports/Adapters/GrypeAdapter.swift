public import FindingModel
import ReportReading

/// `grype -o json` (github.com/anchore/grype).
public struct GrypeAdapter: DraftingAdapter {
  public let tool = "grype"
  public let category = Category.container
  let exitCodes = ExitCodes(done: [0], findings: [2], failures: [1: "grype failed"])

  private static let labels = SeverityLabels(
    stated: [
      "critical": .critical, "high": .high, "medium": .medium, "low": .low, "negligible": .info,
    ],
    unstated: ["unknown": .info])

  public init() {}

  public func recognises(_ sample: ReportSample) -> Bool {
    sample.has("matches.*.vulnerability")
      || (sample.has("matches", "descriptor") && sample.has("source"))
  }

  func read(_ text: [UInt8], into draft: inout Draft) throws {
    let rest = try JSONReader.read(text, without: "matches|ignoredMatches", limits: draft.limits)
    guard rest["matches"].isArray else {
      draft.wrongTool("`matches` should be there")
      return
    }
    let descriptor = rest["descriptor"]
    draft.version = descriptor["version"].text
    let database = descriptor["db"]
    draft.databaseDate = database["built"].text ?? database["status"]["built"].text
    let source = rest["source"]
    let isImage = source["type"].text == "image"
    let target = source["target"]["userInput"].text ?? source["target"].text
    draft.target = target
    draft.looked = !source.isNull
    _ = try JSONReader.read(text, elementsOf: "matches|ignoredMatches", limits: draft.limits) {
      place, match in
      add(match, image: isImage ? target : nil, isIgnored: place.member != "matches", &draft)
    }
  }

  private func add(_ match: JSONValue, image: String?, isIgnored: Bool, _ draft: inout Draft) {
    let vulnerability = match["vulnerability"]
    let artifact = match["artifact"]
    guard let id = vulnerability["id"].text, let name = artifact["name"].text else {
      draft.partial("a match without id or package was skipped")
      return
    }
    let purl =
      artifact["purl"].text.flatMap(PackageURL.withoutVersion)
      ?? PackageURL.make(artifact["type"].text ?? "generic", name)
    var record = DependencyRecord(
      rule: id, purl: purl, name: name, rating: Self.labels.rating(vulnerability["severity"].text))
    record.advisories += match["relatedVulnerabilities"].elements.compactMap { $0["id"].text }
    record.description =
      vulnerability["description"].text
      ?? match["relatedVulnerabilities"].elements.lazy.compactMap { $0["description"].text }.first
    record.cvss = CVSSChoice.best(
      vulnerability["cvss"].elements.compactMap { entry in
        entry["metrics"]["baseScore"].real.map { ($0, entry["vector"].text) }
      })
    record.installed = artifact["version"].text
    record.fixedIn = VersionOrder.sorted(vulnerability["fix"]["versions"].texts)
    record.references = vulnerability["dataSource"].texts + vulnerability["urls"].texts
    let isSystem = ["deb", "rpm", "apk"].contains(artifact["type"].text)
    record.category = image != nil || isSystem ? .container : .dependency
    record.image = image
    let place = artifact["locations"].elements.first
    if image == nil { record.manifest = place?["path"].text }
    record.layer = place?["layerID"].text
    if isIgnored {
      let rules = match["appliedIgnoreRules"].elements
      record.suppression = rules.lazy.compactMap { $0["reason"].text }.first ?? "ignored by a rule"
    }
    draft.add(record.finding(draft))
  }
}
