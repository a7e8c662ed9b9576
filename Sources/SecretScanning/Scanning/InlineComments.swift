public import FindingModel
import GitHistory

extension SecretScan {
  /// Which of some findings carry their inline comment at a revision already: the same secret, at
  /// one of its paths, with a comment on its line. For policies that trust comments of the base
  /// only.
  ///
  /// - Parameters:
  ///   - findings: of a scan of the same repository.
  ///   - revision: in git's syntax.
  /// - Returns: the ids of those findings.
  /// - Throws: `GitError` where the repository or the revision cannot be read.
  public static func inlineAllowed(
    _ findings: [Finding], at revision: String, of repositoryPath: String,
    _ options: SecretScanOptions, matcher: any SecretMatcher
  ) throws -> Set<String> {
    let context = ScanContext(options: options, matcher: matcher, progress: { _ in })
    let repository = try context.open(repositoryPath)
    let commit = try repository.commit(named: revision)
    let worker = try matcher.makeWorker()
    var wanted: [String: Set<String>] = [:]
    for finding in findings {
      for path in finding.locations.compactMap(\.path) {
        wanted[path, default: []].insert(finding.id)
      }
    }
    var allowed: Set<String> = []
    for (path, ids) in wanted {
      guard let bytes = try repository.file(at: commit, path), bytes.count <= options.maximumBlob
      else { continue }
      var sightings = Sightings()
      var location = Location(path: path)
      location.exposure = .head
      context.resolver.resolve(
        try worker.matches(in: bytes.span), in: bytes.span,
        at: [Spot(location: location, order: 0)], worker, into: &sightings)
      allowed.formUnion(sightings.all.filter { $0.comment != nil }.map(\.id).filter(ids.contains))
    }
    return allowed
  }
}
