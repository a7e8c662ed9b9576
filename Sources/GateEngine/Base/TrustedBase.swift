public import BaselineStore
import Documents
import FindingModel
public import GitHistory

/// Policy and baseline as a reference that the judged commit cannot change holds them.
public struct TrustedBase: Sendable {
  public let request: BaseRequest
  public let commit: ObjectID
  /// Of the base; nil: it has no `.secgate.toml`.
  public let configuration: Configuration?
  public let decisions: DecisionSet
  public let situation: TrustSituation

  /// Reads the base.
  ///
  /// - Parameters:
  ///   - head: the judged commit.
  ///   - baseline: the folder of decision files below the root; nil: it is not part of the tree,
  ///     and then the base holds no decision.
  ///   - file: the configuration's name below the root.
  /// - Throws: ``BaseProblem`` where it is not here, ``ConfigurationError`` where its configuration
  ///   is broken.
  public static func read(
    _ request: BaseRequest, head: ObjectID, baseline: String?,
    file: String = Configuration.fileName, in repository: borrowing Repository
  ) throws -> TrustedBase {
    let commit = try Self.commit(request, in: repository)
    do {
      let bytes = try repository.file(at: commit, file)
      let configuration = try bytes.map {
        try ConfigurationReader.read($0, file: "\(request.reference):\(file)")
      }
      var decisions: DecisionSet?
      if let baseline {
        decisions = try DecisionsAtCommit.read(baseline, at: commit, in: repository)
      }
      return TrustedBase(
        request: request, commit: commit, configuration: configuration,
        decisions: decisions ?? DecisionSet(),
        situation: try situation(
          commit, head, baseline, isEmpty: bytes == nil && decisions == nil, in: repository))
    } catch let error as GitError {
      throw problem(request, "its objects cannot be read (\(error))", in: repository)
    }
  }

  /// A file of the base, for what its configuration names.
  public func file(_ path: String, in repository: borrowing Repository) throws -> [UInt8]? {
    try repository.file(at: commit, path)
  }

  private static func commit(_ request: BaseRequest, in repository: borrowing Repository) throws
    -> ObjectID
  {
    do {
      return try repository.commit(named: request.reference)
    } catch is GitError {
      throw problem(request, "is not here (\(request.source) names it)", in: repository)
    }
  }

  private static func problem(
    _ request: BaseRequest, _ reason: String, in repository: borrowing Repository
  ) -> BaseProblem {
    let isShallow = (try? repository.completeness().shallow.isEmpty) == false
    let depth = isShallow ? " --unshallow" : ""
    let repair =
      request.branch.map {
        "git fetch\(depth) \(request.remote) +refs/heads/\($0):refs/remotes/\(request.remote)/\($0)"
      } ?? "git fetch\(depth) \(request.remote) \(request.reference)"
    return BaseProblem(reference: request.reference, reason: reason, repair: repair)
  }

  private static func situation(
    _ base: ObjectID, _ head: ObjectID, _ baseline: String?, isEmpty: Bool,
    in repository: borrowing Repository
  ) throws -> TrustSituation {
    if isEmpty { return .adoption }
    guard let baseline, base != head else { return .trusted }
    let folder = Array((baseline + "/").utf8)
    let changes = try repository.changes(from: base, to: head)
    let isInside = { (path: [UInt8]?) in path?.starts(with: folder) ?? true }
    return !changes.isEmpty && changes.allSatisfy { isInside($0.oldPath) && isInside($0.newPath) }
      ? .decisionOnly : .trusted
  }
}
