internal import CZlib

/// Numbers, checksums and compressed bytes as packs and indexes hold them.
enum ByteText {
  static func big(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> UInt32(24 - 8 * $0)) }
  }

  static func number(_ bytes: [UInt8], at offset: Int) -> Int {
    (0..<4).reduce(0) { $0 << 8 | Int(bytes[offset + $1]) }
  }

  static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var digest = SHA1()
    digest.update(bytes)
    return digest.finalized().bytes
  }

  static func name(_ kind: ObjectKind, _ content: [UInt8]) -> ObjectName {
    guard
      let name = ObjectName(
        bytes: digest(Array("\(kind.word) \(content.count)\0".utf8) + content))
    else { fatalError("a digest has 20 bytes") }
    return name
  }

  static func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer {
      UInt32(truncatingIfNeeded: unsafe CZlib.crc32(0, $0.baseAddress, UInt32($0.count)))
    }
  }

  static func deflated(_ content: [UInt8]) -> [UInt8] {
    var count = compressBound(UInt(content.count))
    var bytes = [UInt8](repeating: 0, count: Int(count))
    let status = unsafe compress2(&bytes, &count, content, UInt(content.count), 1)
    guard status == Z_OK else { fatalError("zlib does not compress") }
    return Array(bytes.prefix(Int(count)))
  }
}
