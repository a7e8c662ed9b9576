import Foundation
import TestSupport
import Testing

/// Launch evidence in files outside of the project, as CI jobs leave it: named so that each machine
/// says the same, and never mistaken for another folder's.
@Suite struct OutsideEvidenceTests {
  private struct Machine {
    let program: Program
    let repository: GitRepository
    let reports: TemporaryDirectory

    init() throws {
      program = try Program()
      repository = try GitRepository()
      reports = try TemporaryDirectory()
      try repository.commit(
        "version = 1\n[[require]]\ncheck = \"tests\"\nany_of = [\"junit\"]\n", to: ".secgate.toml")
    }

    func add(_ folder: String, failing: Bool) throws {
      let fault = failing ? "<failure message='no'/>" : ""
      let text = """
        <testsuite name='s' tests='1' failures='\(failing ? 1 : 0)'>\
        <testcase name='t'>\(fault)</testcase></testsuite>
        """
      try reports.write(text, to: folder + "/junit.xml")
      let added = try program.run(
        "evidence", "add", "junit", reports.path + "/\(folder)/junit.xml", "--commit", "HEAD",
        "--made-at", "2026-01-02T03:04:05Z", "-q", in: repository.url)
      #expect(added.status == 0, "\(added.errorText)")
    }

    /// The verdict, the names of all evidence and the digest of what was judged.
    func judged() throws -> (verdict: String?, names: [String], evidence: String?) {
      let json = try Program.json(
        try program.run("scan", "--offline", "-q", "--format", "json", in: repository.url))
      let runs = json["runs"] as? [[String: Any]] ?? []
      let text = String(decoding: try JSONSerialization.data(withJSONObject: json), as: UTF8.self)
      #expect(!text.contains(reports.url.lastPathComponent), "the folder's name is told")
      return (
        json["verdict"] as? String, runs.compactMap { $0["target"] as? String },
        (json["digests"] as? [String: Any])?["evidence"] as? String
      )
    }
  }

  @Test func `two machines name the same evidence alike, and the page is verified`() throws {
    let machines = try [Machine(), Machine()]
    var names: [[String]] = []
    for (machine, folder) in zip(machines, ["ada/out", "ci/7/results"]) {
      try machine.add(folder, failing: false)
      let judged = try machine.judged()
      #expect(judged.verdict == "pass")
      names.append(judged.names)
      let page = try machine.program.run(
        "report", "--html", "-o", ".git/page.html", in: machine.repository.url)
      #expect(page.status == 0, "\(page.errorText)")
      let verify = try machine.program.run(
        "report", "--html", "--verify", ".git/page.html", in: machine.repository.url)
      #expect(verify.status == 0, "\(verify.text)\(verify.errorText)")
    }
    #expect(names[0] == names[1])
    #expect(names[0].count == 1 && names[0][0].hasPrefix("…/junit.xml, sha256 "))
  }

  @Test func `a folder's report hides no other folder's, and its own earlier one`() throws {
    let machine = try Machine()
    try machine.add("one", failing: true)
    try machine.add("two", failing: false)
    let both = try machine.judged()
    #expect(both.verdict == "fail")
    #expect(both.names.count == 2)
    try machine.add("one", failing: false)
    #expect(try machine.judged().verdict == "pass")
    try machine.add("two", failing: true)
    #expect(try machine.judged().verdict == "fail")
  }
}
