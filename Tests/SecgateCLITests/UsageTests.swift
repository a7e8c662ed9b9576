import Foundation
import TestSupport
import Testing

@Suite struct UsageTests {
  @Test func `an unknown flag is a usage error with exit code 2`() throws {
    let folder = try TemporaryDirectory()
    let command = try Program().run("--no-such-flag", in: folder.url)
    #expect(command.status == 2)
    #expect(command.errorText.contains("no-such-flag"))
  }

  @Test func `the version and the help go to standard output and exit with 0`() throws {
    let folder = try TemporaryDirectory()
    let version = try Program().run("--version", in: folder.url)
    let help = try Program().run("--help", in: folder.url)
    #expect(version.status == 0)
    #expect(version.text.hasPrefix("secgate "))
    #expect(help.status == 0)
    #expect(help.text.contains("May this commit ship?"))
  }

  @Test func `global flags may stand before the command, as git takes them`() throws {
    let folder = try TemporaryDirectory()
    try folder.write("nothing here\n", to: "inner/a.txt")
    let before = try Program().run("-C", "inner", "-q", "secrets", "a.txt", in: folder.url)
    let after = try Program().run("secrets", "a.txt", "-C", "inner", "-q", in: folder.url)
    #expect(before.status == 0, "\(before.errorText)")
    #expect(before.text == after.text)
    let twoWords = try Program().run("-C", "inner", "rules", "list", in: folder.url)
    #expect(twoWords.status == 0, "\(twoWords.errorText)")
  }
}
