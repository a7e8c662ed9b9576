import Foundation
import ReportReading
import Testing

struct ReportTextTests {
  private let plain = Array("{\"a\":\"é\"}\r\n".utf8)

  @Test func `byte-order marks and UTF-16 decode to the same text`() throws {
    let text = "{\"a\":\"é\"}\r\n"
    let little = text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }
    #expect(try ReportText.decode([0xef, 0xbb, 0xbf] + plain) == plain)
    #expect(try ReportText.decode([0xff, 0xfe] + little) == plain)
    #expect(try ReportText.decode([0xfe, 0xff] + big) == plain)
    #expect(try ReportText.decode(plain) == plain)
  }

  @Test(arguments: [[], [0x20, 0x0a], [0xef, 0xbb, 0xbf], [0xff, 0xfe]] as [[UInt8]])
  func `nothing is an error by name`(_ bytes: [UInt8]) {
    let error = #expect(throws: ReportError.self) { try ReportText.decode(bytes) }
    #expect(error?.code == .empty)
  }

  @Test func `UTF-16 with half a unit is an error`() {
    #expect(throws: ReportError.self) { try ReportText.decode([0xff, 0xfe, 0x41]) }
  }

  /// `{"a":1}` packed by gzip -n.
  private let packed: [UInt8] = [
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xab, 0x56, 0x4a, 0x54, 0xb2,
    0x32, 0xac, 0x05, 0x00, 0xaf, 0xac, 0x1b, 0x56, 0x07, 0x00, 0x00, 0x00,
  ]

  @Test func `gzip is unpacked, joined members too`() throws {
    #expect(try ReportText.decode(packed) == Array("{\"a\":1}".utf8))
    #expect(try ReportText.decode(packed + packed) == Array("{\"a\":1}{\"a\":1}".utf8))
  }

  @Test func `a damaged, cut or too large gzip stream is an error`() {
    #expect(throws: ReportError.self) { try ReportText.decode(Array(packed.dropLast(9))) }
    var damaged = packed
    damaged[12] ^= 0xff
    #expect(throws: ReportError.self) { try ReportText.decode(damaged) }
    var limits = ReportLimits()
    limits.inflatedBytes = 4
    let error = #expect(throws: ReportError.self) {
      try ReportText.decode(packed, limits: limits)
    }
    #expect(error?.code == .limit)
  }
}
