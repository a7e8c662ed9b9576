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
}
