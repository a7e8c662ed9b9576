import ArgumentParser

/// `FORMAT=FILE`: one report beside the answer, so that CI runs once.
struct ReportRequest: ExpressibleByArgument, Sendable {
  var format: ReportKind
  /// Written for GitHub's code scanning: `sarif:github=FILE`.
  var isForGitHub = false
  var file: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else { return nil }
    var name = parts[0]
    if let plain = ["sarif", "annotations"].first(where: { name == "\($0):github" }) {
      name = Substring(plain)
      isForGitHub = true
    }
    guard let format = ReportKind(rawValue: String(name)) else { return nil }
    self.format = format
    file = String(parts[1])
  }
}

/// The report formats by the names that flags use.
enum ReportKind: String, CaseIterable, Sendable, ExpressibleByArgument {
  case html, json, sarif, junit, markdown, csv, gitlab, codequality, openvex, attestation
  case annotations
}
