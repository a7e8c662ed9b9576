import FindingModel

/// The id that a finding about code had under its file's old name.
enum RenamedFinding {
  /// - Parameter paths: old paths by new ones, one to one.
  static func id(of finding: Finding, paths: [String: String]) -> String? {
    guard case .code(let rule, let path, let snippet?) = finding.basis, let old = paths[path],
      let ordinal = ordinal(of: finding, rule, path, snippet)
    else { return nil }
    return Fingerprint.code(rule: rule, path: old, snippet: snippet, ordinal: ordinal)
  }

  /// The ordinal is not kept with the finding; its id tells.
  private static func ordinal(of finding: Finding, _ rule: String, _ path: String, _ text: String)
    -> Int?
  {
    (0..<max(1, min(finding.count ?? 1, 1000))).first {
      Fingerprint.code(rule: rule, path: path, snippet: text, ordinal: $0) == finding.id
    }
  }
}
