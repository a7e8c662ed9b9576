import ArgumentParser
import FindingModel
import GateReporting

/// For whom and of when a report is.
struct ReportStyle: Sendable {
  var isForGitHub = false
  var evenIfIncomplete = false
  /// The day that the launch page counts from.
  var asOf: Timestamp?

  /// The file formats behind a kind: one, or for GitLab one for each type of scanner.
  func formats(_ kind: ReportKind, _ outcome: GateOutcome) -> [(name: String, any ReportFormat)] {
    switch kind {
    case .gitlab: GitLabReport.kinds(in: outcome).map { ($0.fileName, GitLabReport($0)) }
    case .html: [("html", LaunchPage(asOf: asOf))]
    case .json: [("json", JSONReport())]
    case .sarif:
      [
        (
          "sarif",
          SARIFReport(for: isForGitHub ? .github : .standard, evenIfIncomplete: evenIfIncomplete)
        )
      ]
    case .junit: [("junit", JUnitReport())]
    case .markdown: [("markdown", MarkdownReport())]
    case .csv: [("csv", CSVReport())]
    case .codequality: [("codequality", CodeQualityReport())]
    case .openvex: [("openvex", OpenVEXReport())]
    case .attestation: [("attestation", AttestationReport())]
    case .annotations: [("annotations", AnnotationsReport(isForGitHub ? .github : .plain))]
    }
  }
}
