import BaselineStore
import FindingModel
import GitHistory
import TestSupport
import Testing

@testable import GateEngine

/// Section 8 of the design: policy and baseline from a reference the head cannot change.
struct TrustedBaseTests {
  private static let folder = ".secgate/baseline"

  private func write(_ decision: Decision, in repository: GitRepository) throws {
    try repository.commit(
      DecisionFile.text(decision), to: "\(Self.folder)/\(DecisionFile.name(for: decision.id))",
      message: "Decide")
  }

  private func read(_ repository: GitRepository, _ base: String) throws -> TrustedBase {
    let opened = try Repository.open(repository.path)
    return try TrustedBase.read(
      BaseRequest(reference: base, source: "--base"), head: try opened.commit(named: "HEAD"),
      baseline: Self.folder, in: opened)
  }

  @Test func `a base with neither configuration nor baseline is an adoption`() throws {
    let repository = try GitRepository()
    try repository.commit("a", to: "a")
    try repository.git("branch", "base")
    try repository.commit("version = 1\n", to: ".secgate.toml")
    let base = try read(repository, "base")
    #expect(base.situation == .adoption)
    #expect(base.configuration == nil && base.decisions.decisions.isEmpty)
    var input = try Sample.input()
    input.trust = base.situation
    #expect(Judge.judge(input).headline == "ADOPTION: nothing trusted yet; PASS (secrets)")
  }

  @Test func `policy and baseline are the base's, whatever the head wrote`() throws {
    let repository = try GitRepository()
    try repository.commit("version = 1\n[policy]\nfail_on = [\"low\"]\n", to: ".secgate.toml")
    let kept = Sample.decision(on: Sample.secret("a"))
    try write(kept, in: repository)
    try repository.git("branch", "base")
    try repository.commit("version = 1\n[policy]\nfail_on = []\n", to: ".secgate.toml")
    try write(Sample.decision(on: Sample.secret("b")), in: repository)
    let base = try read(repository, "base")
    #expect(base.situation == .trusted)
    #expect(base.configuration?.policy.general.failOn == [.low])
    #expect(base.decisions.decisions == [kept])
  }

  @Test func `a head that changes nothing but decisions is told apart`() throws {
    let repository = try GitRepository()
    try repository.commit("version = 1\n", to: ".secgate.toml")
    try repository.git("branch", "base")
    let secret = Sample.secret("a")
    let decision = Sample.decision(on: secret)
    try write(decision, in: repository)
    let base = try read(repository, "base")
    #expect(base.situation == .decisionOnly)
    var head = DecisionSet()
    let opened = try Repository.open(repository.path)
    head =
      try DecisionsAtCommit.read(
        Self.folder, at: try opened.commit(named: "HEAD"), in: opened) ?? head
    var input = try Sample.input(native: [secret])
    input.trust = base.situation
    (input.baseline, input.gateChanges) = Baseline.trusted(base.decisions, head: head)
    let outcome = Judge.judge(input)
    #expect(outcome.verdict == .pass)
    #expect(outcome.headline.hasSuffix("review of this change is the approval of 1 decision"))
    #expect(outcome.findings[0].state == .accepted)
    try repository.commit("x", to: "code.py")
    #expect(try read(repository, "base").situation == .trusted)
  }

  @Test func `decisions that the head adds are pending: shown, and not counting`() throws {
    let secret = Sample.secret("a")
    var input = try Sample.input(native: [secret])
    input.trust = .trusted
    let text = Array(DecisionFile.text(Sample.decision(on: secret)).utf8)
    let head = DecisionSet(files: [("x.toml", text)], folder: "b")
    (input.baseline, input.gateChanges) = Baseline.trusted(DecisionSet(), head: head)
    let outcome = Judge.judge(input)
    #expect(outcome.verdict == .fail)
    #expect(outcome.decisions.map(\.status) == [.pending])
    #expect(outcome.gateChanges?.map(\.effect) == [.looser])
    #expect(outcome.findings[0].stateReason?.contains("pending") == true)
  }

  @Test func `a missing base is incomplete with the command that repairs it`() throws {
    let repository = try GitRepository()
    try repository.commit("a", to: "a")
    let request = try #require(
      BaseRequest.find(flag: "origin/main", environment: { _ in nil }))
    let opened = try Repository.open(repository.path)
    let problem = #expect(throws: BaseProblem.self) {
      try TrustedBase.read(
        request, head: try opened.commit(named: "HEAD"), baseline: nil, in: opened)
    }
    #expect(
      problem?.repair == "git fetch origin +refs/heads/main:refs/remotes/origin/main")
    var input = try Sample.input()
    input.trust = try .missing(#require(problem))
    #expect(Judge.judge(input).verdict == .incomplete)
    #expect(Judge.judge(input).reasons[0].text.contains("git fetch"))
  }

  @Test func `a broken configuration at the base is an error that names the base`() throws {
    let repository = try GitRepository()
    try repository.commit("version = 1\n[polizy]\n", to: ".secgate.toml")
    let error = #expect(throws: ConfigurationError.self) { try read(repository, "HEAD") }
    #expect(error?.description.hasPrefix("HEAD:.secgate.toml:2: polizy") == true)
  }

  @Test(
    arguments: [
      (["GITHUB_ACTIONS": "true", "GITHUB_BASE_REF": "main"], "refs/remotes/origin/main"),
      (["GITHUB_ACTIONS": "true", "GITHUB_BASE_REF": ""], nil),
      (
        ["GITLAB_CI": "true", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"],
        "refs/remotes/origin/main"
      ),
      (["JENKINS_URL": "http://j", "CHANGE_TARGET": "dev/x"], "refs/remotes/origin/dev/x"),
      (
        ["TF_BUILD": "True", "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main"],
        "refs/remotes/origin/main"
      ),
      (
        ["BITBUCKET_BUILD_NUMBER": "7", "BITBUCKET_PR_DESTINATION_BRANCH": "main"],
        "refs/remotes/origin/main"
      ),
      (
        ["BUILDKITE": "true", "BUILDKITE_PULL_REQUEST_BASE_BRANCH": "main"],
        "refs/remotes/origin/main"
      ),
      (["CIRCLECI": "true", "CIRCLE_PULL_REQUEST": "https://x/1"], "refs/remotes/origin/HEAD"),
      (["CI": "true"], nil), (["SECGATE_BASE": "v1"], "v1"),
    ] as [([String: String], String?)])
  func `in CI the base is found from the environment`(
    _ environment: [String: String], _ reference: String?
  ) {
    #expect(BaseRequest.find(flag: nil, environment: { environment[$0] })?.reference == reference)
    #expect(BaseRequest.find(flag: "mine", environment: { environment[$0] })?.reference == "mine")
  }

  @Test func `git tells who brought a decision in as it is`() throws {
    let repository = try GitRepository()
    var decision = Sample.decision(on: Sample.secret("a"))
    try write(decision, in: repository)
    try repository.commit("x", to: "code.py")
    decision.reason = "another reason"
    try repository.directory.write(
      DecisionFile.text(decision), to: "\(Self.folder)/\(DecisionFile.name(for: decision.id))")
    try repository.git("add", "-A")
    try repository.git(
      ["commit", "-q", "-m", "Edit"],
      environment: ["GIT_AUTHOR_NAME": "Mallory", "GIT_AUTHOR_EMAIL": "m@example.org"])
    let edit = try repository.git("rev-parse", "HEAD")
    try repository.commit("y", to: "code.py")
    let opened = try Repository.open(repository.path)
    let head = try opened.commit(named: "HEAD")
    let set = try #require(try DecisionsAtCommit.read(Self.folder, at: head, in: opened))
    let found = try DecisionProvenance(of: Self.folder, at: head, in: opened).byID(set.files)
    #expect(found[decision.id]?.commit == edit)
    #expect(found[decision.id]?.author == "Mallory <m@example.org>")
  }

  @Test func `a secret is known where the base reaches it, or where the commit does not`() throws {
    let repository = try GitRepository()
    let old = try repository.commit("one", to: "a.env")
    try repository.git("branch", "base")
    let new = try repository.commit("two", to: "b.env")
    let blob = try repository.git("rev-parse", "HEAD:b.env")
    try repository.git("checkout", "-q", "-b", "other", "base")
    let elsewhere = try repository.commit("three", to: "c.env")
    let opened = try Repository.open(repository.path)
    let history = try BaseHistory(
      base: try opened.commit(named: "base"), head: try opened.commit(named: "main"), in: opened)
    #expect(history.isKnown(Sample.secret("a", commit: old)))
    #expect(!history.isKnown(Sample.secret("b", commit: new)))
    #expect(history.isKnown(Sample.secret("c", exposure: .refs, commit: elsewhere)))
    #expect(!history.isKnown(Sample.secret("c", exposure: .head, commit: elsewhere)))
    #expect(!history.isKnown(Sample.secret("d", exposure: .worktree, commit: elsewhere)))
    // The same blob came in elsewhere first: the judged commit brings it in all the same.
    var both = Sample.secret("e", exposure: .refs, commit: elsewhere)
    both.locations[0].blob = blob
    #expect(!history.isKnown(both))
  }

  @Test func `other findings are known only by a complete run of the same tool for the base`()
    throws
  {
    let merged = Sample.code(3)
    var input = try Sample.input("", [Sample.result("bandit", .code, [merged])])
    func base(_ results: [ToolResult]) -> BaseKnowledge {
      var base = BaseKnowledge(
        reference: "main", commit: Sample.other,
        history: BaseHistory(addedCommits: [], addedBlobs: [], baseObjects: { _ in true }))
      base.results = results
      return base
    }
    input.base = base([])
    #expect(Judge.judge(input).findings[0].state == .new)
    input.base = base([Sample.result("bandit", .code, [merged])])
    #expect(Judge.judge(input).findings[0].state == .known)
    input.base = base([Sample.result("bandit", .code, [merged], .partial)])
    #expect(Judge.judge(input).findings[0].state == .new)
    input.base = base([Sample.result("semgrep", .code, [Sample.code(3, tool: "semgrep")])])
    #expect(Judge.judge(input).findings[0].state == .new)
    input.base = base([Sample.result("bandit", .code, [Sample.code(7, path: "old.py")])])
    input.base?.renames = ["src/a.py": "old.py"]
    #expect(Judge.judge(input).findings[0].state == .known)
  }
}
