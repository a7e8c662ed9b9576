import Foundation
import TestSupport
import Testing

@Suite struct HookInstallTests {
  private func hook(_ repository: GitRepository, _ name: String = "pre-push") -> String {
    let url = repository.url.appending(path: ".git/hooks/\(name)")
    return (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  }

  @Test func `the hook is installed, installed again and removed`() throws {
    let repository = try GitRepository()
    let program = try Program()
    for _ in 0..<2 {
      let installed = try program.run("hook", "install", in: repository.url)
      #expect(installed.status == 0, "\(installed.errorText)")
      #expect(hook(repository).contains("secgate pre-push hook"))
    }
    #expect(hook(repository, "pre-push.before-secgate").isEmpty)
    #expect(try program.run("hook", "uninstall", in: repository.url).status == 0)
    #expect(hook(repository).isEmpty)
    #expect(try program.run("hook", "uninstall", in: repository.url).text.contains("no hook"))
  }

  @Test func `a hook that was there is kept, text or binary, and comes back`() throws {
    for bytes in [Data("#!/bin/sh\nexit 0\n".utf8), Data([0x7f, 0x45, 0xff, 0xfe])] {
      let repository = try GitRepository()
      let program = try Program()
      let file = try repository.directory.write(bytes, to: ".git/hooks/pre-push")
      let installed = try program.run("hook", "install", in: repository.url)
      #expect(installed.text.contains("runs after it"))
      #expect(hook(repository).contains("secgate pre-push hook"))
      #expect(try program.run("hook", "uninstall", in: repository.url).status == 0)
      #expect(try Data(contentsOf: file) == bytes)
    }
  }

  @Test func `core.hooksPath is where the hook goes, and one outside is told`() throws {
    let repository = try GitRepository()
    let outside = try TemporaryDirectory()
    let program = try Program()
    try repository.git("config", "core.hooksPath", "tools/hooks")
    let inside = try program.run("hook", "install", in: repository.url)
    #expect(inside.status == 0 && !inside.text.contains("every repository"))
    #expect(FileManager.default.fileExists(atPath: repository.path + "/tools/hooks/pre-push"))
    try repository.git("config", "core.hooksPath", outside.path)
    let shared = try program.run("hook", "install", in: repository.url)
    #expect(shared.text.contains("every repository"))
    #expect(FileManager.default.fileExists(atPath: outside.path + "/pre-push"))
  }

  @Test func `husky's committed file gets a block that leaves standard input to the others`()
    throws
  {
    let repository = try GitRepository()
    let program = try Program()
    try repository.git("config", "core.hooksPath", ".husky/_")
    let before = "#!/bin/sh\ncat > \"$OUT\"\n"
    let file = try repository.directory.write(before, to: ".husky/pre-push")
    #expect(try program.run("hook", "install", in: repository.url).status == 0)
    // secgate on PATH that only says yes: the next command still reads what git gave.
    let folder = try TemporaryDirectory()
    try folder.write("#!/bin/sh\ncat >/dev/null\n", to: "secgate")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.path + "/secgate")
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let run = try Command.run(
      ["sh", file.path(percentEncoded: false)], in: repository.url,
      environment: ["PATH": folder.path + ":" + path, "OUT": folder.path + "/out"],
      input: Data("a b c d\ne f g h\n".utf8))
    #expect(run.status == 0, "\(run.errorText)")
    #expect(
      try String(contentsOfFile: folder.path + "/out", encoding: .utf8) == "a b c d\ne f g h\n")
    #expect(try program.run("hook", "uninstall", in: repository.url).status == 0)
    #expect(try String(contentsOf: file, encoding: .utf8) == before)
  }

  @Test func `lefthook gets a command of its own, or is left alone where it has a section`() throws
  {
    let program = try Program()
    let repository = try GitRepository()
    let file = try repository.directory.write("pre-commit:\n  parallel: true\n", to: "lefthook.yml")
    #expect(try program.run("hook", "install", in: repository.url).status == 0)
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains("pre-push:\n  commands:\n    secgate:"))
    #expect(text.contains("use_stdin: true"))
    try repository.directory.write("pre-push:\n  commands: {}\n", to: "lefthook.yml")
    let refused = try program.run("hook", "install", in: repository.url)
    #expect(refused.status == 2)
    #expect(refused.errorText.contains("secgate hook pre-push {0}"))
  }

  @Test func `outside of a repository it is a usage error`() throws {
    let folder = try TemporaryDirectory()
    let command = try Program().run("hook", "install", in: folder.url)
    #expect(command.status == 2)
    #expect(command.errorText.contains("not a git repository"))
  }
}
