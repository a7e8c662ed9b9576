import Foundation
import TestSupport

/// What `secgate secrets --format json` said, by preview-free identity.
struct SecretsAnswer {
  let object: [String: Any]

  init(_ command: Command) throws { object = try Program.json(command) }

  var findings: [[String: Any]] { object["findings"] as? [[String: Any]] ?? [] }

  func locations(_ finding: [String: Any]) -> [[String: Any]] {
    finding["locations"] as? [[String: Any]] ?? []
  }

  /// The exposures of findings, sorted.
  var exposures: [String] { findings.compactMap { $0["exposure"] as? String }.sorted() }

  var ids: Set<String> { Set(findings.compactMap { $0["id"] as? String }) }

  /// The exposure of each finding by its id; two findings of one id fail the test that asks.
  func exposureByID() throws -> [String: String] {
    var result: [String: String] = [:]
    for finding in findings {
      let (id, exposure) = (finding["id"] as? String, finding["exposure"] as? String)
      guard let id, let exposure, result.updateValue(exposure, forKey: id) == nil else {
        throw Command.Failure(description: "a finding without or with another's id: \(finding)")
      }
    }
    return result
  }

  /// Ids of the findings that fail the verdict.
  var failing: Set<String> {
    Set(findings.filter { $0["failing"] as? Bool == true }.compactMap { $0["id"] as? String })
  }
}
