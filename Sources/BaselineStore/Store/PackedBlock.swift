internal import CZlib

/// Bytes packed by zlib behind two lengths of four bytes each, big-endian: packed and unpacked.
struct PackedBlock: Sendable {
  /// A block is 1,000 findings; more than this is damage, and no reason to take the memory.
  private static let largest = 1 << 30

  private var packed: [UInt8]
  private var count: Int

  enum Failure: Error {
    case damaged, tooLarge
  }

  static func pack(_ bytes: [UInt8]) throws -> [UInt8] {
    guard bytes.count <= largest else { throw Failure.tooLarge }
    var length = compressBound(uLong(bytes.count))
    var status = Z_OK
    let packed = unsafe [UInt8](unsafeUninitializedCapacity: Int(length)) { target, count in
      unsafe bytes.withUnsafeBufferPointer { source in
        // The fastest level: it halves the size of the next one's time for a tenth more bytes.
        status = unsafe compress2(
          target.baseAddress, &length, source.baseAddress, uLong(source.count), Z_BEST_SPEED)
      }
      count = status == Z_OK ? Int(length) : 0
    }
    guard status == Z_OK else { throw Failure.tooLarge }
    return number(packed.count) + number(bytes.count) + packed
  }

  /// The blocks of a stored value.
  static func split(_ bytes: [UInt8]) throws -> [PackedBlock] {
    var blocks: [PackedBlock] = []
    var position = 0
    while position < bytes.count {
      guard bytes.count - position >= 8 else { throw Failure.damaged }
      let length = number(bytes, position)
      let count = number(bytes, position + 4)
      position += 8
      guard length <= bytes.count - position, count <= largest else { throw Failure.damaged }
      blocks.append(
        PackedBlock(packed: Array(bytes[position..<(position + length)]), count: count))
      position += length
    }
    return blocks
  }

  func unpacked() throws -> [UInt8] {
    var length = uLongf(count)
    var status = Z_OK
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(count, 1)) { target, made in
      unsafe packed.withUnsafeBufferPointer { source in
        status = unsafe uncompress(
          target.baseAddress, &length, source.baseAddress, uLong(source.count))
      }
      made = status == Z_OK ? Int(length) : 0
    }
    guard status == Z_OK, bytes.count == count else { throw Failure.damaged }
    return bytes
  }

  private static func number(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
  }

  private static func number(_ bytes: [UInt8], _ position: Int) -> Int {
    bytes[position..<(position + 4)].reduce(0) { $0 << 8 | Int($1) }
  }
}
