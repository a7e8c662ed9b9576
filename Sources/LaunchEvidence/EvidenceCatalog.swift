import FindingModel
import ReportReading

/// Reads launch evidence of every kind. Pure: bytes in, reading out, and whatever the bytes are,
/// the answer is a reading; a file that cannot be read is `broken` and says why.
public enum EvidenceCatalog {
  /// - Parameters:
  ///   - kind: what the files are said to be.
  ///   - files: all files of one piece: Locust's tables, JUnit's shards, coverage of several parts.
  ///   - exitCode: of the command that made them, where known; for several tools it is the only
  ///     sign that a run was interrupted.
  public static func read(_ kind: EvidenceKind, files: [EvidenceFile], exitCode: Int? = nil)
    -> EvidenceReading
  {
    var reading = EvidenceReading(kind)
    var kept: [EvidenceReading.File] = []
    do {
      guard !files.isEmpty else { throw EvidenceError("no file was given") }
      let (decoded, repeats) = try decode(files, into: &kept)
      reading = try read(kind, decoded)
      reading.notes += repeats
    } catch {
      reading.refuse(description(of: error))
    }
    for index in kept.indices where kept[index].format.isEmpty {
      kept[index].format = reading.format
    }
    reading.files = kept
    reading.exitCode = exitCode
    guard reading.outcome != .broken else { return reading }
    if let exitCode { ExitCodes.judge(exitCode, &reading) }
    reading.settle()
    return reading
  }

  private static func read(_ kind: EvidenceKind, _ files: [DecodedFile]) throws -> EvidenceReading {
    switch kind {
    case .junit, .playwright, .tap: try TestEvidence.read(kind, files)
    case .k6: try K6Evidence.read(files)
    case .locust: try LocustEvidence.read(files)
    case .jmeter: try JMeterEvidence.read(files)
    case .artillery: try ArtilleryEvidence.read(files)
    case .coverage: try CoverageEvidence.read(files)
    case .check: try CheckEvidence.read(files)
    }
  }

  /// The files as text, without those that are given twice, and a note for each of those.
  private static func decode(_ files: [EvidenceFile], into kept: inout [EvidenceReading.File])
    throws -> ([DecodedFile], [String])
  {
    var decoded: [DecodedFile] = []
    var notes: [String] = []
    for file in files {
      let digest = SHA256.hexadecimal(file.bytes)
      if let first = kept.first(where: { $0.digest == digest }) {
        notes.append("\(file.name) holds the same bytes as \(first.name) and counts once")
        continue
      }
      kept.append(EvidenceReading.File(name: file.name, digest: digest, format: ""))
      do {
        decoded.append(try DecodedFile(file))
      } catch {
        throw EvidenceError("\(file.name): \(description(of: error))")
      }
    }
    return (decoded, notes)
  }

  private static func description(of error: any Error) -> String {
    switch error {
    case let error as EvidenceError: error.description
    case let error as ReportError: error.description
    default: "the file cannot be read"
    }
  }
}
