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
      return try repository.commit(named: try fullName(request, in: repository))
    } catch is GitError {
      throw problem(request, "is not here (\(request.source) names it)", in: repository)
    }
  }

  /// The reference in full. git prefers a tag to a branch and a branch to a remote's, so whoever may
  /// push a tag called `origin/main` would choose the base: two meanings are no base.
  private static func fullName(_ request: BaseRequest, in repository: borrowing Repository) throws
    -> String
  {
    let text = request.reference
    let name = text.prefix { !"~^@:".contains($0) }
    guard !name.isEmpty, !name.hasPrefix("refs/"), name != "HEAD" else { return text }
    let places = ["refs/", "refs/tags/", "refs/heads/", "refs/remotes/"].map { $0 + name }
    let known = Set(try repository.references().references.map(\.text))
    let found = places.filter(known.contains)
    let commits = Set(try found.map { try repository.commit(named: $0) })
    // An id that a reference is called like, too.
    let isID = name.utf8.count >= 4 && name.allSatisfy(\.isHexDigit)
    guard commits.count <= 1, !(isID && !found.isEmpty) else {
      throw BaseProblem(
        reference: text, reason: "means more than one thing: \(found.joined(separator: ", "))",
        repair: "write it in full: --base \(found.last ?? text)")
    }
    return (found.last ?? String(name)) + text.dropFirst(name.count)
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
    // Decision files only: what else stands in their folder is no decision that a review approves.
    let isDecision = { (path: [UInt8]?) in
      guard let path else { return true }
      return path.starts(with: folder) && !path.dropFirst(folder.count).contains(0x2f)
        && path.suffix(5).elementsEqual(".toml".utf8)
    }
    return !changes.isEmpty
      && changes.allSatisfy { isDecision($0.oldPath) && isDecision($0.newPath) }
      ? .decisionOnly : .trusted
  }
}
