import FindingModel

/// One finding of one report, before merging.
struct FindingRecord {
  var finding: Finding
  var tool: String
  /// The position of its report among all.
  var report: Int
  /// Set by the grouping: how often it stands where counting matters.
  var count: Int?

  init(finding: Finding, tool: String, report: Int) {
    self.finding = finding
    self.tool = tool
    self.report = report
  }

  /// For bases whose identity needs no other finding.
  var identity: String {
    switch finding.basis {
    case .web(let rule, let method, let path, let parameter):
      Fingerprint.web(rule: rule, method: method, path: path, parameter: parameter)
    case .evidence(let check, let name): Fingerprint.evidence(check: check, name: name)
    default: finding.id
    }
  }

  /// A total order that does not depend on the order of reports: who stated a severity first, then
  /// by tool and text.
  static func precedes(_ left: FindingRecord, _ right: FindingRecord) -> Bool {
    let (a, b) = (left.finding, right.finding)
    if left.tool != right.tool {
      let (isOurs, isTheirs) = (left.tool == "secgate", right.tool == "secgate")
      return isOurs == isTheirs ? left.tool < right.tool : isOurs
    }
    if a.severity != b.severity { return a.severity > b.severity }
    if a.ruleID != b.ruleID { return a.ruleID < b.ruleID }
    if a.title != b.title { return a.title < b.title }
    return (
      a.description ?? "", a.locations.first?.line ?? 0, a.package?.installed ?? "",
      a.remediation ?? "", a.id
    )
      < (
        b.description ?? "", b.locations.first?.line ?? 0, b.package?.installed ?? "",
        b.remediation ?? "", b.id
      )
  }
}
