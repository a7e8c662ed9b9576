import Dispatch
import FindingModel
import Foundation
import Synchronization

/// Findings as stored: blocks of packed values, each packed once more by zlib behind its two
/// lengths, so that many are written and read side by side and the store stays small (findings of
/// one report are much alike).
enum FindingBlocks {
  static let size = 1000
  /// What a block begins with; one of JSON begins with a bracket.
  private static let format: UInt8 = 1

  static func encode(_ findings: [Finding]) throws -> Data {
    let starts = Array(stride(from: 0, to: findings.count, by: size))
    let parts: [[UInt8]] = try map(starts) { start in
      var writer = PackedWriter()
      writer.writeNumber(UInt64(format))
      writer.write(Array(findings[start..<min(start + size, findings.count)]))
      return try PackedBlock.pack(writer.bytes)
    }
    var data = Data()
    for part in parts { data.append(contentsOf: part) }
    return data
  }

  static func decode(_ data: Data) throws -> [Finding] {
    // A store that was made before findings were packed holds one array a line.
    if data.first == UInt8(ascii: "[") {
      return try map(data.split(separator: 0x0a)) {
        try JSONDecoder().decode([Finding].self, from: $0)
      }.flatMap { $0 }
    }
    let blocks = try PackedBlock.split(Array(data))
    return try map(blocks) { try findings(in: try $0.unpacked()) }.flatMap { $0 }
  }

  private static func findings(in bytes: [UInt8]) throws -> [Finding] {
    // A store that was made before findings were packed without names holds arrays of JSON.
    if bytes.first == UInt8(ascii: "[") {
      return try JSONDecoder().decode([Finding].self, from: Data(bytes))
    }
    guard bytes.first == format else { throw PackedReader.Failure.damaged }
    var reader = PackedReader(bytes, from: 1)
    let findings: [Finding] = try reader.read()
    guard reader.isAtEnd else { throw PackedReader.Failure.damaged }
    return findings
  }

  private static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ transform: @Sendable (Item) throws -> Result
  ) throws -> [Result] {
    let results = Mutex([Int: Swift.Result<Result, any Error>]())
    DispatchQueue.concurrentPerform(iterations: items.count) { index in
      let result = Swift.Result { try transform(items[index]) }
      results.withLock { $0[index] = result }
    }
    let all = results.withLock { $0 }
    return try items.indices.compactMap { try all[$0]?.get() }
  }
}
