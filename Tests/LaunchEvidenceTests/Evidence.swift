import FindingModel
import Testing

@testable import LaunchEvidence

/// Short ways to evidence made of text.
enum Made {
  static func read(_ kind: EvidenceKind, _ texts: String..., exitCode: Int? = nil)
    -> EvidenceReading
  {
    let files = texts.enumerated().map { index, text in
      EvidenceFile(name: "file\(index)", bytes: Array(text.utf8))
    }
    return EvidenceCatalog.read(kind, files: files, exitCode: exitCode)
  }

  static func tests(_ kind: EvidenceKind, _ texts: String..., exitCode: Int? = nil) throws
    -> TestMeasurements
  {
    let files = texts.enumerated().map { index, text in
      EvidenceFile(name: "file\(index)", bytes: Array(text.utf8))
    }
    let reading = EvidenceCatalog.read(kind, files: files, exitCode: exitCode)
    return try #require(reading.measurements.tests)
  }
}
