import FindingModel
import Foundation
import TestSupport
import Testing

@testable import GateReporting

enum Browser {
  static let path = ["chromium", "chromium-browser", "google-chrome"]
    .flatMap { name in ["/usr/bin/", "/usr/local/bin/"].map { $0 + name } }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// The page in a real browser: Debian's headless Chromium, where it is installed.
@Suite(.enabled(if: Browser.path != nil, "Chromium is not installed"))
struct BrowserTests {
  /// The document after its script has run, and what the console said.
  private func open(_ outcome: String, _ bytes: [UInt8]) throws -> Command {
    let folder = try TemporaryDirectory()
    let file = folder.url.appending(path: "\(outcome).html")
    try Data(bytes).write(to: file)
    let browser = try #require(Browser.path)
    return try Command.run(
      [
        browser, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
        "--user-data-dir=\(folder.path)/profile", "--virtual-time-budget=5000", "--dump-dom",
        "file://\(file.path(percentEncoded: false))",
      ],
      in: folder.url, environment: ["HOME": folder.path, "PATH": "/usr/bin:/bin"])
  }

  private func console(_ command: Command) -> [Substring] {
    command.errorText.split(separator: "\n").filter { $0.contains("CONSOLE") }
  }

  @Test func `the script runs and the console stays empty`() throws {
    let bytes = try LaunchPage().bytes(of: SampleOutcome.large(1_500))
    let command = try open("large", bytes)
    #expect(command.text.contains("All 1,500 findings"))
    #expect(console(command).isEmpty)
  }

  @Test(arguments: [0, 2, 6, 9, 12, 24, 26, 27, 31, 33])
  func `hostile texts run nothing and break nothing`(index: Int) throws {
    let text = HostilePageTests.strings[index]
    let outcome = HostilePageTests.outcome(text)
    let command = try open("hostile", try LaunchPage().bytes(of: outcome))
    #expect(command.text.contains("All \(outcome.findings.count) findings"))
    #expect(console(command).isEmpty, "\(text)")
  }
}
