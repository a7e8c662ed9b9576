import Foundation
import TestSupport
import Testing

/// How much one act decides: a finding, what stands at a path alone, an advisory in its package.
@Suite struct DecisionScopeTests {
  private let repository: GitRepository
  private let program: Program

  init() throws {
    repository = try GitRepository()
    program = try Program()
  }

  /// States by id, from what is recorded.
  private func states() throws -> [String: String] {
    let list = try program.run("findings", "list", "--format", "json", in: repository.url)
    let findings = try JSONSerialization.jsonObject(with: list.output) as? [[String: Any]] ?? []
    return Dictionary(
      findings.compactMap { finding in
        (finding["id"] as? String).map { ($0, finding["state"] as? String ?? "") }
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test func `a path decides what stands there and nowhere else, and nothing that comes later`()
    throws
  {
    func token(_ seed: Int) -> String { "token = \"\(MadeUpSecret.githubToken(seed))\"\n" }
    try repository.commit(token(21), to: "certs/alone.env")
    try repository.commit(token(22), to: "certs/both.env")
    try repository.commit(token(22), to: "app.env")
    #expect(try program.run("scan", "--offline", in: repository.url).status == 1)
    let decided = try program.run(
      "false-positive", "--path", "certs/", "--reason", "made up", "--owner", "Ada",
      in: repository.url)
    #expect(decided.status == 0, "\(decided.errorText)")
    #expect(try states().values.sorted() == ["false_positive", "new"])
    try repository.commit(token(23), to: "certs/alone.env")
    #expect(try program.run("scan", "--offline", in: repository.url).status == 1)
    #expect(try states().values.sorted() == ["false_positive", "new", "new"])
  }

  @Test func `a path without findings of its own, and ids beside a path, are refused`() throws {
    try repository.commit("token = \"\(MadeUpSecret.githubToken(24))\"\n", to: "app.env")
    #expect(try program.run("scan", "--offline", in: repository.url).status == 1)
    for scope in [["--path", "docs"], [], ["--path", "app.env", "sg1:sec:x"]] {
      let refused = try program.run(
        ["false-positive"] + scope + ["--reason", "made up", "--owner", "Ada"], in: repository.url)
      #expect(refused.status == 2, "\(scope): \(refused.text)")
    }
    let secret = try program.run(
      "false-positive", "--path", "app.env", "--every-manifest", "--reason", "made up", "--owner",
      "Ada", in: repository.url)
    #expect(secret.status == 2)
    #expect(secret.errorText.contains("no package"), "\(secret.errorText)")
    #expect(try states().values.sorted() == ["new"])
  }

  @Test func `an advisory is decided for its package in every manifest, and for no other`() throws {
    // The same bytes twice are one report, and a manifest's later report takes the place of its
    // earlier one.
    func report(_ package: String, _ manifest: String) -> String {
      """
      {"dependencies": [{"name": "\(package)", "version": "1.0", "vulns": [
        {"id": "PYSEC-2024-1", "fix_versions": [], "aliases": ["CVE-2024-1"],
         "description": "made up for \(manifest)"}]}], "fixes": []}
      """
    }
    try repository.commit("hello\n", to: "README")
    for (manifest, package) in [
      ("a/requirements.txt", "flask"), ("b/requirements.txt", "flask"),
      ("c/requirements.txt", "jinja2"),
    ] {
      let file = try program.home.write(report(package, manifest), to: "report.json")
      let imported = try program.run(
        "import", "pip-audit", file.path(percentEncoded: false), "--manifest", manifest,
        "--commit", "HEAD", in: repository.url)
      #expect(imported.status == 0, "\(imported.errorText)")
    }
    let flask = try states().keys.filter { $0.contains("flask") }.sorted()
    #expect(flask.count == 2)
    let decided = try program.run(
      "false-positive", flask[0], "--every-manifest", "--reason", "never parsed", "--owner", "Ada",
      in: repository.url)
    #expect(decided.status == 0, "\(decided.errorText)")
    let states = try states()
    #expect(flask.allSatisfy { states[$0] == "false_positive" }, "\(states)")
    #expect(states.values.sorted() == ["false_positive", "false_positive", "new"])
  }
}
