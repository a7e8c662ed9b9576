import Foundation
import TestSupport
import Testing

/// What `report` makes of a store.
@Suite struct ReportCommandTests {
  /// A repository with four failing secrets.
  private struct Stage {
    let program: Program
    let repository: GitRepository

    init() throws {
      program = try Program()
      repository = try GitRepository()
      for seed in 80..<84 {
        try repository.commit(
          "token = \"\(MadeUpSecret.githubToken(seed))\"\n", to: "größe \(seed).env")
      }
    }

    func scan() throws -> Command { try program.run("scan", "--offline", in: repository.url) }

    func report(_ arguments: [String], environment: [String: String] = [:]) throws -> Data {
      let command = try program.run(
        ["report"] + arguments + ["-o", "-"], in: repository.url, environment: environment)
      guard command.status == 0, !command.output.isEmpty else {
        throw Command.Failure(description: "\(arguments): \(command.errorText)")
      }
      return command.output
    }

    func page() throws -> URL {
      let file = repository.url.appending(path: "page.html")
      try report(["--html"]).write(to: file)
      return file
    }
  }

  @Test(arguments: [
    "--html", "--json", "--sarif", "--junit", "--markdown", "--csv", "--codequality",
  ])
  func `two reports of one store are the same bytes in every time zone and locale`(format: String)
    throws
  {
    let stage = try Stage()
    #expect(try stage.scan().status == 1)
    let here = try stage.report([format])
    let elsewhere = try stage.report(
      [format],
      environment: [
        "TZ": "Asia/Kathmandu", "LANG": "tr_TR.UTF-8", "LC_ALL": "ar_EG.UTF-8",
        "LANGUAGE": "de:fr",
      ])
    #expect(here == elsewhere)
  }

  @Test(.enabled(if: Browser.isWanted, "\(Browser.missing)"))
  func `the page of a store works in a browser in every way of reading it`() throws {
    let stage = try Stage()
    #expect(try stage.scan().status == 1)
    let bytes = try Array(Data(contentsOf: stage.page()))
    #expect(String(decoding: bytes, as: UTF8.self).contains("NO-GO"))
    #expect(try Browser.problems([Browser.Page("store", bytes, findings: 4, audit: true)]) == [])
  }

  @Test func `after adopt a scan passes by the files alone, and the page says what was adopted`()
    throws
  {
    let stage = try Stage()
    #expect(try stage.scan().status == 1)
    let adopt = try stage.program.run(
      "baseline", "adopt", "--owner", "Ada", "--expires", try Program.day(30),
      in: stage.repository.url)
    #expect(adopt.status == 0, "\(adopt.errorText)")
    try FileManager.default.removeItem(atPath: stage.repository.path + "/.git/secgate")
    #expect(try stage.scan().status == 0)
    let page = try String(contentsOf: stage.page(), encoding: .utf8)
    #expect(page.contains("4 findings were adopted as known"))
  }
}
