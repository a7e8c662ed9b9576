/// The head of a pack entry: type, declared size, and the base of a delta.
@safe struct EntryHeader {
  /// Longest head: ten bytes of size and twenty of a base's name.
  static let longest = 32

  enum Base: Equatable {
    case none
    /// How far in front of this entry the base begins.
    case distance(UInt64)
    case name(ObjectName)
  }

  /// 1 to 4 as `ObjectKind`, 6 and 7 for deltas.
  var type: UInt8
  /// No delta.
  var isWhole: Bool { type <= 4 }
  /// Of the inflated bytes: the object's, or the delta's.
  var size: UInt64
  var base: Base
  /// Bytes of the head itself.
  var length: Int

  /// Nil where the bytes are no head, or it would not fit.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !bytes.isEmpty else { return nil }
    var at = 1
    var byte = unsafe bytes[0]
    type = byte >> 4 & 7
    size = UInt64(byte & 15)
    var shift: UInt64 = 4
    while byte & 0x80 != 0 {
      guard at < bytes.count, shift < 60 else { return nil }
      byte = unsafe bytes[at]
      size |= UInt64(byte & 0x7f) << shift
      shift += 7
      at += 1
    }
    switch type {
    case 1...4: base = .none
    case 6:
      guard at < bytes.count else { return nil }
      byte = unsafe bytes[at]
      at += 1
      var distance = UInt64(byte & 0x7f)
      while byte & 0x80 != 0 {
        guard at < bytes.count, distance < 1 << 55 else { return nil }
        byte = unsafe bytes[at]
        at += 1
        distance = (distance + 1) << 7 | UInt64(byte & 0x7f)
      }
      base = .distance(distance)
    case 7:
      guard at + 20 <= bytes.count,
        let name = unsafe ObjectName(bytes: UnsafeBufferPointer(rebasing: bytes[at..<(at + 20)]))
      else { return nil }
      base = .name(name)
      at += 20
    default: return nil
    }
    length = at
  }
}
