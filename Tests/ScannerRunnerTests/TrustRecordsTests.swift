import Foundation
import TestSupport
import Testing

@testable import ScannerRunner

@Suite struct TrustRecordsTests {
  @Test func `trust holds for the settings that were shown, and for no others`() throws {
    let folder = try TemporaryDirectory()
    let records = TrustRecords(folder: folder.path + "/trust")
    #expect(!records.isTrusted(repository: "/r", settings: ["tools.trivy.args = []"]))
    try records.trust(repository: "/r", settings: ["tools.trivy.args = []"])
    #expect(records.isTrusted(repository: "/r", settings: ["tools.trivy.args = []"]))
    #expect(!records.isTrusted(repository: "/r", settings: ["tools.trivy.args = [\"-q\"]"]))
    #expect(!records.isTrusted(repository: "/other", settings: ["tools.trivy.args = []"]))
  }

  @Test func `a record that others may write is not trusted`() throws {
    let folder = try TemporaryDirectory()
    let records = TrustRecords(folder: folder.path)
    try records.trust(repository: "/r", settings: ["a"])
    let name = try #require(FileManager.default.contentsOfDirectory(atPath: folder.path).first)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o666], ofItemAtPath: folder.path + "/" + name)
    #expect(!records.isTrusted(repository: "/r", settings: ["a"]))
  }
}
