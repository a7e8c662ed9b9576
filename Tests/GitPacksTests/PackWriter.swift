import Foundation
import TestSupport

@testable import GitPacks

/// Writes packs by hand, right or wrong in a chosen way; stored deflate blocks, index version 2.
struct PackWriter {
  struct Entry {
    var name: ObjectName
    var bytes: [UInt8]
  }

  private(set) var entries: [Entry] = []
  private(set) var offsets: [Int] = []
  private var size = 12

  @discardableResult
  mutating func add(_ kind: ObjectKind, _ content: [UInt8], declared: Int? = nil) -> ObjectName {
    let name = Self.name(kind, content)
    append(name, Self.head(kind.rawValue, declared ?? content.count) + Self.stored(content))
    return name
  }

  /// A delta on the entry that was added as number `base`.
  @discardableResult
  mutating func add(_ delta: [UInt8], on base: Int, gives content: [UInt8]) -> ObjectName {
    let name = Self.name(.blob, content)
    var distance = size - offsets[base]
    var coded = [UInt8(distance & 0x7f)]
    while distance > 0x7f {
      distance = (distance >> 7) - 1
      coded.insert(UInt8(0x80 | distance & 0x7f), at: 0)
    }
    append(name, Self.head(6, delta.count) + coded + Self.stored(delta))
    return name
  }

  mutating func add(_ delta: [UInt8], onName base: ObjectName, as name: ObjectName) {
    append(name, Self.head(7, delta.count) + base.bytes + Self.stored(delta))
  }

  mutating func append(_ name: ObjectName, _ bytes: [UInt8]) {
    entries.append(Entry(name: name, bytes: bytes))
    offsets.append(size)
    size += bytes.count
  }

  /// Writes both files below `objects/pack`; `change` may damage the index before it is summed.
  func write(
    to objects: String, name: String = "pack-1", change: (inout [UInt8]) -> Void = { _ in }
  )
    throws
  {
    let folder = URL(filePath: objects + "/pack")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var pack = Array("PACK".utf8) + Self.big(2) + Self.big(entries.count)
    pack += entries.flatMap(\.bytes)
    let sum = Self.digest(pack)
    try Data(pack + sum.bytes).write(to: folder.appending(path: name + ".pack"))
    let order = entries.indices.sorted { entries[$0].name < entries[$1].name }
    var index: [UInt8] = [0xff, 0x74, 0x4f, 0x63] + Self.big(2)
    var counts = [Int](repeating: 0, count: 256)
    for entry in entries { counts[Int(entry.name.first >> 56)] += 1 }
    for byte in 0..<256 { index += Self.big(counts[0...byte].reduce(0, +)) }
    for entry in order { index += entries[entry].name.bytes }
    for entry in order { index += Self.big(Int(Self.crc32(entries[entry].bytes))) }
    for entry in order { index += Self.big(offsets[entry]) }
    index += sum.bytes
    change(&index)
    try Data(index + Self.digest(index).bytes).write(to: folder.appending(path: name + ".idx"))
  }

  static func name(_ kind: ObjectKind, _ content: [UInt8]) -> ObjectName {
    digest(Array("\(kind.word) \(content.count)\0".utf8) + content)
  }

  static func digest(_ bytes: [UInt8]) -> ObjectName {
    var digest = SHA1()
    digest.update(bytes)
    return digest.finalized()
  }

  static func big(_ number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
  }

  static func head(_ type: UInt8, _ size: Int) -> [UInt8] {
    var rest = size >> 4
    var bytes = [type << 4 | UInt8(size & 15)]
    while rest > 0 {
      bytes[bytes.count - 1] |= 0x80
      bytes.append(UInt8(rest & 0x7f))
      rest >>= 7
    }
    return bytes
  }

  /// A delta's numbers.
  static func number(_ value: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = value
    repeat {
      bytes.append(UInt8(rest & 0x7f) | (rest > 0x7f ? 0x80 : 0))
      rest >>= 7
    } while rest > 0
    return bytes
  }

  /// Copies `count` bytes (below 65,536) from `source`.
  static func copy(_ source: Int, _ count: Int) -> [UInt8] {
    [0x80 | 0x01 | 0x02 | 0x04 | 0x10 | 0x20] + (0..<3).map { UInt8(source >> (8 * $0) & 255) }
      + [UInt8(count & 255), UInt8(count >> 8)]
  }

  static func insert(_ bytes: [UInt8]) -> [UInt8] { [UInt8(bytes.count)] + bytes }

  static func stored(_ content: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [0x78, 0x01]
    var at = 0
    repeat {
      let count = min(content.count - at, 65535)
      let last: UInt8 = at + count == content.count ? 1 : 0
      bytes += [last, UInt8(count & 255), UInt8(count >> 8)]
      bytes += [UInt8(~count & 255), UInt8(~count >> 8 & 255)]
      bytes += content[at..<(at + count)]
      at += count
    } while at < content.count
    var (low, high) = (1, 0)
    for byte in content {
      low = (low + Int(byte)) % 65521
      high = (high + low) % 65521
    }
    return bytes + big(high << 16 | low)
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xffff_ffff
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value >> 1 ^ (value & 1 == 1 ? 0xedb8_8320 : 0) }
    }
    return ~value
  }
}
