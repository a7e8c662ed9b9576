public import FindingModel
public import GitHistory
public import SecretScanning

/// Which secrets carry an allow comment at the base already.
public enum InlineAtBase {
  /// Searches the base's version of the files in which a comment allows something now.
  ///
  /// - Returns: ids of secrets that a comment allows there.
  public static func ids(
    of findings: [Finding], at base: ObjectID, in repository: borrowing Repository,
    matcher: any SecretMatcher
  ) async throws -> Set<String> {
    let allowed = findings.filter { $0.state == .allowedInline }
    var ids: Set<String> = []
    var contents: [(path: String, bytes: [UInt8])] = []
    for path in Set(allowed.flatMap(\.locations).compactMap(\.path)).sorted() {
      // A file that the base does not have, or that cannot be read there, allows nothing.
      guard let bytes = try? repository.file(at: base, path) else { continue }
      contents.append((path, bytes))
    }
    for (path, bytes) in contents {
      let result = try await SecretScan.run(
        SecretScanOptions(.input(bytes, name: path)), matcher: matcher)
      ids.formUnion(result.findings.filter { $0.state == .allowedInline }.map(\.id))
    }
    return ids.intersection(allowed.map(\.id))
  }
}
