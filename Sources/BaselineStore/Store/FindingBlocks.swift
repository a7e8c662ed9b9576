import Dispatch
import FindingModel
import Foundation
import Synchronization

/// Findings as stored: blocks of JSON arrays, each packed by zlib behind its two lengths, so that
/// many are written and read side by side (one array takes a single core 0.4 s for 20,000
/// findings) and the store stays small (findings of one report are much alike).
enum FindingBlocks {
  static let size = 1000

  static func encode(_ findings: [Finding]) throws -> Data {
    let starts = Array(stride(from: 0, to: findings.count, by: size))
    let parts: [[UInt8]] = try map(starts) { start in
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let json = try encoder.encode(Array(findings[start..<min(start + size, findings.count)]))
      return try PackedBlock.pack(Array(json))
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
    return try map(blocks) { block in
      try JSONDecoder().decode([Finding].self, from: Data(try block.unpacked()))
    }.flatMap { $0 }
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
