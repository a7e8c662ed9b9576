import FindingModel
import Foundation
import Testing

@testable import BaselineStore

/// Findings as they lie in the store.
struct FindingBlocksTests {
  private func findings(_ count: Int) -> [Finding] {
    (0..<count).map { number in
      Finding(
        id: "sg1:code:\(number)", category: .code, severity: .low, severitySource: .tool,
        title: "finding \(number)", ruleID: "r")
    }
  }

  @Test(arguments: [0, 1, 999, 1000, 1001, 9001])
  func `findings gathered one by one are those that were recorded`(_ count: Int) throws {
    let all = findings(count)
    var gathered = GatheredFindings()
    for finding in all { try gathered.add(finding) }
    #expect(try gathered.data() == FindingBlocks.encode(all))
    #expect(try FindingBlocks.decode(gathered.data()) == all)
  }

  @Test func `each field of a finding is stored`() throws {
    for basis in Samples.bases {
      var finding = Samples.whole
      finding.basis = basis
      #expect(Self.missing(finding, "finding").isEmpty)
      #expect(
        try FindingBlocks.decode(FindingBlocks.encode([finding, finding])) == [finding, finding])
    }
  }

  /// Fields without a value: a new one that the sample does not fill would not be held by the test.
  private static func missing(_ value: Any, _ name: String) -> [String] {
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional, mirror.children.isEmpty { return [name] }
    if mirror.displayStyle == .collection, mirror.children.isEmpty { return [name] }
    if value is IdentityBasis { return [] }
    return mirror.children.flatMap { missing($0.value, "\(name).\($0.label ?? "")") }
  }

  @Test func `texts that only look alike keep their bytes`() throws {
    var all = findings(3)
    for (index, text) in ["e\u{301}", "\u{e9}", "e\u{301}"].enumerated() {
      all[index].title = text
      all[index].description = "\u{0}🏳️‍🌈" + text
    }
    let read = try FindingBlocks.decode(FindingBlocks.encode(all))
    #expect(read.map { Array($0.title.utf8) } == all.map { Array($0.title.utf8) })
    #expect(
      read.map { Array(($0.description ?? "").utf8) }
        == all.map { Array(($0.description ?? "").utf8) })
  }

  @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 1 << 31, Int.max, Int.min])
  func `numbers of any size are stored`(_ number: Int) throws {
    var all = findings(1)
    all[0].count = number
    all[0].cvss = CVSS(score: Double(number) / 7)
    #expect(try FindingBlocks.decode(FindingBlocks.encode(all)) == all)
  }

  @Test func `what was stored as packed JSON is read`() throws {
    let parts = try [findings(3), findings(2)].map {
      try PackedBlock.pack(Array(JSONEncoder().encode($0)))
    }
    #expect(try FindingBlocks.decode(Data(parts.joined())) == findings(3) + findings(2))
  }

  /// Bytes changed one by one under the packing, which has a checksum of its own.
  @Test func `damage is an error or another finding, never a crash`() throws {
    let all = [Samples.whole, findings(1)[0]]
    let whole = try PackedBlock.split(Array(FindingBlocks.encode(all)))[0].unpacked()
    var refused = 0
    for place in whole.indices {
      for byte: UInt8 in [0, 1, 0x7f, 0x80, 0xff] {
        var bytes = whole
        bytes[place] = byte
        do { _ = try FindingBlocks.decode(Data(PackedBlock.pack(bytes))) } catch { refused += 1 }
      }
      for end in [place, place + 1] where end < whole.count {
        let cut = try Data(PackedBlock.pack(Array(whole[..<end])))
        #expect(throws: (any Error).self) { try FindingBlocks.decode(cut) }
      }
    }
    #expect(refused > whole.count)
  }

  @Test func `what was stored before findings were packed is read`() throws {
    let encoder = JSONEncoder()
    let parts = try [findings(3), findings(2)].map { try encoder.encode($0) }
    let old = Data(parts.joined(separator: [0x0a]))
    #expect(try FindingBlocks.decode(old) == findings(3) + findings(2))
  }

  @Test func `a block that is cut short is an error`() throws {
    let data = try FindingBlocks.encode(findings(3))
    for end in [1, 7, 8, 20, data.count - 1] {
      #expect(throws: (any Error).self) { try FindingBlocks.decode(data.prefix(end)) }
    }
  }
}
