import Foundation
import TestSupport
import Testing

/// The demonstration in `docs/demo` works as the README says.
@Suite struct DemoTests {
  @Test func `the demonstration makes its repository and the page of a no-go`() throws {
    let program = try Program()
    let folder = try TemporaryDirectory()
    let script = Shared.projectRoot.appending(path: "docs/demo/make-demo")
    let made = try Command.run(
      [script.path(percentEncoded: false), "demo"], in: folder.url,
      environment: program.environment.merging([
        "SECGATE": Program.binary.path(percentEncoded: false), "PATH": "/usr/bin:/bin",
      ]) { _, new in new })
    #expect(made.status == 0, "\(made.errorText)")
    let demo = folder.url.appending(path: "demo")
    let page = try String(
      contentsOf: demo.appending(path: "secgate-report.html"), encoding: .utf8)
    #expect(page.contains("<title>") && page.contains("NO-GO"))
    let report = try Program.json(program.run("report", "--json", in: demo))
    let conditions = try #require(report["conditions"] as? [[String: Any]])
    let status = Dictionary(
      conditions.map { ($0["check"] as? String ?? "", $0["status"] as? String ?? "") },
      uniquingKeysWith: { first, _ in first })
    #expect(status["secrets.history"] == "fail")
    #expect(status["dependencies.python"] == "fail")
    #expect(status["load.normal-50-users"] == "pass")
    #expect(status["tests.end-to-end"] == "pass")
    #expect(status["sign-off.rollback-rehearsed"] == "not_done")
    let states = (report["findings"] as? [[String: Any]])?.compactMap { $0["state"] as? String }
    #expect(Set(states ?? []).isSuperset(of: ["new", "accepted", "false_positive"]))
    let verified = try program.run(
      "report", "--html", "--verify", "secgate-report.html", in: demo)
    #expect(verified.status == 0, "\(verified.text)\(verified.errorText)")
  }
}
