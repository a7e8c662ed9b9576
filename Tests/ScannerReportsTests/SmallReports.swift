import Testing

@testable import ScannerReports

/// The smallest real-looking report of each adapter, with one finding; for what holds for all.
enum SmallReports {
  struct Small: Sendable, CustomTestStringConvertible {
    let tool: String
    let text: String
    var testDescription: String { tool }
    var bytes: [UInt8] { Array(text.utf8) }
    func read(_ bytes: [UInt8]? = nil, _ context: ReportContext = ReportContext()) -> ToolReading {
      guard let adapter = AdapterCatalog.adapter(named: tool) else {
        preconditionFailure("no adapter \(tool)")
      }
      return adapter.read(bytes ?? self.bytes, context)
    }
  }

  static let all: [Small] = [
    Small(
      tool: "bandit",
      text: """
        {"errors": [], "generated_at": "2026-01-01T00:00:00Z",
         "metrics": {"_totals": {"loc": 3}, "a.py": {"loc": 3}},
         "results": [{"code": "1 import os\\n2 exec(x)\\n", "filename": "./a.py",
           "issue_confidence": "HIGH", "issue_severity": "MEDIUM", "issue_text": "Use of exec",
           "line_number": 2, "line_range": [2], "col_offset": 0, "test_id": "B102",
           "test_name": "exec_used", "issue_cwe": {"id": 78}}]}
        """)
  ]
}
