import FindingModel
import Foundation
import TestSupport
import Testing

@testable import ScannerRunner

/// Tools that mean harm or do not care: nothing of theirs is left, no memory and no disk is filled.
@Suite struct HostileToolTests {
  private static func isRunning(_ process: Int32) -> Bool {
    guard let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
      return false
    }
    return !state.contains(") Z ") && !state.contains(") X ")
  }

  @Test func `a tool that forks children which ignore TERM leaves none of them`() async throws {
    let bench = try Bench(
      """
      for n in 1 2 3 4; do
        setsid sh -c 'trap "" TERM; echo $$ >> children; (trap "" TERM; sleep 1000) & wait' &
      done
      trap '' TERM
      while :; do sleep 1; done
      """)
    let run = try await bench.run { $0.limits.timeout = .seconds(2) }
    #expect(run.result?.ending == .timedOut)
    let text = try String(contentsOfFile: bench.repository.path + "/children", encoding: .utf8)
    let children = text.split(separator: "\n").compactMap { Int32($0) }
    #expect(children.count == 4)
    #expect(children.filter(Self.isRunning) == [])
  }

  @Test func `10 GB on standard output and on standard error are stopped at the limit`()
    async throws
  {
    for stream in ["", ">&2"] {
      let run = try await Bench("head -c 10000000000 /dev/zero \(stream)").run {
        $0.limits.output = 1 << 20
        $0.limits.errors = 1 << 20
      }
      #expect(run.result?.ending == .outputLimit)
      #expect(run.result?.output.count ?? 0 <= 1 << 20)
      #expect(run.problems.contains { $0.contains("wrote more than") })
    }
  }

  @Test func `10 GB into the named report file are stopped at the limit, and the file is gone`()
    async throws
  {
    let bench = try Bench("head -c 10000000000 /dev/zero > report.json")
    let run = try await bench.run(FakeTool(reportFile: "report.json")) {
      $0.limits.output = 1 << 20
    }
    #expect(run.result?.ending == .outputLimit)
    #expect(run.report == nil)
    #expect(!FileManager.default.fileExists(atPath: bench.repository.path + "/report.json"))
  }

  @Test func `a report in a named file is read and removed`() async throws {
    let bench = try Bench("echo '{}' > report.json")
    let run = try await bench.run(FakeTool(reportFile: "report.json"))
    #expect(run.report == Array("{}\n".utf8))
    #expect(!FileManager.default.fileExists(atPath: bench.repository.path + "/report.json"))
  }

  @Test func `trap: a tool that asks on standard input gets no answer and ends`() async throws {
    let run = try await Bench("read answer && exit 0; exit 1").run()
    #expect(run.result?.exitCode == 1)
  }

  @Test func `what a tool writes to its home and temporary folder is gone afterwards`()
    async throws
  {
    let bench = try Bench("echo x > \"$HOME/x\"; echo y > \"$TMPDIR/y\"; echo \"$HOME\"")
    let run = try await bench.run()
    let home = String(decoding: try #require(run.report), as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(home == bench.workspace.home)
    bench.workspace.remove()
    #expect(!FileManager.default.fileExists(atPath: bench.workspace.folder))
  }

  @Test(arguments: ["0.69.4", "0.69.5", "0.69.6"])
  func `a compromised trivy is asked for its version and never run on anything`(_ version: String)
    async throws
  {
    let bench = try Bench("touch ran", version: version)
    let run = try await bench.run(TrivyTool())
    #expect(run.problems.contains { $0.contains("trivy \(version) does not run") })
    #expect(!FileManager.default.fileExists(atPath: bench.repository.path + "/ran"))
  }

  @Test func `trap: gitleaks on something that is no repository is broken, not clean`()
    async throws
  {
    let result = { (errors: String) in
      ToolProcessResult(
        ending: .exited(0), output: Array("[]".utf8), errors: Array(errors.utf8),
        start: Timestamp(seconds: 0), end: Timestamp(seconds: 1))
    }
    let run = ToolInvocation(
      arguments: ["git"], directory: "/", target: ToolTarget(kind: "repository", target: "."))
    let tool = GitleaksTool()
    #expect(tool.remarks(on: result("12:00AM INF 3 commits scanned.\n"), of: run) == [])
    for errors in ["12:00AM ERR fatal\n12:00AM INF 0 commits scanned.\n", ""] {
      let remarks = tool.remarks(on: result(errors), of: run)
      #expect(remarks == [.broken("gitleaks does not say that it looked at any commit")])
    }
  }

  @Test func `trap: safety tells of unpinned requirements on its standard error only`() {
    let result = ToolProcessResult(
      ending: .exited(0), output: [],
      errors: Array("Warning: unpinned requirement 'django' found, unable to check.".utf8),
      start: Timestamp(seconds: 0), end: Timestamp(seconds: 1))
    let run = ToolInvocation(
      arguments: [], directory: "/", target: ToolTarget(kind: "manifest", target: "r"))
    #expect(
      SafetyTool().remarks(on: result, of: run)
        == [.partial("safety skipped requirements that are not pinned")])
  }
}
