public import FindingModel

/// GitLab's security reports, schema 15.2.1: one file for each type, since GitLab drops a report
/// that mixes them.
public struct GitLabReport: ReportFormat {
  public enum Kind: String, Sendable, CaseIterable {
    case secretDetection = "secret_detection"
    case sast
    case dependencyScanning = "dependency_scanning"
    case containerScanning = "container_scanning"
    case dast

    /// The name that GitLab's templates expect.
    public var fileName: String {
      "gl-" + rawValue.replacing("_", with: "-") + "-report.json"
    }

    var category: Category {
      switch self {
      case .secretDetection: .secret
      case .sast: .code
      case .dependencyScanning: .dependency
      case .containerScanning: .container
      case .dast: .web
      }
    }
  }

  public let kind: Kind

  public init(_ kind: Kind) { self.kind = kind }

  /// The types that this outcome has something to say about: those whose findings it holds, and
  /// those that a scanner looked for.
  public static func kinds(in outcome: GateOutcome) -> [Kind] {
    Kind.allCases.filter { kind in
      outcome.findings.contains { $0.category == kind.category }
        || (outcome.runs ?? []).contains { $0.category == kind.category }
        || (kind == .secretDetection && outcome.coverage != nil)
    }
  }

  public func write(_ outcome: GateOutcome, to sink: any ByteSink) throws(ReportError) {
    let outcome = outcome.bounded
    guard Self.kinds(in: outcome).contains(kind) else {
      throw ReportError(
        .nothingToSay,
        "no \(kind.rawValue) report: nothing looked for it, and an empty report would close what "
          + "GitLab knows")
    }
    let output = ReportOutput(sink)
    var json = JSONWriter(output)
    json.object { json in
      json.member("version", "15.2.1")
      json.member("scan") { json in
        json.object { GitLabScan(outcome: outcome, kind: kind).write(to: &$0) }
      }
      json.member("vulnerabilities") { json in
        json.array(shown(outcome)) { json, finding in
          json.object {
            GitLabVulnerability(finding: finding, kind: kind, scope: outcome.scope).write(to: &$0)
          }
        }
      }
    }
    output.write(0x0a)
    try output.finish()
  }

  public func remarks(on outcome: GateOutcome) -> [String] {
    let all = outcome.findings.count { $0.category == kind.category }
    let left = all - shown(outcome).count
    return left > 0
      ? ["\(left) \(kind.rawValue) findings that are accepted or fixed are left out"] : []
  }

  /// What is decided otherwise than as a false positive is left out: GitLab has no such state.
  private func shown(_ outcome: GateOutcome) -> [Finding] {
    outcome.findings.filter {
      $0.category == kind.category && ($0.state.isOpen || $0.state == .falsePositive)
    }.worstFirst
  }
}
