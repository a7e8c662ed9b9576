import FindingModel
import Foundation

/// A judgement as the store keeps it: a line of JSON without its findings, then these in
/// ``FindingBlocks``, so that a judgement of many findings is read on all cores.
enum StoredOutcome {
  static func encode(_ outcome: GateOutcome) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var head = outcome
    head.findings = []
    var data = try encoder.encode(head)
    data.append(0x0a)
    data.append(try FindingBlocks.encode(outcome.findings))
    return data
  }

  /// Also reads what was written as one line with its findings inside.
  ///
  /// - Parameter withFindings: whether these are read, which takes most of the time.
  static func decode(_ data: Data, withFindings: Bool = true) throws -> GateOutcome {
    let end = data.firstIndex(of: 0x0a) ?? data.endIndex
    var outcome = try JSONDecoder().decode(GateOutcome.self, from: data[..<end])
    if !withFindings {
      outcome.findings = []
    } else if end < data.endIndex {
      outcome.findings += try FindingBlocks.decode(data[data.index(after: end)...])
    }
    return outcome
  }
}
