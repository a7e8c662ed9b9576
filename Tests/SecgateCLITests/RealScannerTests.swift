import Foundation
import TestSupport
import Testing

/// Real bandit, pip-audit and npm under `secgate scan`, with sources on the loopback interface.
@Suite(.enabled(if: RealTools.hasPython, ".ci/install-test-tools has not installed the scanners"))
struct RealScannerTests {
  /// A repository with something for each scanner to find, which requires all of them.
  private struct Stage {
    let program: Program
    let repository: GitRepository
    let source: RealTools.Source

    init(_ mode: String, tools: [String], code: String = "print(1)\n") throws {
      program = try Program()
      repository = try GitRepository()
      source = try RealTools.Source(mode, home: program.home.path)
      try repository.directory.write(code, to: "app.py")
      try repository.directory.write("jinja2==2.10\n", to: "requirements.txt")
      try repository.directory.write(
        #"{"name": "demo", "version": "1.0.0", "dependencies": {"minimist": "0.0.8"}}"#,
        to: "package.json")
      try repository.directory.write(
        #"""
        {"name": "demo", "version": "1.0.0", "lockfileVersion": 3, "requires": true, "packages": {
        "": {"name": "demo", "version": "1.0.0", "dependencies": {"minimist": "0.0.8"}},
        "node_modules/minimist": {"version": "0.0.8",
        "resolved": "https://registry.npmjs.org/minimist/-/minimist-0.0.8.tgz"}}}
        """#, to: "package-lock.json")
      try repository.directory.write(Self.configuration(tools, source.port), to: ".secgate.toml")
      try repository.git("add", "-A")
      try repository.git("commit", "-q", "-m", "Start")
      let trust = try program.run("trust", "--yes", in: repository.url)
      guard trust.status == 0 else { throw Command.Failure(description: trust.errorText) }
    }

    private static func configuration(_ tools: [String], _ port: String) -> String {
      var text = "version = 1\n"
      for tool in tools { text += "[[require]]\ncheck = \"\(tool)\"\nany_of = [\"\(tool)\"]\n" }
      for tool in ["bandit", "pip-audit", "npm-audit"] {
        text += "[tools.\(tool)]\nenabled = \(tools.contains(tool))\n"
        switch tool {
        case "pip-audit":
          text += """
            args = ["-s", "osv", "--osv-url", "http://127.0.0.1:\(port)/v1/query"]

            """
        case "npm-audit":
          text += """
            args = ["--registry=http://127.0.0.1:\(port)/", "--fetch-retries=0"]

            """
        default: continue
        }
      }
      return text
    }

    func scan(_ arguments: String...) throws -> Command {
      let command = try program.run(
        ["scan"] + arguments, in: repository.url, environment: ["PATH": RealTools.path])
      #expect(program.toolProcesses().isEmpty, "a process of a tool is left")
      return command
    }
  }

  private static let tools =
    ["bandit", "pip-audit"] + (RealTools.hasNode ? ["npm-audit"] : [])
  /// Those that ask a source.
  private static let asking = Array(tools.dropFirst())

  private static func witnesses(_ finding: [String: Any]) -> [String] {
    (finding["witnesses"] as? [[String: Any]] ?? []).compactMap { $0["tool"] as? String }
  }

  @Test func `what each real scanner finds fails the verdict under its name`() throws {
    let stage = try Stage(
      "findings", tools: Self.tools,
      code: "import subprocess\nsubprocess.call(input(), shell=True)\n")
    let command = try stage.scan("--format", "json")
    #expect(command.status == 1, "\(command.text)\(command.errorText)")
    let answer = try SecretsAnswer(command)
    let failing = answer.findings.filter { $0["failing"] as? Bool == true }
    #expect(Set(failing.flatMap(Self.witnesses)) == Set(Self.tools), "\(command.text)")
    let runs = answer.object["runs"] as? [[String: Any]] ?? []
    for tool in Self.tools {
      let run = try #require(runs.first { $0["tool"] as? String == tool })
      #expect(run["outcome"] as? String == "findings", "\(run)")
      #expect(run["commit"] as? String == (try stage.repository.git("rev-parse", "HEAD")))
      #expect((run["version"] as? String)?.isEmpty == false)
      #expect((run["digest"] as? String)?.hasPrefix("sha256:") == true)
    }
  }

  @Test func `where the real scanners find nothing the verdict is a pass`() throws {
    let command = try Stage("clean", tools: Self.tools).scan()
    #expect(command.status == 0, "\(command.text)\(command.errorText)")
    #expect(command.text.contains("PASS"))
  }

  @Test(arguments: asking, ["hang", "error", "html", "cut", "kill"])
  func `a real scanner whose source fails or that is killed is incomplete by name`(
    tool: String, mode: String
  ) throws {
    let stage = try Stage(mode, tools: [tool])
    let command = try stage.scan("--timeout", mode == "hang" ? "4s" : "60s")
    #expect(command.status == 3, "\(tool) \(mode): \(command.text)\(command.errorText)")
    #expect(command.text.contains("INCOMPLETE"), "\(command.text)")
    #expect(command.text.contains(tool), "\(command.text)")
    if mode == "hang" { #expect(command.text.contains("did not end within 4 s")) }
    if mode == "kill" { #expect(command.text.contains("killed by signal 9"), "\(command.text)") }
  }

  @Test(arguments: tools)
  func `a real scanner that is missing is incomplete by name`(tool: String) throws {
    let stage = try Stage("clean", tools: [tool])
    let empty = try TemporaryDirectory()
    let command = try stage.program.run(
      ["scan"], in: stage.repository.url, environment: ["PATH": empty.path])
    #expect(command.status == 3, "\(command.text)\(command.errorText)")
    #expect(command.text.contains("\(tool) is not installed"), "\(command.text)")
  }

  @Test func `a file that bandit cannot parse is incomplete by name`() throws {
    let stage = try Stage("clean", tools: ["bandit"], code: "def broken(:\n")
    let command = try stage.scan()
    #expect(command.status == 3, "\(command.text)\(command.errorText)")
    #expect(command.text.contains("bandit"))
    #expect(command.text.contains("app.py"), "\(command.text)")
  }
}
