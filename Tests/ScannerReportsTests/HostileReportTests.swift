import FindingModel
import Foundation
import ReportReading
import Testing

@testable import ScannerReports

/// What every adapter must survive, and say by name.
struct HostileReportTests {
  @Test func `every adapter has a small report here`() {
    #expect(Set(SmallReports.all.map(\.tool)) == Set(AdapterCatalog.adapters.map(\.tool)))
  }

  @Test(arguments: SmallReports.all)
  func `the small report has one finding and is recognised`(_ report: SmallReports.Small) {
    let reading = report.read()
    #expect(reading.problems == [])
    #expect(reading.outcome == .findings)
    #expect(reading.findings.count == 1)
    #expect(AdapterCatalog.recognise(report.bytes)?.tool == report.tool)
  }

  @Test(arguments: SmallReports.all)
  func `nothing and white space are broken`(_ report: SmallReports.Small) {
    for bytes in [[], Array(" \r\n\t ".utf8), [0xef, 0xbb, 0xbf], [0xff, 0xfe]] {
      let reading = report.read(bytes, ReportContext(exitCode: 1))
      #expect(reading.outcome == .broken)
      #expect(reading.problems.contains { $0.contains("empty") })
    }
  }

  @Test(arguments: SmallReports.all)
  func `cut short anywhere it is never clean`(_ report: SmallReports.Small) {
    let bytes = report.bytes
    for end in stride(from: 1, to: bytes.count - 1, by: max(1, bytes.count / 97)) {
      let reading = report.read(Array(bytes[..<end]))
      #expect(reading.outcome == .broken || reading.outcome == .partial, "cut at \(end)")
      #expect(!reading.problems.isEmpty)
    }
  }

  @Test(arguments: SmallReports.all)
  func `an HTML page is broken by name`(_ report: SmallReports.Small) {
    for page in [
      "<!DOCTYPE html>\n<html><body>login</body></html>", "<html><head/></html>",
      "<!-- proxy --><HTML></HTML>",
    ] {
      let reading = report.read(Array(page.utf8))
      #expect(reading.outcome == .broken)
      #expect(reading.problems.contains { $0.contains("HTML") })
    }
  }

  @Test(arguments: SmallReports.all)
  func `the reports of all others are broken`(_ report: SmallReports.Small) {
    for other in SmallReports.all where other.tool != report.tool {
      let reading = report.read(other.bytes)
      #expect(reading.outcome == .broken, "\(other.tool) read as \(report.tool)")
    }
    for text in ["{}", "[1]", "true", "\"x\"", "<a/>", "usage: tool [options]", "{\"a\":1}"] {
      let outcome = report.read(Array(text.utf8)).outcome
      // `{}` is what trivy prints for an empty result of old versions.
      #expect(outcome == .broken || (report.tool == "trivy" && text == "{}"), "\(text)")
    }
  }

  @Test(arguments: SmallReports.all)
  func `UTF-16, byte-order mark, CRLF and gzip read the same`(_ report: SmallReports.Small) throws {
    let plain = report.read()
    let crlf = report.text.replacing("\n", with: "\r\n")
    let utf16 = crlf.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let swapped = crlf.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    let encodings = [
      [0xef, 0xbb, 0xbf] + report.bytes, Array(crlf.utf8), [0xff, 0xfe] + utf16,
      [0xfe, 0xff] + swapped, StoredGzip.pack(report.bytes),
    ]
    for bytes in encodings {
      let reading = report.read(bytes)
      #expect(reading.outcome == plain.outcome)
      #expect(reading.findings.map(\.id) == plain.findings.map(\.id))
    }
  }

  @Test(arguments: SmallReports.all)
  func `a damaged gzip stream is broken`(_ report: SmallReports.Small) {
    let packed = StoredGzip.pack(report.bytes)
    #expect(report.read(Array(packed.dropLast(9))).outcome == .broken)
  }

  @Test(arguments: SmallReports.all)
  func `100,000 levels are broken and no crash`(_ report: SmallReports.Small) {
    for opening in ["[", "{\"a\":", "{\"results\":[", "[{\"a\":", "<a>", "<site>"] {
      let bytes = Array(String(repeating: opening, count: 100_000).utf8)
      #expect(report.read(bytes).outcome == .broken)
      #expect(AdapterCatalog.recognise(bytes) == nil || report.tool != "x")
    }
  }

  @Test(arguments: SmallReports.all)
  func `NaN and infinities are broken`(_ report: SmallReports.Small) {
    for number in ["NaN", "-Infinity", "1e99999999", "1.8e308"] {
      let text = report.text.replacing(/": *[0-9]+/, with: "\": \(number)")
      guard text != report.text else { continue }
      let reading = report.read(Array(text.utf8))
      if number.hasPrefix("1") {
        // Huge numbers are no JSON error; they count as not stated.
        #expect(reading.findings.allSatisfy { ($0.cvss?.score ?? 0) <= 10 })
      } else {
        #expect(reading.outcome == .broken)
      }
    }
  }

  @Test(arguments: SmallReports.all)
  func `of duplicate members the first counts`(_ report: SmallReports.Small) {
    guard report.text.hasPrefix("{"), !report.text.contains("}\n{") else { return }
    let doubled = report.text.dropLast() + ", \"results\": 1, \"vulnerabilities\": 1, \"runs\": 1}"
    let reading = report.read(Array(doubled.utf8))
    #expect(reading.findings.map(\.id) == report.read().findings.map(\.id))
  }

  @Test(arguments: SmallReports.all)
  func `a control character in a string is broken, an escaped one is dropped`(
    _ report: SmallReports.Small
  ) {
    let raw = report.text.replacing(/: *"([A-Za-z])/) { ": \"\u{1}\($0.1)" }
    guard raw != report.text else { return }
    #expect(report.read(Array(raw.utf8)).outcome == .broken)
    let escaped = report.text.replacing(/(title|message|Title|issue_text|name)": *"/) {
      "\($0.1)\": \"\\u0007\\u001b[31m"
    }
    for finding in report.read(Array(escaped.utf8)).findings {
      #expect(!finding.title.utf8.contains { $0 < 0x20 })
      #expect(!(finding.description ?? "").utf8.contains { $0 < 0x20 && $0 != 0x0a })
    }
  }

  @Test(arguments: SmallReports.all)
  func `an entity bomb and an external entity are broken`(_ report: SmallReports.Small) {
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>
      <OWASPZAPReport><site>&c;</site></OWASPZAPReport>
      """
    let external = """
      <!DOCTYPE issues [<!ENTITY x SYSTEM "file:///etc/passwd">]><issues><issue>&x;</issue></issues>
      """
    for text in [bomb, external] {
      let reading = report.read(Array(text.utf8))
      #expect(reading.outcome == .broken)
      #expect(reading.findings.isEmpty)
    }
  }

  @Test(arguments: SmallReports.all)
  func `more findings than the limit are partial, by name`(_ report: SmallReports.Small) {
    var context = ReportContext()
    context.limits.records = 0
    let reading = report.read(report.bytes, context)
    #expect(reading.outcome == .partial)
    #expect(reading.findings.isEmpty)
    #expect(reading.problems.contains { $0.contains("more than 0 findings") })
  }

  @Test(arguments: SmallReports.all)
  func `more values than the limit are broken, by name`(_ report: SmallReports.Small) {
    var context = ReportContext()
    context.limits.values = 3
    let reading = report.read(report.bytes, context)
    #expect(reading.outcome == .broken)
    #expect(reading.problems.contains { $0.contains("more than 3") })
  }

  @Test func `1,000,000 findings are read, one more is partial by name`() {
    let leak = Array(#"{"RuleID":"r","Secret":"*","File":"f"}"#.utf8)
    var bytes: [UInt8] = [0x5b]
    bytes.reserveCapacity(1_000_001 * (leak.count + 1))
    for number in 0..<1_000_001 {
      if number > 0 { bytes.append(0x2c) }
      bytes += leak
    }
    bytes.append(0x5d)
    var count = 0
    let reading = GitleaksAdapter().read(bytes, ReportContext()) { _ in count += 1 }
    #expect(count == 1_000_000)
    #expect(reading.count == 1_000_000)
    #expect(reading.outcome == .partial)
    #expect(reading.problems == ["more than 1000000 findings: the rest was not read"])
  }

  @Test func `findings handed over before a report turns out damaged do not count`() throws {
    let small = try #require(SmallReports.all.first { $0.tool == "gitleaks" })
    let cut = Array(small.text.dropLast().utf8) + Array(", {\"RuleID\": ".utf8)
    var count = 0
    let reading = GitleaksAdapter().read(cut, ReportContext()) { _ in count += 1 }
    #expect(count == 1)
    #expect(reading.isUnreadable && reading.count == 0 && reading.outcome == .broken)
    #expect(GitleaksAdapter().read(cut, ReportContext()).findings.isEmpty)
  }
}
