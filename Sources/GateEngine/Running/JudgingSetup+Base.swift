import BaselineStore
import FindingModel
import GitHistory
import SecretScanning

extension JudgingSetup {
  /// What the base already holds, with what is recorded about it and the comments that stand in
  /// it; nil where there is no base.
  ///
  /// - Parameters:
  ///   - findings: what the native scan says now.
  ///   - memory: nil where nothing recorded counts; other tools' findings are new then.
  ///   - matcher: made only where a comment must be looked for at the base.
  func base(
    for findings: [Finding], memory: inout Memory?, matcher: () throws -> any SecretMatcher
  ) async throws -> BaseKnowledge? {
    guard var knowledge = base, let layout = project.layout,
      let commit = ObjectID(knowledge.commit)
    else { return base }
    let repository = try project.open(layout)
    let tree = try repository.commit(commit).tree.description
    if var store = memory {
      knowledge.results = Recorded.results(of: knowledge.commit, tree: tree, memory: &store)
      memory = store
    }
    guard findings.contains(where: { $0.state == .allowedInline }) else { return knowledge }
    knowledge.allowedInline = try await InlineAtBase.ids(
      of: findings, at: commit, in: repository, matcher: try matcher())
    return knowledge
  }
}
