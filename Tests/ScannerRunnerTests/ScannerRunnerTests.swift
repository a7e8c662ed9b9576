import FindingModel
import Foundation
import TestSupport
import Testing

@testable import ScannerRunner

@Suite struct ScannerRunnerTests {
  @Test func `a tool that answers leaves report, exit code, version and digest`() async throws {
    let run = try await Bench("echo '{}'; echo noise >&2; exit 7").run()
    #expect(run.report == Array("{}\n".utf8))
    #expect(run.result?.exitCode == 7)
    #expect(run.version == "1.2.3")
    #expect(run.located?.digest.hasPrefix("sha256:") == true)
    #expect(run.problems.isEmpty)
  }

  @Test func `a tool that ignores TERM and hangs is killed and named`() async throws {
    let bench = try Bench("trap '' TERM; while :; do sleep 1; done")
    let run = try await bench.run { $0.limits.timeout = .milliseconds(300) }
    #expect(run.result?.ending == .timedOut)
    #expect(run.problems.contains { $0.contains("did not end") })
  }

  @Test func `a child that leaves group and session does not outlive the tool`() async throws {
    let bench = try Bench("setsid sleep 1000 >/dev/null 2>&1 & echo $!; exit 0")
    let run = try await bench.run()
    let said = String(decoding: try #require(run.report), as: UTF8.self)
    let process = try #require(Int32(said.trimmingCharacters(in: .whitespacesAndNewlines)))
    let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    #expect(state == nil || state?.contains(") Z ") == true || state?.contains(") X ") == true)
  }

  @Test func `a tool that writes without end is stopped at the limit`() async throws {
    let run = try await Bench("yes").run { $0.limits.output = 1 << 20 }
    #expect(run.result?.ending == .outputLimit)
    #expect(run.problems.contains { $0.contains("wrote more than") })
  }

  @Test func `a tool that is killed is named with its signal`() async throws {
    let run = try await Bench("kill -9 $$").run()
    #expect(run.problems == ["fake was killed by signal 9"])
  }

  @Test func `a tool that is missing is named`() async throws {
    let run = try await Bench("exit 0").run { $0.path = "/nonexistent/fake-tool" }
    #expect(run.report == nil)
    #expect(run.problems.contains { $0.contains("is no executable file") })
  }

  @Test func `a pinned version or digest that differs does not run`() async throws {
    let bench = try Bench("touch ran; echo '{}'")
    let version = try await bench.run { $0.version = "9.9.9" }
    let digest = try await bench.run { $0.sha256 = String(repeating: "0", count: 64) }
    #expect(version.problems.contains { $0.contains("asks for 9.9.9") })
    #expect(digest.problems.contains { $0.contains("sha256 asks for") })
    #expect(!FileManager.default.fileExists(atPath: bench.repository.path + "/ran"))
  }

  @Test func `a known bad release does not run`() async throws {
    let bench = try Bench("touch ran", version: "6.6.6")
    let run = try await bench.run()
    #expect(run.problems == ["fake 6.6.6 does not run: it was tampered with"])
    #expect(!FileManager.default.fileExists(atPath: bench.repository.path + "/ran"))
  }

  @Test func `the child sees no token of the caller and a home of its own`() async throws {
    let bench = try Bench("env")
    let environment = ToolEnvironment.minimal(
      workspace: bench.workspace, extra: [:],
      from: [
        "PATH": "/usr/bin", "HOME": "/home/ada", "AWS_SECRET_ACCESS_KEY": "x",
        "GITHUB_TOKEN": "y", "HTTPS_PROXY": "http://user:pass@proxy:1",
      ])
    #expect(environment["AWS_SECRET_ACCESS_KEY"] == nil)
    #expect(environment["GITHUB_TOKEN"] == nil)
    #expect(environment["HTTPS_PROXY"] == nil)
    #expect(environment["HOME"] == bench.workspace.home)
  }

  @Test func `a program of that name inside the repository is not found on PATH`() throws {
    let bench = try Bench("exit 0")
    let inside = try bench.repository.write("#!/bin/sh\n", to: "bin/fake-tool")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: inside.path(percentEncoded: false))
    #expect(throws: RunnerError.self) {
      try LocatedTool.locate(
        FakeTool(), settings: ToolSettings(), root: bench.repository.path,
        searchPath: bench.repository.path + "/bin:relative:.")
    }
  }

  @Test func `a file that leads out of the repository is not copied`() throws {
    let bench = try Bench("exit 0")
    try FileManager.default.createSymbolicLink(
      atPath: bench.repository.path + "/requirements.txt", withDestinationPath: "/etc/hostname")
    #expect(throws: RunnerError.self) {
      try bench.workspace.copy("requirements.txt", to: bench.workspace.folder + "/copy")
    }
  }

  @Test func `what a killed run left is removed at the next start`() throws {
    let base = try TemporaryDirectory()
    let gone = base.path + "/secgate-run-999999999-abc"
    try FileManager.default.createDirectory(atPath: gone, withIntermediateDirectories: true)
    let workspace = try ToolWorkspace(root: "/", temporary: base.path)
    #expect(!FileManager.default.fileExists(atPath: gone))
    #expect(FileManager.default.fileExists(atPath: workspace.home))
  }
}
