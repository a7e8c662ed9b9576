import Foundation
import TestSupport
import Testing

/// What nobody wants to meet: a clear error, the right exit code, nothing lost.
@Suite struct BadInputTests {
  private let zero = String(repeating: "0", count: 40)

  private func clone(_ source: GitRepository, _ arguments: String...) throws -> URL {
    let folder = source.directory.url.appending(path: "clones-\(UUID().uuidString)")
    try source.git(
      ["clone", "-q"] + arguments + ["file://" + source.path, folder.path(percentEncoded: false)])
    return folder
  }

  private func threeCommits() throws -> GitRepository {
    let repository = try GitRepository()
    try repository.git("config", "uploadpack.allowFilter", "true")
    try repository.commit("one\n", to: "a.txt")
    try repository.commit("two\n", to: "b.txt")
    // The first content of a file that changed is what a blob-less clone leaves out.
    try repository.commit("one, changed\n", to: "a.txt")
    return repository
  }

  @Test func `no repository, no such path: exit 2 with the path`() throws {
    let folder = try TemporaryDirectory()
    let program = try Program()
    let history = try program.run("secrets", "--history", in: folder.url)
    #expect(history.status == 2)
    #expect(history.errorText.contains("not a git repository"))
    let missing = try program.run("secrets", "no/such/file", in: folder.url)
    #expect(missing.status == 2)
    #expect(missing.errorText.contains("no/such/file"))
    #expect(try program.run("scan", "no-such-folder", in: folder.url).status == 2)
  }

  @Test func `an empty repository passes without a commit and says so`() throws {
    let repository = try GitRepository()
    let program = try Program()
    let scan = try program.run("scan", "--offline", "--format", "json", in: repository.url)
    #expect(scan.status == 0, "\(scan.errorText)")
    let answer = try SecretsAnswer(scan)
    let scope = answer.object["scope"] as? [String: Any]
    #expect(scope?["commit"] == nil || scope?["commit"] is NSNull)
    let notes = scope?["notes"] as? [String] ?? []
    #expect(notes.contains { $0.contains("no commit") })
  }

  @Test func `a shallow and a blob-less sparse clone are incomplete by name for full history`()
    throws
  {
    let source = try threeCommits()
    let program = try Program()
    let shallow = try clone(source, "--depth", "1")
    let first = try program.run("secrets", in: shallow)
    #expect(first.status == 3, "\(first.text)\(first.errorText)")
    #expect(first.text.contains("shallow"))
    let partial = try clone(source, "--filter=blob:none", "--sparse")
    let second = try program.run("secrets", in: partial)
    #expect(second.status == 3, "\(second.text)\(second.errorText)")
    #expect(second.text.contains("partial"), "\(second.text)")
    // What is asked about the work tree alone is there, whole.
    #expect(try program.run("secrets", "--worktree", in: shallow).status == 0)
    #expect(try program.run("secrets", "--staged", in: shallow).status == 0)
  }

  @Test func `a missing and a corrupt object are gaps that name it`() throws {
    let source = try threeCommits()
    let program = try Program()
    let blob = try source.git("rev-parse", "HEAD:b.txt")
    let path = source.path + "/.git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))"
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    try Data("no object".utf8).write(to: URL(filePath: path))
    let corrupt = try program.run("secrets", in: source.url)
    #expect(corrupt.status == 3)
    #expect(corrupt.text.contains(blob.prefix(10)))
    try FileManager.default.removeItem(atPath: path)
    let missing = try program.run("secrets", in: source.url)
    #expect(missing.status == 3)
    #expect(missing.text.contains(blob.prefix(10)))
  }

  /// Its configuration and decisions cannot be read either.
  @Test func `a bare repository whose only pack cannot be used is incomplete, the file is named`()
    throws
  {
    let source = try threeCommits()
    let bare = try clone(source, "--bare")
    try GitRepository.git("repack", "-a", "-d", "-q", in: bare)
    let folder = bare.path(percentEncoded: false) + "/objects/pack"
    let index = try #require(
      FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".idx") })
    let path = folder + "/" + index
    let program = try Program()
    #expect(try program.run("secrets", in: bare).status == 0)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    let sound = try Data(contentsOf: URL(filePath: path))
    try (sound.prefix(1100) + [1, 2, 3, 4] + sound.dropFirst(1100)).write(to: URL(filePath: path))
    for engine in ["delta", "plain"] {
      let damaged = try program.run("secrets", "--engine", engine, "--no-cache", in: bare)
      #expect(damaged.status == 3, "\(damaged.text)\(damaged.errorText)")
      #expect(damaged.errorText.contains(index) && damaged.errorText.contains("index-pack"))
    }
  }

  @Test func `a SHA-256 repository is refused by name`() throws {
    let folder = try TemporaryDirectory()
    let made = try Command.run(
      ["git", "init", "-q", "--object-format=sha256", "."], in: folder.url)
    try #require(made.status == 0)
    let scan = try Program().run("secrets", in: folder.url)
    #expect(scan.status == 2)
    #expect(scan.errorText.lowercased().contains("sha256") || scan.errorText.contains("SHA-256"))
  }

  @Test(.enabled(if: getuid() == 0, "only root can give a file to somebody else"))
  func `a repository of another owner is refused with both ways out`() throws {
    let repository = try threeCommits()
    let program = try Program()
    _ = try Command.run(["chown", "-R", "12345:12345", repository.path])
    let refused = try program.run("secrets", in: repository.url)
    #expect(refused.status == 2)
    #expect(refused.errorText.contains("safe.directory"))
    #expect(refused.errorText.contains("--trust-owner"))
    #expect(try program.run("secrets", "--trust-owner", in: repository.url).status == 0)
    let trusted = try program.run(
      ["secrets"], in: repository.url, environment: ["SECGATE_TRUST_OWNER": "1"])
    #expect(trusted.status == 0, "\(trusted.errorText)")
  }

  @Test func `a broken rule is refused with file and rule`() throws {
    let repository = try threeCommits()
    let rules = try repository.directory.write(
      "version = 1\n[[rules]]\nid = \"bad\"\n", to: "bad.toml")
    let scan = try Program().run(
      "secrets", "--rules", rules.path(percentEncoded: false), in: repository.url)
    #expect(scan.status == 2)
    #expect(scan.errorText.contains("bad.toml"))
  }

  @Test func `an unknown key of the configuration is refused with file, line and the nearest key`()
    throws
  {
    let repository = try threeCommits()
    let program = try Program()
    try repository.directory.write("version = 1\n[policy]\nfail_onn = []\n", to: ".secgate.toml")
    for command in [["scan", "--offline"], ["secrets"], ["gate"]] {
      let scan = try program.run(command, in: repository.url)
      #expect(scan.status == 2, "\(command): \(scan.errorText)")
      #expect(scan.errorText.contains(".secgate.toml:3"), "\(scan.errorText)")
      #expect(scan.errorText.contains("fail_on"), "\(scan.errorText)")
    }
    #expect(try program.run("config", "check", in: repository.url).status == 1)
  }

  @Test func `file names cannot move the cursor, end a line or become a flag`() throws {
    let repository = try GitRepository()
    let token = MadeUpSecret.githubToken(20)
    for name in ["a\u{1B}[31mb.env", "two\nlines.env", "-rf.env"] {
      try repository.directory.write("token = \"\(token)\"\n", to: name)
    }
    try repository.git("add", "-A")
    try repository.git("commit", "-q", "-m", "Names")
    let program = try Program()
    let scan = try program.run("secrets", in: repository.url)
    #expect(scan.status == 1, "\(scan.errorText)")
    #expect(!scan.text.contains("\u{1B}"))
    #expect(!scan.text.contains("two\nlines"))
    let json = try SecretsAnswer(program.run("secrets", "--format", "json", in: repository.url))
    #expect(json.findings.flatMap { json.locations($0) }.count >= 3)
    try Leak.expectNone(of: token, in: scan)
  }

  @Test func `a reader that goes away is no error`() throws {
    let repository = try GitRepository()
    try repository.commit("token = \"\(MadeUpSecret.githubToken(21))\"\n", to: "a.env")
    let program = try Program()
    let binary = Program.binary.path(percentEncoded: false)
    let pipe = try Command.run(
      ["sh", "-c", "{ '\(binary)' secrets --format json; echo $? >status; } | true"],
      in: repository.url, environment: program.environment)
    #expect(pipe.status == 0)
    let status = try String(contentsOfFile: repository.path + "/status", encoding: .utf8)
    #expect(status == "1\n", "\(status)")
    #expect(pipe.errors.isEmpty, "\(pipe.errorText)")
  }
}
