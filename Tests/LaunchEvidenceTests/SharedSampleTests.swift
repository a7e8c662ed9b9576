import FindingModel
import ReportReading
import Testing

@testable import LaunchEvidence

/// Every sample against numbers computed by another program.
@Suite(.enabled(if: !EvidenceSamples.all.isEmpty, "the extra samples are not here"))
struct SharedSampleTests {
  /// Members of the expectation that this product states under another name, or not at all,
  /// because nothing is judged by them.
  private static let ignored: Set<String> = [
    "kind", "suites", "doctype", "declared_leaf_suites", "declared_root", "declared_agree",
    "last_status", "stats", "shard", "projects", "tool_version", "bail_out", "timestamp",
    "generator", "sources",
  ]

  @Test(arguments: EvidenceSamples.all)
  func `each sample reads as another program reads it`(_ sample: EvidenceSample) throws {
    let reading = try EvidenceSamples.read(sample)
    if sample.expected.has("broken") || sample.expected["kind"] == .string("not_evidence") {
      #expect(reading.outcome == .broken)
      #expect(reading.problems.count == 1)
      return
    }
    #expect(reading.outcome != .broken, "\(reading.problems)")
    let numbers = reading.numbers.value
    for member in sample.expected.members where !Self.ignored.contains(member.key) {
      // Load shapes are told; for tests the format says the same.
      if member.key == "shape", !reading.kind.isLoad { continue }
      expectEqual(numbers[member.key], member.value, at: member.key)
      if !member.value.isNull { #expect(numbers.has(member.key), "\(member.key) is not told") }
    }
  }

  @Test(arguments: EvidenceSamples.all)
  func `the JSON of each sample reads back`(_ sample: EvidenceSample) throws {
    let reading = try EvidenceSamples.read(sample, exitCode: sample.exitCode)
    let json = try JSONReader.document(Array(reading.json.utf8))
    #expect(json["outcome"].string == reading.outcome.rawValue)
    #expect(json["numbers"].object != nil)
    #expect(json["measurements"].object != nil)
    #expect(reading.json.utf8.allSatisfy { $0 < 0x7f })
  }

  private func expectEqual(_ actual: JSONValue, _ expected: JSONValue, at place: String) {
    switch expected {
    case .number:
      guard let a = actual.real, let b = expected.real else {
        Issue.record("\(place): \(actual) is not \(expected)")
        return
      }
      // The expectation is rounded to 3, 6 or 8 digits.
      let tolerance = place.hasPrefix("time_sum_s") || place == "duration_s" ? 6e-4 : 2e-6
      #expect(abs(a - b) <= tolerance * max(1, abs(b)), "\(place): \(a) is not \(b)")
    case .object(let object):
      for member in object.members {
        expectEqual(actual[member.key], member.value, at: place + "." + member.key)
      }
    case .array(let elements):
      #expect(actual.elements.count == elements.count, "\(place)")
      for (index, (a, b)) in zip(actual.elements, elements).enumerated() {
        expectEqual(a, b, at: "\(place)[\(index)]")
      }
    default: #expect(actual == expected, "\(place)")
    }
  }
}
