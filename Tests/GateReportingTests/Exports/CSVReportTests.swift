import FindingModel
import Testing

@testable import GateReporting

@Suite struct CSVReportTests {
  private func text(_ outcome: GateOutcome) throws -> String {
    String(decoding: try CSVReport().bytes(of: outcome), as: UTF8.self)
  }

  @Test func `it begins with the mark, ends rows with CRLF and has one row a finding`() throws {
    let outcome = SampleOutcome.noGo()
    let text = try text(outcome)
    #expect(text.utf8.starts(with: [0xef, 0xbb, 0xbf]))
    let rows = text.unicodeScalars.split(separator: "\n")
    #expect(rows.count == outcome.findings.count + 1)
    #expect(rows.allSatisfy { $0.last == "\r" })
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@A1", "'@A1"), (" =1", "' =1"),
    ("\t=1", "' =1"), ("＝1", "'＝1"), ("|calc", "'|calc"), ("a=1", "a=1"), ("", ""),
    ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("=a,\"b\"", "\"'=a,\"\"b\"\"\""),
    ("a\nb", "a b"), ("a;b", "\"a;b\""),
  ])
  func `cells are quoted, and none is a formula`(_ text: String, _ cell: String) {
    #expect(CSVReport.cell(text) == cell)
  }

  @Test func `no cell of a hostile outcome begins like a formula`() throws {
    for hostile in HostileOutcome.texts where hostile.count < 1000 {
      for row in try text(HostileOutcome.make(hostile)).split(separator: "\r\n").dropFirst() {
        #expect(!row.contains(",=") && !row.contains(",+") && !row.contains(",@"))
        #expect(!row.contains(",\"=") && !row.contains(",\"@"))
      }
    }
  }
}
