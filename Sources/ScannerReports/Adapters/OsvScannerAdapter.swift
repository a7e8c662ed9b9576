public import FindingModel
import ReportReading

/// `osv-scanner --format json` (google.github.io/osv-scanner).
public struct OsvScannerAdapter: DraftingAdapter {
  public let tool = "osv-scanner"
  public let category = Category.dependency
  let exitCodes = ExitCodes(
    done: [0], findings: [1],
    failures: [127: "osv-scanner failed", 128: "no package was found", 129: "the API failed"])

  private static let types = [
    "pypi": "pypi", "npm": "npm", "go": "golang", "maven": "maven", "crates.io": "cargo",
    "rubygems": "gem", "packagist": "composer", "nuget": "nuget", "hex": "hex", "pub": "pub",
    "alpine": "apk", "debian": "deb", "ubuntu": "deb",
  ]

  public init() {}

  public func recognises(_ sample: ReportSample) -> Bool {
    sample.has("results.*.source", "results.*.packages")
      || (sample.has("results", "experimental_config"))
  }

  func read(_ text: [UInt8], into draft: inout Draft) throws {
    let document = try JSONReader.document(text, limits: draft.limits)
    let results = document["results"]
    let isOurs = results.elements.allSatisfy { $0["packages"].isArray && !$0["source"].isNull }
    guard results.isArray || (results.isNull && document.has("results")), isOurs,
      document["errors"].isNull, document["metrics"].isNull
    else {
      draft.wrongTool("`results` with `source` and `packages` should be there")
      return
    }
    var packages = 0
    for result in results.elements {
      for package in result["packages"].elements {
        packages += 1
        for vulnerability in package["vulnerabilities"].elements {
          add(vulnerability, package, source: result["source"], &draft)
        }
      }
    }
    if packages > 0 { draft.covered = "\(packages) packages with findings" }
  }

  private func add(
    _ vulnerability: JSONValue, _ entry: JSONValue, source: JSONValue, _ draft: inout Draft
  ) {
    let package = entry["package"]
    guard let id = vulnerability["id"].text, let name = package["name"].text else {
      draft.partial("a vulnerability without id or package was skipped")
      return
    }
    let system = (package["ecosystem"].text ?? "").split(separator: ":").first.map(String.init)
    let affected = vulnerability["affected"].elements.first { $0["package"]["name"].text == name }
    let purl =
      affected?["package"]["purl"].text.flatMap(PackageURL.withoutVersion)
      ?? PackageURL.make(Self.types[system?.lowercased() ?? ""] ?? "generic", name)
    let cvss = score(vulnerability, entry["groups"])
    let label = vulnerability["database_specific"]["severity"].text
    var record = DependencyRecord(
      rule: id, purl: purl, name: name,
      rating: cvss.map { .score($0.score) } ?? SeverityLabels.usual.rating(label))
    record.cvss = cvss
    record.advisories += vulnerability["aliases"].texts
    record.title = vulnerability["summary"].text
    record.description = vulnerability["details"].text
    record.weaknesses =
      Identifiers.weaknesses(vulnerability["database_specific"]["cwe_ids"])
      + (affected?["database_specific"]["cwes"].elements ?? [])
      .flatMap { Identifiers.weaknesses($0["cweId"]) }
    record.installed = package["version"].text
    record.fixedIn = VersionOrder.sorted(fixes(affected))
    record.manifest = source["path"].text
    record.references = vulnerability["references"].elements.compactMap { $0["url"].text }
    draft.add(record.finding(draft))
  }

  private func fixes(_ affected: JSONValue?) -> [String] {
    (affected?["ranges"].elements ?? []).filter { $0["type"].text != "GIT" }
      .flatMap { $0["events"].elements.compactMap { $0["fixed"].text } }
  }

  /// The group's highest score, else what the vectors give.
  private func score(_ vulnerability: JSONValue, _ groups: JSONValue) -> CVSS? {
    let id = vulnerability["id"].text ?? ""
    let vectors = vulnerability["severity"].elements.compactMap { $0["score"].text }
    let group = groups.elements.first { $0["ids"].texts.contains(id) }
    if let score = group?["max_severity"].real, score > 0, score <= 10 {
      return CVSS(score: score, vector: vectors.first.map(Words.line))
    }
    return CVSSChoice.best(
      vectors.compactMap { vector in CVSSVector.score(vector).map { ($0, vector) } })
  }
}
