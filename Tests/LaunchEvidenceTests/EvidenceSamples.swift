import Foundation
import ReportReading
import TestSupport
import Testing

@testable import LaunchEvidence

/// One sample with what an independent reader made of it.
struct EvidenceSample: CustomTestStringConvertible {
  var file: String
  var format: String
  var exitCode: Int?
  var expected: JSONValue

  var testDescription: String { file }
}

enum EvidenceSamples {
  static let directory = Shared.directory?.appending(path: "samples/evidence")

  static let all: [EvidenceSample] = {
    guard let directory,
      let bytes = try? Data(contentsOf: directory.appending(path: "expected.jsonl"))
    else { return [] }
    var samples: [EvidenceSample] = []
    JSONLines.read(Array(bytes)) { line in
      guard case .success(let value) = line.value, let file = value["file"].text,
        let format = value["format"].text
      else { return }
      samples.append(
        EvidenceSample(
          file: file, format: format, exitCode: value["exit_code"].integer,
          expected: value["expected"]))
    }
    return samples
  }()

  static let kinds: [String: EvidenceKind] = [
    "k6": .k6, "locust": .locust, "jmeter": .jmeter, "artillery": .artillery, "junit": .junit,
    "mocha": .junit, "playwright": .playwright, "tap": .tap, "check": .check,
  ]

  static func read(_ sample: EvidenceSample, exitCode: Int? = nil) throws -> EvidenceReading {
    guard let directory else { throw CocoaError(.fileNoSuchFile) }
    let folder = String(sample.file.prefix { $0 != "/" })
    let data = try Data(contentsOf: directory.appending(path: sample.file))
    return EvidenceCatalog.read(
      kinds[folder] ?? .coverage, files: [EvidenceFile(name: sample.file, bytes: Array(data))],
      exitCode: exitCode)
  }
}
