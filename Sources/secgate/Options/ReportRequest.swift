import ArgumentParser

/// `FORMAT=FILE`: one report beside the answer, so that CI runs once.
struct ReportRequest: ExpressibleByArgument, Sendable {
  var format: ReportKind
  var file: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, let format = ReportKind(rawValue: String(parts[0]))
    else { return nil }
    self.format = format
    file = String(parts[1])
  }
}

/// The report formats by the names that flags use.
enum ReportKind: String, CaseIterable, Sendable, ExpressibleByArgument {
  case html, json, sarif, junit, markdown, csv, gitlab, codequality, openvex
}
