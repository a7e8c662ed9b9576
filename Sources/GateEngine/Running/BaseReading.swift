import FindingModel
import GitHistory

/// The trusted base of a judgement, read where one is asked for; one that should be there and is
/// not makes the verdict INCOMPLETE.
struct BaseReading {
  var trusted: TrustedBase?
  var situation: TrustSituation?
  var knowledge: BaseKnowledge?

  /// - Parameter folder: of the decision files below the root.
  init(_ project: Project, _ request: JudgingSetup.Request, folder: String?) throws {
    guard let wanted = request.base, let layout = project.layout else { return }
    let repository = try project.open(layout)
    let judged = try request.commit ?? repository.head().commit
    guard let head = judged else {
      situation = .missing(
        BaseProblem(
          reference: wanted.reference, reason: "HEAD has no commit to compare with it",
          repair: "commit something first"))
      return
    }
    do {
      let trusted = try TrustedBase.read(wanted, head: head, baseline: folder, in: repository)
      self.trusted = trusted
      situation = trusted.situation
      knowledge = try Self.knowledge(trusted, head: head, in: repository)
    } catch let problem as BaseProblem {
      situation = .missing(problem)
    } catch let error as GitError {
      situation = .missing(
        BaseProblem(
          reference: wanted.reference,
          reason: "what this commit adds to it cannot be read (\(error))",
          repair: "git fetch --refetch \(wanted.remote)"))
    }
  }

  /// What the judged commit adds to the base.
  private static func knowledge(
    _ trusted: TrustedBase, head: ObjectID, in repository: borrowing Repository
  ) throws -> BaseKnowledge {
    let history = try BaseHistory(base: trusted.commit, head: head, in: repository)
    var knowledge = BaseKnowledge(
      reference: trusted.request.reference, commit: trusted.commit.description, history: history)
    for change in try repository.changes(from: trusted.commit, to: head, renames: true)
    where change.isRename {
      guard let old = change.oldPath, let new = change.newPath else { continue }
      knowledge.renames[VisibleText.of(new)] = VisibleText.of(old)
    }
    return knowledge
  }
}
