import FindingModel
import GitHistory
import GitPacks

/// What all kinds of scans share: options, matcher, and the last step to the result.
struct ScanContext: Sendable {
  let options: SecretScanOptions
  let matcher: any SecretMatcher
  let progress: ScanProgress.Handler

  var jobs: Int { options.jobs > 0 ? options.jobs : ProcessorCount.online }

  var resolver: SightingResolver {
    SightingResolver(matcher: matcher, exclusions: options.exclusions)
  }

  func open(_ path: String) throws -> Repository {
    try Repository.open(path, OpenOptions(trustOwner: options.trustOwner))
  }

  /// - Parameter forest: the repository's packs, where they were opened already.
  func engine(_ layout: RepositoryLayout, _ forest: DeltaForest? = nil) -> any ObjectSearchEngine {
    if options.engine != .plain, let forest, let matcher = matcher as? any PatternBasedMatcher {
      return DeltaObjectEngine(
        layout: layout, forest: forest, matcher: matcher, jobs: jobs,
        maximumBlob: options.maximumBlob)
    }
    return PlainObjectEngine(
      layout: layout, matcher: matcher, jobs: jobs, maximumBlob: options.maximumBlob)
  }

  /// Joins sightings, fills the coverage's last fields, and lets no secret out.
  func finish(_ sightings: Sightings, _ result: inout SecretScanResult) throws {
    FindingAssembly(minimumConfidence: options.minimumConfidence)
      .assemble(sightings.all, into: &result)
    result.coverage.gaps = Array(Set(result.coverage.gaps + sightings.gaps)).sorted {
      ($0.kind.rawValue, $0.subject, $0.rule ?? "", $0.detail)
        < ($1.kind.rawValue, $1.subject, $1.rule ?? "", $1.detail)
    }
    result.coverage.skipped += options.exclusions.map {
      Coverage.Skipped(kind: "excluded", subject: $0.pattern, reason: $0.reason)
    }
    result.coverage.skipped = Array(Set(result.coverage.skipped)).sorted {
      ($0.kind, $0.subject) < ($1.kind, $1.subject)
    }
    result.coverage.suspects = result.suspects.count
    result.coverage.rules = matcher.ruleCount
    result.coverage.rulesDigest = matcher.digest
    try MatchMasking(matcher).mask(&result)
  }

  /// The judged commit, branch and name of a repository.
  func scope(_ kind: String, _ repository: borrowing Repository) throws -> Scope {
    var scope = Scope(kind: kind, name: VisibleText.of(try repository.nameForPeople().utf8))
    let head = try repository.head()
    scope.branch = head.branch.map { name in
      let prefix = "refs/heads/"
      return VisibleText.of(
        (name.hasPrefix(prefix) ? name.dropFirst(prefix.count) : name[...]).utf8)
    }
    guard let commit = head.commit else {
      scope.notes.append("HEAD has no commit yet")
      return scope
    }
    scope.commit = commit.description
    scope.tree = try? repository.commit(commit).tree.description
    return scope
  }
}
