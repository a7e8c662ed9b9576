import FindingModel
import Foundation

/// Failing findings as annotations of a GitHub Actions job
/// (docs.github.com, "Workflow commands for GitHub Actions").
enum GitHubAnnotations {
  /// GitHub shows ten of a kind for each step and drops the rest silently.
  private static let most = 10

  static func print(
    _ outcome: GateOutcome, environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    guard environment["GITHUB_ACTIONS"] == "true" else { return }
    for line in lines(outcome) { Console.note(line) }
  }

  static func lines(_ outcome: GateOutcome) -> [String] {
    let failing = outcome.findings.filter { $0.failing == true }
    let room = failing.count > most ? most - 1 : most
    var lines = failing.prefix(room).map { finding in
      let location = finding.locations.first
      var place: [String] = []
      if let path = location?.path { place.append("file=" + property(path)) }
      if let line = location?.line { place.append("line=\(line)") }
      place.append("title=" + property("\(finding.severity.rawValue): \(finding.title)"))
      let text = [finding.preview, finding.remediation, finding.id].compactMap { $0 }
      return "::error \(place.joined(separator: ","))::" + message(text.joined(separator: "\n"))
    }
    if failing.count > room {
      lines.append(
        "::error title=secgate::" + message("\(failing.count - room) more findings fail"))
    }
    lines += outcome.reasons.filter { $0.kind == .incomplete }.prefix(most).map {
      "::warning title=secgate::" + message($0.text)
    }
    return lines
  }

  private static func message(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    message(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
