import Foundation
import TestSupport
import Testing

@testable import secgate

@Suite struct PushUpdateTests {
  private let zero = String(repeating: "0", count: 40)
  private let one = String(repeating: "1", count: 40)

  @Test func `every line of the input counts`() throws {
    let updates = try PushUpdate.read(
      "refs/heads/a \(one) refs/heads/a \(zero)\n(delete) \(zero) refs/heads/b \(one)\n")
    #expect(updates.count == 2)
    #expect(updates[0].isNew && !updates[0].isDeletion)
    #expect(updates[1].isDeletion)
  }

  @Test(arguments: ["refs/heads/a", "a b c d", "refs/heads/a 12 refs/heads/a 34"])
  func `malformed input is refused with its line`(line: String) {
    #expect(throws: PushUpdate.Malformed.self) { try PushUpdate.read(line + "\n") }
  }

  @Test func `an empty input pushes nothing`() throws {
    #expect(try PushUpdate.read("").isEmpty)
  }

  @Test func `a path with quotes cannot leave its quotes`() {
    #expect(HookScript.quoted("/a'b; rm -rf /") == "'/a'\\''b; rm -rf /'")
  }
}
