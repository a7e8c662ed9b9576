import FindingModel
import Foundation
import TestSupport
import Testing

@testable import GateReporting

/// What holds for each export alike.
@Suite struct EveryExportTests {
  private func text(_ name: String, _ outcome: GateOutcome) throws -> String {
    let format = try #require(ExportFormats.format(name))
    return String(decoding: try format.bytes(of: outcome), as: UTF8.self)
  }

  @Test(arguments: ExportFormats.names)
  func `the same outcome gives the same bytes`(_ name: String) throws {
    #expect(try text(name, SampleOutcome.noGo()) == text(name, SampleOutcome.noGo()))
  }

  @Test(arguments: ExportFormats.names)
  func `each export is the same bytes as the stored one`(_ name: String) throws {
    // Foundation drops the mark that CSV begins with.
    let text = try text(name, SampleOutcome.noGo()).replacing("\u{feff}", with: "")
    let place = Shared.projectRoot.appending(path: "Tests/GateReportingTests/Exports.swift")
    #expect(
      try text
        == Golden.text(
          "exports/\(name).txt", for: text, file: place.path(percentEncoded: false)))
  }

  /// Only Foundation knows of zones, locales and the clock.
  @Test func `no export can ask for a zone, a locale or the time`() throws {
    let folder = Shared.projectRoot.appending(path: "Sources/GateReporting/Exports")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".swift") }
    #expect(files.count > 20)
    for file in files {
      let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      #expect(!source.contains("Foundation"), "\(file)")
    }
  }

  @Test(arguments: ExportFormats.names)
  func `hostile text in every field stays text, visible and bounded`(_ name: String) throws {
    for hostile in HostileOutcome.texts {
      let text = try text(name, HostileOutcome.make(hostile))
      let hidden = text.unicodeScalars.dropFirst(name == "csv" ? 1 : 0).filter {
        InvisibleText.contains($0) && $0 != "\n" && $0 != "\r"
      }
      #expect(hidden.isEmpty, "\(name): \(hostile.prefix(20))")
      #expect(text.utf8.count < 4_000_000, "\(name): \(text.utf8.count)")
    }
  }

  @Test(arguments: ["sarif", "sarif-github", "codequality", "openvex", "attestation"])
  func `JSON exports parse whatever the text is`(_ name: String) throws {
    for hostile in HostileOutcome.texts {
      let text = try text(name, HostileOutcome.make(hostile))
      #expect(throws: Never.self) { try JSONTree(Array(text.utf8)) }
    }
  }

  @Test(arguments: ExportFormats.names)
  func `an outcome with nothing in it is written or refused with a reason`(_ name: String) throws {
    let format = try #require(ExportFormats.format(name))
    do throws(ReportError) {
      let bytes = try format.bytes(of: SampleOutcome.empty())
      #expect(!bytes.isEmpty || name.hasPrefix("annotations"))
    } catch {
      #expect(error.code == .nothingToSay || error.code == .misleading)
      #expect(error.context.count > 20)
    }
  }

  @Test func `500 findings are written by each export`() throws {
    let outcome = SampleOutcome.large(500)
    for (name, format) in ExportFormats.all {
      let clock = ContinuousClock()
      var count = 0
      let time = try clock.measure {
        do throws(ReportError) {
          count = try format.bytes(of: outcome).count
        } catch  where error.code == .nothingToSay {
          count = 0
        }
      }
      print("\(name), 500 findings: \(count) bytes in \(time)")
      #expect(count > 0 || name.hasPrefix("gitlab"))
    }
  }
}
