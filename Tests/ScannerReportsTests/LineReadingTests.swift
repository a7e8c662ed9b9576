import FindingModel
import Testing

@testable import ScannerReports

/// Reports of one record a line, read piece by piece.
struct LineReadingTests {
  private let lines = (0..<40).map { number in
    """
    {"SourceMetadata":{"Data":{"Git":{"file":"f\(number)"}}},"DetectorName":"AWS","DecoderName":"PLAIN","Raw":"x1y2z3w\(number % 7)"}
    """
  }

  private func read(_ text: String, piece: Int, exitCode: Int? = nil) throws -> ToolReading {
    let bytes = Array(text.utf8)
    var position = 0
    var findings: [Finding] = []
    var reading = try TrufflehogAdapter().read(
      pieces: {
        let end = min(bytes.count, position + piece)
        defer { position = end }
        return Array(bytes[position..<end])
      }, ReportContext(exitCode: exitCode), each: { findings.append($0) })
    if !reading.isUnreadable { reading.findings = findings }
    return reading
  }

  @Test(arguments: [1, 2, 7, 100, 5000, 1_000_000])
  func `the same reading however the report is cut into pieces`(_ piece: Int) throws {
    for text in [
      lines.joined(separator: "\n"), lines.joined(separator: "\r\n") + "\r\n\n",
      lines.joined(separator: "\n") + "\n{\"SourceMetadata\":", "{}\n{}", "usage",
    ] {
      let whole = TrufflehogAdapter().read(Array(text.utf8), ReportContext(exitCode: 183))
      #expect(try read(text, piece: piece, exitCode: 183) == whole)
    }
  }

  @Test func `what is packed, UTF-16 or an array is read as a whole`() {
    let adapter = TrufflehogAdapter()
    #expect(adapter.readsLines(Array(lines[0].utf8)))
    #expect(!adapter.readsLines(StoredGzip.pack(Array(lines[0].utf8))))
    #expect(!adapter.readsLines([0xff, 0xfe] + Array(lines[0].utf8)))
    #expect(!adapter.readsLines(Array("[\(lines[0])]".utf8)))
    #expect(!adapter.readsLines([]))
  }
}
