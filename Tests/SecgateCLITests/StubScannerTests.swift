import Foundation
import TestSupport
import Testing

/// Scanners that are missing, crash, hang or lie, and one that a repository names itself.
@Suite struct StubScannerTests {
  private struct Stage {
    let repository: GitRepository
    let bin: TemporaryDirectory
    let program: Program

    /// - Parameter script: body of a fake `bandit` on PATH; nil: none is there.
    init(_ script: String?, configuration: String? = nil) throws {
      program = try Program()
      bin = try TemporaryDirectory()
      repository = try GitRepository()
      try repository.commit("print(1)\n", to: "app.py")
      let text =
        configuration ?? "version = 1\n[[require]]\ncheck = \"code\"\nany_of = [\"bandit\"]\n"
      try repository.commit(text, to: ".secgate.toml")
      if let script { try executable("#!/bin/sh\n" + script, to: bin.path + "/bandit") }
    }

    func executable(_ text: String, to path: String) throws {
      try Data(text.utf8).write(to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }

    func scan(_ arguments: String..., environment: [String: String] = [:]) throws -> Command {
      let path = bin.path + ":/usr/bin:/bin"
      return try program.run(
        ["scan"] + arguments, in: repository.url,
        environment: ["PATH": path].merging(environment) { _, new in new })
    }
  }

  private static let report = """
    if [ "$1" = --version ]; then echo "bandit 1.7.9"; exit 0; fi
    cat <<'JSON'
    {"errors": [], "generated_at": "2026-11-25T00:00:00Z", "metrics": {"./app.py": {"loc": 1,
    "nosec": 0, "skipped_tests": 0}, "_totals": {"loc": 1, "nosec": 0, "skipped_tests": 0}},
    "results": []}
    JSON
    """

  @Test func `a clean scanner satisfies its requirement`() throws {
    let scan = try Stage(Self.report + "\nexit 0\n").scan()
    #expect(scan.status == 0, "\(scan.text)\(scan.errorText)")
    #expect(scan.text.contains("PASS"))
  }

  @Test(arguments: [
    ("missing", nil), ("crashing", "echo 1.7.9; [ \"$1\" = --version ] && exit 0; kill -9 $$"),
    ("silent", "[ \"$1\" = --version ] && echo 1.7.9; exit 0"),
    ("lying", "[ \"$1\" = --version ] && { echo 1.7.9; exit 0; }; echo '{\"results\": 3}'; exit 0"),
    ("failing", "[ \"$1\" = --version ] && { echo 1.7.9; exit 0; }; echo '<html>'; exit 7"),
    ("hung", "[ \"$1\" = --version ] && { echo 1.7.9; exit 0; }; trap '' TERM; sleep 1000"),
  ])
  func `a scanner that did not look makes the verdict incomplete by name`(
    kind: String, script: String?
  ) throws {
    let stage = try Stage(script)
    let scan = try stage.scan("--timeout", "2s")
    #expect(scan.status == 3, "\(kind): \(scan.text)\(scan.errorText)")
    #expect(scan.text.contains("bandit"), "\(kind): \(scan.text)")
    #expect(scan.text.contains("INCOMPLETE"), "\(kind)")
  }

  @Test func `no process of a hung scanner is left, not even one that left its group`() throws {
    let script = """
      [ "$1" = --version ] && { echo 1.7.9; exit 0; }
      setsid sh -c 'trap "" TERM; echo $$ > "'"$0"'.child"; while :; do sleep 1; done' &
      trap '' TERM
      while :; do sleep 1; done
      """
    let stage = try Stage(script)
    #expect(try stage.scan("--timeout", "2s").status == 3)
    let text = try String(contentsOfFile: stage.bin.path + "/bandit.child", encoding: .utf8)
    let child = try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(!Self.isRunning(child))
  }

  /// A killed process whose new parent has not asked for its end yet runs no more: state `Z`.
  private static func isRunning(_ process: Int32) -> Bool {
    guard kill(process, 0) == 0 else { return false }
    guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let state = stat.split(separator: ")").last?.split(separator: " ").first
    else { return kill(process, 0) == 0 }
    return state != "Z"
  }

  @Test func `an interrupted scan leaves neither a process nor a file, and exits with 130`() throws
  {
    let stage = try Stage(
      """
      [ "$1" = --version ] && { echo 1.7.9; exit 0; }
      trap '' TERM INT
      kill -INT "$(cat "$0.parent")"
      while :; do sleep 1; done
      """)
    // The scanner itself interrupts secgate, so that the moment is always the same.
    let command = try stage.program.run(
      ["scan"], in: stage.repository.url, environment: ["PATH": stage.bin.path + ":/usr/bin:/bin"],
      writingIDTo: stage.bin.path + "/bandit.parent")
    #expect(command.status == 130, "\(command.text)\(command.errorText)")
    #expect(stage.program.toolProcesses().isEmpty)
  }

  @Test func `a killed scan leaves neither a process nor a copy of what a tool was to read`() throws
  {
    let stage = try Stage(
      nil, configuration: "version = 1\n[[require]]\ncheck = \"deps\"\nany_of = [\"pip-audit\"]\n")
    try stage.executable(
      """
      #!/bin/sh
      [ "$1" = --version ] && { echo "pip-audit 2.7.3"; exit 0; }
      trap '' TERM INT
      grep -q extra-index-url "$2" && touch "$0.saw"
      kill -KILL "$(cat "$0.parent")"
      while :; do sleep 1; done
      """, to: stage.bin.path + "/pip-audit")
    let token = MadeUpSecret.githubToken(7)
    try stage.repository.commit(
      "--extra-index-url https://x:\(token)@example.org/simple\nflask==1.0\n",
      to: "requirements.txt")
    let killed = try stage.program.run(
      ["scan"], in: stage.repository.url, environment: ["PATH": stage.bin.path + ":/usr/bin:/bin"],
      writingIDTo: stage.bin.path + "/pip-audit.parent")
    #expect(killed.status == 9, "\(killed.text)\(killed.errorText)")
    #expect(FileManager.default.fileExists(atPath: stage.bin.path + "/pip-audit.saw"))
    try stage.program.expectNothingLeft()
  }

  @Test func `a program that the repository names runs only after trust`() throws {
    let stage = try Stage(
      Self.report,
      configuration: """
        version = 1
        [[require]]
        check = "code"
        any_of = ["bandit"]
        [tools.bandit]
        path = "tools/bandit"
        """)
    let marker = stage.bin.path + "/ran"
    let tools = stage.repository.path + "/tools"
    try FileManager.default.createDirectory(atPath: tools, withIntermediateDirectories: true)
    try stage.executable("#!/bin/sh\ntouch '\(marker)'\n" + Self.report, to: tools + "/bandit")
    try stage.repository.git("add", "-A")
    try stage.repository.git("commit", "-q", "-m", "Tools")
    let ignored = try stage.scan()
    #expect(ignored.status == 3, "\(ignored.text)")
    #expect(ignored.text.contains("path"))
    #expect(!FileManager.default.fileExists(atPath: marker))
    let asked = try stage.program.run("trust", in: stage.repository.url)
    #expect(asked.status == 2, "without a terminal it needs --yes")
    let inCI = try stage.program.run(
      ["trust", "--yes"], in: stage.repository.url, environment: ["CI": "true"])
    #expect(inCI.status == 2)
    #expect(try stage.program.run("trust", "--yes", in: stage.repository.url).status == 0)
    let trusted = try stage.scan()
    #expect(trusted.status == 0, "\(trusted.text)\(trusted.errorText)")
    #expect(FileManager.default.fileExists(atPath: marker))
  }

  @Test func `a scanner gets none of the caller's tokens, and what it says is masked`() throws {
    let token = MadeUpSecret.githubToken(30)
    let script = """
      [ "$1" = --version ] && { echo 1.7.9; exit 0; }
      env > "$(dirname "$0")/env"
      echo "cannot log in with \(token)" >&2
      exit 9
      """
    let stage = try Stage(script)
    let scan = try stage.scan(
      environment: ["GITHUB_TOKEN": token, "AWS_SECRET_ACCESS_KEY": "x", "SECGATE_X": "y"])
    #expect(scan.status == 3)
    let environment = try String(contentsOfFile: stage.bin.path + "/env", encoding: .utf8)
    for name in ["GITHUB_TOKEN", "AWS_SECRET_ACCESS_KEY", "SECGATE_X"] {
      #expect(!environment.contains(name + "="))
    }
    try Leak.expectNone(of: token, in: scan)
    try Leak.expectNone(of: token, below: stage.repository.url.appending(path: ".git/secgate"))
  }
}
