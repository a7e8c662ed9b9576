public import FindingModel
import ReportReading

/// `trivy fs|image|config|repo|k8s --format json` (trivy.dev/docs): schema 2, the array before
/// 0.20, and the reports of a cluster.
public struct TrivyAdapter: DraftingAdapter {
  public let tool = "trivy"
  public let category = Category.container
  // Findings exit with 0, or with the code of --exit-code; 1 is an error.
  let exitCodes = ExitCodes(
    done: [0], failures: [1: "trivy failed"], othersAreFindings: true)

  static let lists = ["Vulnerabilities", "Misconfigurations", "Secrets", "Licenses"]

  public init() {}

  public func recognises(_ sample: ReportSample) -> Bool {
    sample.has("SchemaVersion", "ArtifactName") || sample.has("SchemaVersion", "Results")
      || sample.has("ClusterName")
      || (sample.has("*.Target") && Self.lists.contains { sample.has("*.\($0)") })
  }

  func read(_ text: [UInt8], into draft: inout Draft) throws {
    let isArray = draft.sample?.shape == .array
    let pattern = TrivyLayout.pattern(draft.sample)
    // First what surrounds the records, then the records one by one: a report of 200 MB is never
    // in memory as a tree.
    let rest = try JSONReader.read(text, without: pattern, limits: draft.limits)
    guard isOurs(rest, isArray: isArray, &draft) else { return }
    let layouts = TrivyLayout.all(rest, draft.sample)
    draft.target = rest["ArtifactName"].text ?? rest["ClusterName"].text
    draft.version = rest["Trivy"]["Version"].text
    for layout in layouts {
      _ = try JSONReader.read(text, elementsOf: layout.pattern, limits: draft.limits) {
        place, record in
        guard let result = layout.results[place.indices] else { return }
        add(record, list: place.member, result, &draft)
      }
    }
    judge(rest, layouts.map(\.results.count).reduce(0, +), &draft)
  }

  private func isOurs(_ rest: JSONValue, isArray: Bool, _ draft: inout Draft) -> Bool {
    if rest.isNull || (rest.object?.count == 0) { return true }
    if isArray {
      let isTrivy = rest.elements.allSatisfy { $0["Target"].text != nil }
      if !isTrivy { draft.wrongTool("each element should have a `Target`") }
      return isTrivy
    }
    if let schema = rest["SchemaVersion"].scalar {
      if schema == "2" { return true }
      draft.unreadable("trivy's schema version \(Words.line(schema)) is not known; 2 is")
      return false
    }
    if rest.has("ClusterName") { return true }
    draft.wrongTool("no `SchemaVersion`, no `ClusterName`, no array of results")
    return false
  }

  private func judge(_ rest: JSONValue, _ targets: Int, _ draft: inout Draft) {
    draft.looked = targets > 0
    draft.covered = "\(targets) targets"
    if rest["Findings"].isArray, targets == 0 {
      draft.partial("a summary report: it has no records; use --report all")
    }
    for resource in rest["Resources"].elements + rest["Findings"].elements {
      guard let error = resource["Error"].text else { continue }
      draft.partial("\(resource["Kind"].text ?? "resource"): \(error)")
    }
  }

  private func add(
    _ record: JSONValue, list: String, _ result: TrivyLayout.Result, _ draft: inout Draft
  ) {
    switch list {
    case "Vulnerabilities": draft.add(TrivyRecord.vulnerability(record, result, draft))
    case "Misconfigurations":
      draft.add(TrivyRecord.misconfiguration(record, result, draft))
    case "Secrets": draft.add(TrivyRecord.secret(record, result, draft))
    case "Licenses": draft.add(TrivyRecord.license(record, result, draft))
    case "ExperimentalModifiedFindings": addModified(record, result, &draft)
    default: return
    }
  }

  /// Suppressed by VEX or an ignore file.
  private func addModified(
    _ record: JSONValue, _ result: TrivyLayout.Result, _ draft: inout Draft
  ) {
    let finding = record["Finding"]
    var made =
      switch record["Type"].text {
      case "misconfiguration": TrivyRecord.misconfiguration(finding, result, draft)
      case "secret": TrivyRecord.secret(finding, result, draft)
      case "license": TrivyRecord.license(finding, result, draft)
      default: TrivyRecord.vulnerability(finding, result, draft)
      }
    let words = [record["Status"].text, record["Statement"].text, record["Source"].text]
    made.suppressed = true
    made.suppressionReason = Words.line(words.compactMap { $0 }.joined(separator: ", "))
    draft.add(made)
  }
}
