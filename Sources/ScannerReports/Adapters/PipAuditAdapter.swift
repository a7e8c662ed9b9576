public import FindingModel
import ReportReading

/// `pip-audit -f json` (github.com/pypa/pip-audit): an array before 2.0, an object since.
public struct PipAuditAdapter: DraftingAdapter {
  public let tool = "pip-audit"
  public let category = Category.dependency
  let exitCodes = ExitCodes(
    done: [0], findings: [1], failures: [2: "pip-audit could not use its arguments"])

  public init() {}

  public func recognises(_ sample: ReportSample) -> Bool {
    switch sample.shape {
    case .object: sample.has("dependencies", "dependencies.*.name") && !sample.has("bomFormat")
    case .array: sample.has("*.name", "*.vulns") || sample.has("*.name", "*.skip_reason")
    default: false
    }
  }

  func read(_ text: [UInt8], into draft: inout Draft) throws {
    let isArray = draft.sample?.shape == .array
    var (all, audited) = (0, 0)
    var wrong: String?
    let rest = try JSONReader.read(
      text, elementsOf: isArray ? "" : "dependencies", limits: draft.limits
    ) { _, dependency in
      all += 1
      if add(dependency, &draft, &wrong) { audited += 1 }
    }
    guard rest.isArray || rest["dependencies"].isArray, rest["bomFormat"].isNull else {
      draft.wrongTool("`dependencies` should be there")
      return
    }
    if let wrong {
      draft.wrongTool(wrong)
      return
    }
    draft.covered = "\(audited) packages"
    draft.looked = audited > 0
    judgeSkips(all: all, audited: audited, &draft)
  }

  /// - Returns: whether the package was audited.
  private func add(
    _ dependency: JSONValue, _ draft: inout Draft, _ wrong: inout String?
  ) -> Bool {
    guard let name = dependency["name"].text else {
      wrong = "each dependency should have a name"
      return false
    }
    if let reason = dependency["skip_reason"].text {
      draft.skip("\(name): \(reason)")
      return false
    }
    guard dependency["vulns"].isArray else {
      wrong = "each dependency should have `vulns` or `skip_reason`"
      return false
    }
    for vulnerability in dependency["vulns"].elements {
      add(vulnerability, of: name, version: dependency["version"].text, &draft)
    }
    return true
  }

  /// pip-audit skips every package when the index does not answer, and exits with 0.
  private func judgeSkips(all: Int, audited: Int, _ draft: inout Draft) {
    guard audited < all else { return }
    if audited == 0 {
      draft.broken("pip-audit skipped all \(all) packages: it looked at nothing")
    } else {
      draft.partial("pip-audit skipped \(all - audited) of \(all) packages")
    }
  }

  private func add(
    _ vulnerability: JSONValue, of name: String, version: String?, _ draft: inout Draft
  ) {
    guard let id = vulnerability["id"].text else {
      draft.partial("a vulnerability of \(name) without id was skipped")
      return
    }
    // pip-audit states no severity; the table says medium.
    var record = DependencyRecord(
      rule: id, purl: PackageURL.make("pypi", name), name: name, rating: .unknown(.medium))
    record.advisories += vulnerability["aliases"].texts
    record.description = vulnerability["description"].text
    record.installed = version
    record.fixedIn = VersionOrder.sorted(vulnerability["fix_versions"].texts)
    record.references = ["https://osv.dev/vulnerability/\(Words.line(id))"]
    draft.add(record.finding(draft))
  }
}
