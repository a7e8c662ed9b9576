import FindingModel
import Foundation
import TestSupport
import Testing

@testable import GateReporting

@Suite struct ByteSinkTests {
  /// Refuses everything after the first piece, as a full disk does.
  private final class FullSink: ByteSink {
    private(set) var pieces = 0

    func write(_ bytes: [UInt8]) throws(ReportError) {
      pieces += 1
      if pieces > 1 { throw ReportError(.writeFailed, "no space left") }
    }
  }

  @Test func `a sink that fails stops the report with its error, once`() {
    let sink = FullSink()
    let error = #expect(throws: ReportError.self) {
      try JSONReport().write(SampleOutcome.large(2_000), to: sink)
    }
    #expect(error?.code == .writeFailed)
    #expect(sink.pieces == 2)
  }

  @Test func `a file holds the same bytes as memory`() throws {
    let folder = try TemporaryDirectory()
    let file = try folder.write("", to: "report.json")
    let handle = try FileHandle(forWritingTo: file)
    try JSONReport().write(SampleOutcome.large(500), to: FileSink(handle, name: "report.json"))
    try handle.close()
    let stored = try Data(contentsOf: file)
    #expect(try Array(stored) == JSONReport().bytes(of: SampleOutcome.large(500)))
  }

  @Test func `a closed pipe is told apart from a failed write`() throws {
    signal(SIGPIPE, SIG_IGN)
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let sink = FileSink(pipe.fileHandleForWriting, name: "standard output")
    let error = #expect(throws: ReportError.self) {
      try JSONReport().write(SampleOutcome.large(10), to: sink)
    }
    #expect(error?.code == .closedPipe)
  }

  @Test func `a closed file is a failed write that names the file`() throws {
    let folder = try TemporaryDirectory()
    let handle = try FileHandle(forReadingFrom: folder.write("", to: "report.json"))
    let error = #expect(throws: ReportError.self) {
      try JSONReport().write(SampleOutcome.empty(), to: FileSink(handle, name: "report.json"))
    }
    #expect(error?.code == .writeFailed)
    #expect(error?.description.contains("report.json") == true)
  }
}
