import FindingModel

/// Names of launch evidence from outside of the project: the file without its folder, which is
/// another one on each machine, and the digest of what it held last, since two folders may have
/// reports of one name. So the same evidence gives the same page; the store keeps the whole path, by
/// which a later report takes the place of an earlier one.
enum OutsidePlaces {
  private struct Key: Hashable {
    var tool: String
    var target: String
    var environment: String

    init?(_ evidence: Evidence) {
      guard evidence.category == .evidence, evidence.source == "import",
        let target = evidence.target, OutsidePlaces.isOutside(target)
      else { return nil }
      (tool, self.target, environment) = (evidence.tool, target, evidence.environment ?? "")
    }
  }

  /// - Parameter results: in the order of recording.
  static func named(_ results: [ToolResult]) -> [ToolResult] {
    var digests: [Key: String] = [:]
    for result in results {
      guard let key = Key(result.evidence) else { continue }
      digests[key] = String((result.evidence.reportDigest ?? result.evidence.id).prefix(12))
    }
    guard !digests.isEmpty else { return results }
    return results.map { result in
      guard let key = Key(result.evidence), let digest = digests[key] else { return result }
      var named = result
      named.evidence.target = name(key.target) + ", sha256 " + digest
      return named
    }
  }

  private static func isOutside(_ target: String) -> Bool {
    target.hasPrefix("/") || target.contains(", /")
  }

  /// Several files of one piece stand beside each other.
  private static func name(_ target: String) -> String {
    target.split(separator: ", ").map { file in
      file.hasPrefix("/") ? "…/" + (file.split(separator: "/").last ?? "") : String(file)
    }.sorted().joined(separator: ", ")
  }
}
