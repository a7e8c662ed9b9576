import Foundation
import TestSupport
import Testing

/// The same store, another clone: another place, user, zone, locale and number of jobs.
@Suite struct SameBytesTests {
  private static let isRoot = getuid() == 0

  /// A user without rights, where the tests run as root.
  private func asSomebodyElse(_ arguments: [String]) -> [String] {
    Self.isRoot
      ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] + arguments
      : arguments
  }

  private struct Clone {
    let folder: TemporaryDirectory
    let url: URL

    init(of origin: GitRepository, named name: String) throws {
      folder = try TemporaryDirectory()
      url = folder.url.appending(path: name)
      let clone = try Command.run(
        ["git", "clone", "-q", "--no-local", origin.path, url.path(percentEncoded: false)])
      try #require(clone.status == 0, "\(clone.errorText)")
    }

    func openToAll() throws {
      _ = try Command.run(["chmod", "-R", "a+rwX", folder.path])
      if getuid() == 0 {
        _ = try Command.run(["chown", "-R", "65534:65534", folder.path])
      }
    }
  }

  @Test func `every report of one store is the same bytes in two clones`() throws {
    let origin = try PlantedRepository([.deletedFile, .tagMessage, .mergeOnly]).repository
    let program = try Program()
    let first = try Clone(of: origin, named: "work")
    let second = try Clone(of: origin, named: "another place")
    let evidence = "<testsuite name='s' tests='1'><testcase name='t'/></testsuite>"
    try Data(evidence.utf8).write(to: first.url.appending(path: "tests.xml"))
    let added = try program.run(
      "evidence", "add", "junit", "tests.xml", "--commit", "HEAD", in: first.url)
    #expect(added.status == 0, "\(added.errorText)")
    try FileManager.default.removeItem(at: first.url.appending(path: "tests.xml"))
    #expect(try program.run("scan", "--offline", "--jobs", "1", in: first.url).status == 1)
    try FileManager.default.createDirectory(
      at: second.url.appending(path: ".git/secgate"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: first.url.appending(path: ".git/secgate/store.sqlite"),
      to: second.url.appending(path: ".git/secgate/store.sqlite"))
    try second.openToAll()
    let binary = Program.binary.path(percentEncoded: false)
    let home = try TemporaryDirectory()
    _ = try Command.run(["chmod", "a+rwx", home.path])
    let others = program.environment.merging([
      "HOME": home.path, "XDG_STATE_HOME": home.path + "/s", "XDG_CONFIG_HOME": home.path + "/c",
      "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "USER": "nobody",
    ]) { _, new in new }
    for format in [
      "html", "json", "sarif", "junit", "markdown", "csv", "codequality", "attestation",
    ] {
      let one = try program.run("report", "--\(format)", "-o", "-", "-q", in: first.url)
      let two = try Command.run(
        asSomebodyElse([binary, "report", "--\(format)", "-o", "-", "-q"]), in: second.url,
        environment: others)
      #expect(one.status == 0 && one.output.count > 100, "\(format): \(one.errorText)")
      #expect(two.status == 0, "\(format): \(two.errorText)")
      #expect(one.output == two.output, "\(format)")
    }
  }

  @Test func `a search says the same in two clones whatever the jobs`() throws {
    let origin = try PlantedRepository([.deletedFile, .tagMessage, .mergeOnly]).repository
    let program = try Program()
    let first = try Clone(of: origin, named: "work")
    let second = try Clone(of: origin, named: "another place")
    let one = try program.run(
      "secrets", "--format", "json", "--jobs", "1", in: first.url, environment: ["TZ": "UTC"])
    let two = try program.run(
      "secrets", "--format", "json", "--jobs", "3", in: second.url,
      environment: ["TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8", "USER": "other"])
    #expect(one.status == 1 && two.status == 1)
    #expect(one.output == two.output)
  }

  @Test func `a report to a device is written to it and does not replace it`() throws {
    let repository = try GitRepository()
    try repository.commit("hello\n", to: "README")
    let program = try Program()
    #expect(try program.run("scan", "--offline", "-q", in: repository.url).status == 0)
    let pipe = repository.path + "/.git/pipe"
    #expect(try Command.run(["mkfifo", pipe]).status == 0)
    let read = try Command.run([
      "sh", "-c",
      "cat '\(pipe)' & '\(Program.binary.path(percentEncoded: false))' -C "
        + "'\(repository.path)' report --csv -o '\(pipe)'; wait",
    ])
    #expect(read.text.contains("severity"))
    #expect(try Command.run(["test", "-p", pipe]).status == 0)
  }
}
