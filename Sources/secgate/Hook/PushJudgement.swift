import ArgumentParser
import FindingModel
import GateEngine
import GateReporting
import GitHistory
import SecretScanning

/// Judges what a push adds by the native rules alone and the pushed commits' own text. Nothing is
/// remembered and no tool is started: this runs at every push.
struct PushJudgement {
  var global: any GlobalFlags
  var judging: any JudgingFlags
  var isServer = false

  func run(_ input: PushInput) async throws {
    try await GitFailures.worded { try await judge(input) }
  }

  private func judge(_ input: PushInput) async throws {
    let project = try global.project(mustBeRepository: true)
    var updates = try resolved(input.updates.filter { !$0.isDeletion }, project)
    guard !updates.isEmpty else { return }
    if !isServer { try expectUnmoved(updates, project) }
    let known = try isServer ? references(project) : updates.map(\.remoteID)
    var worst = Verdict.pass
    var done: Set<String> = []
    // Decisions are those of the pushed commit: updates of one commit are judged together.
    while let first = updates.first {
      updates.removeFirst()
      guard done.insert(first.localID).inserted else { continue }
      let outcome = try await judge(first, known, input.remote, project)
      if outcome.verdict != .pass { try report(outcome, first) }
      worst = Self.worse(worst, outcome.verdict)
    }
    if !isServer {
      try expectUnmoved(input.updates.filter { !$0.isDeletion }, project, isAnew: true)
    }
    if worst != .pass { throw ExitCode(worst.exitCode) }
  }

  private func judge(
    _ update: PushUpdate, _ known: [String], _ remote: String?, _ project: Project
  ) async throws -> GateOutcome {
    guard let id = ObjectID(update.localID), let layout = project.layout else {
      throw CommandFailure.usage("\(update.localID) is no object id")
    }
    let commit = try project.open(layout).peeled(id)
    let setup = try judging.setup(project, global, commit: commit)
    let request = PushRequest(pushed: [update.localID], remoteOIDs: known, remote: remote)
    let job = SecretsJob(
      setup: setup, matcher: try await EarlyStart.matcher(setup),
      target: .push(layout.opened, request))
    return try await Interrupt.cancelling { try await job.run() }
  }

  /// pre-commit may name a branch where git names an object.
  private func resolved(_ updates: [PushUpdate], _ project: Project) throws -> [PushUpdate] {
    guard let layout = project.layout else { return updates }
    return try updates.map { update in
      guard ObjectID(update.localID) == nil else { return update }
      var update = update
      do {
        update.localID = try project.open(layout).object(named: update.localID).description
      } catch { throw CommandFailure.usage("\(error)") }
      return update
    }
  }

  /// A reference that moved since git read it would be pushed as something nobody looked at.
  ///
  /// - Parameter isAnew: through a handle that has read nothing before.
  private func expectUnmoved(
    _ updates: [PushUpdate], _ project: Project, isAnew: Bool = false
  ) throws {
    guard let layout = project.layout else { return }
    let repository =
      isAnew
      ? try Repository.open(layout.opened, OpenOptions(trustOwner: project.trustsOwner))
      : try project.open(layout)
    for update in updates where update.localRef.hasPrefix("refs/") {
      guard let id = ObjectID(update.localID) else { continue }
      let now = try? repository.object(named: update.localRef)
      guard now == id else {
        throw CommandFailure.broken(
          "\(update.localRef) moved while it was being pushed: \(id.short) was to be judged, now "
            + "it is \(now?.short ?? "gone"); push again")
      }
    }
  }

  private func references(_ project: Project) throws -> [String] {
    guard let layout = project.layout else { return [] }
    return try project.open(layout).references().references.compactMap { $0.target?.description }
  }

  private static func worse(_ left: Verdict, _ right: Verdict) -> Verdict {
    if left == .fail || right == .fail { return .fail }
    return left == .incomplete || right == .incomplete ? .incomplete : .pass
  }

  /// One screen: what, where, how to take it out, how to mark it.
  private func report(_ outcome: GateOutcome, _ update: PushUpdate) throws {
    if global.format == .json {
      return try OutputFile.write(
        try JSONReport().bytes(of: outcome), to: global.output.map(global.absolute))
    }
    var text = TerminalReport(style: global.errorStyle, limit: 5).render(outcome)
    text += "  secgate stopped the push of \(VisibleText.make(update.localRef)).\n"
    if outcome.verdict == .fail {
      text += """
          Take it out: edit the commit that brought it in (git rebase -i COMMIT^), then push again; \
        a secret that was ever public must be revoked as well.
          No secret? secgate false-positive ID --reason "…" --owner NAME, commit the file, push again.

        """
    }
    Console.write(text, to: .standardError)
  }
}
