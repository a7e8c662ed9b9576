public import FindingModel
import ReportReading

/// SARIF 2.1.0 of any tool (docs.oasis-open.org/sarif/sarif/v2.1.0).
public struct SarifAdapter: DraftingAdapter {
  public let tool = "sarif"
  public let category = Category.code
  // The exit code is of a tool that nobody names here.
  let exitCodes = ExitCodes(done: [0], othersAreFindings: true)

  public init() {}

  public func recognises(_ sample: ReportSample) -> Bool {
    sample.has("runs")
      && (sample.has("version") || sample.texts["$schema"]?.lowercased().contains("sarif") == true)
  }

  func read(_ text: [UInt8], into draft: inout Draft) throws {
    // Rules may stand behind the results: first everything but these.
    let rest = try JSONReader.read(text, without: "runs.*.results", limits: draft.limits)
    guard isReadable(rest, &draft) else { return }
    let runs = rest["runs"].elements.map { SarifRun($0) }
    for run in runs { judge(run, &draft) }
    if runs.isEmpty { draft.partial("the report has no run") }
    draft.version = runs.first?.driver["semanticVersion"].text ?? runs.first?.driver["version"].text
    let names = Set(runs.map(\.name)).sorted()
    draft.covered = "\(runs.count) runs of \(names.prefix(5).joined(separator: ", "))"
    draft.target = nil
    draft.commit = runs.lazy.compactMap(\.commit).first
    _ = try JSONReader.read(text, elementsOf: "runs.*.results", limits: draft.limits) {
      place, result in
      guard let index = place.indices.first, index < runs.count else { return }
      guard result.object != nil else {
        draft.partial("a result that is no object was skipped")
        return
      }
      if let finding = SarifResult(result, run: runs[index]).finding(draft) { draft.add(finding) }
    }
  }

  private func isReadable(_ rest: JSONValue, _ draft: inout Draft) -> Bool {
    guard rest["runs"].isArray else {
      draft.wrongTool("`runs` should be there")
      return false
    }
    guard let version = rest["version"].scalar else {
      let isCurrent =
        !rest["runs"].elements.isEmpty
        && rest["runs"].elements.allSatisfy { $0["results"].isArray && $0["tool"]["name"].isNull }
      if isCurrent {
        draft.partial("SARIF that does not state its version, read as 2.1.0")
      } else {
        draft.unreadable("SARIF without a version")
      }
      return isCurrent
    }
    // 2.2 is a draft of the standard, read as 2.1.0 is.
    if version == "2.1.0" || version.hasPrefix("2.1.0-") || version == "2.2" { return true }
    draft.unreadable("SARIF \(Words.line(version)) is not read: only 2.1.0 is")
    return false
  }

  private func judge(_ run: SarifRun, _ draft: inout Draft) {
    if run.name.isEmpty { draft.partial("a run does not name its tool") }
    if !run.hasResults {
      draft.partial("\(run.name): no `results`: the rules did not run")
    } else {
      draft.looked = true
    }
    for invocation in run.invocations {
      if invocation["executionSuccessful"].flag == false {
        let reason = invocation["exitCodeDescription"].text ?? "no reason given"
        draft.broken("\(run.name) says that it failed: \(reason)")
      }
      for list in ["toolExecutionNotifications", "toolConfigurationNotifications"] {
        for notification in invocation[list].elements {
          notice(notification, run, isConfiguration: list.contains("Configuration"), &draft)
        }
      }
    }
  }

  private func notice(
    _ notification: JSONValue, _ run: SarifRun, isConfiguration: Bool, _ draft: inout Draft
  ) {
    let level = notification["level"].text ?? "warning"
    let message =
      notification["message"]["text"].text ?? notification["descriptor"]["id"].text ?? "no message"
    // bandit puts files that do not parse among the configuration's notifications.
    if level == "error" { draft.partial("\(run.name): \(message)") } else { draft.skip(message) }
  }
}
