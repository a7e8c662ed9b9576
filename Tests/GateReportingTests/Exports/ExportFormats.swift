import FindingModel

@testable import GateReporting

/// Every export with the outcome that it can say.
enum ExportFormats {
  static let all: [(name: String, format: any ReportFormat)] =
    [
      ("sarif", SARIFReport()), ("sarif-github", SARIFReport(for: .github, evenIfIncomplete: true)),
      ("junit", JUnitReport()), ("markdown", MarkdownReport()), ("csv", CSVReport()),
      ("codequality", CodeQualityReport()), ("openvex", OpenVEXReport()),
      ("attestation", AttestationReport()), ("annotations-github", AnnotationsReport(.github)),
      ("annotations-plain", AnnotationsReport(.plain)),
    ] + GitLabReport.Kind.allCases.map { ("gitlab-" + $0.rawValue, GitLabReport($0)) }

  static let names = all.map(\.name)

  static func format(_ name: String) -> (any ReportFormat)? {
    all.first { $0.name == name }?.format
  }
}
