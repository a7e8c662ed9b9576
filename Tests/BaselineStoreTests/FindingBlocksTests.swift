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
