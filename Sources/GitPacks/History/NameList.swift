#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Distinct names of files and folders as numbers, with open addressing over their bytes.
struct NameList: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each name ends in `bytes`.
  private(set) var ends: [Int] = []
  /// One more than a name's number; 0 for an empty slot.
  private var slots = [Int32](repeating: 0, count: 1024)
  /// Other numbers in each run, so that nobody can choose names that collide.
  private let seed = UInt64.random(in: .min ... .max)

  var count: Int { ends.count }

  func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  func name(_ number: Int32) -> ArraySlice<UInt8> { bytes[range(Int(number))] }

  mutating func number(_ name: UnsafeBufferPointer<UInt8>) -> Int32 {
    if ends.count * 2 >= slots.count { grow() }
    var slot = unsafe hash(name) & (slots.count - 1)
    while slots[slot] != 0 {
      if unsafe equals(Int(slots[slot]) - 1, name) { return slots[slot] - 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
    unsafe bytes.append(contentsOf: name)
    ends.append(bytes.count)
    slots[slot] = Int32(ends.count)
    return Int32(ends.count - 1)
  }

  mutating func number(_ name: ArraySlice<UInt8>) -> Int32 {
    unsafe name.withUnsafeBufferPointer { unsafe number($0) }
  }

  private func equals(_ number: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == name.count else { return false }
    guard let other = name.baseAddress, !range.isEmpty else { return true }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let own = bytes.baseAddress else { return false }
      return unsafe memcmp(own + range.lowerBound, other, range.count) == 0
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for number in ends.indices {
      var slot = unsafe bytes[range(number)].withUnsafeBufferPointer { unsafe hash($0) }
      slot &= slots.count - 1
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number + 1)
    }
  }

  private func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(name)
    var value = seed
    var at = 0
    while at + 8 <= raw.count {
      value = unsafe Self.mixed(
        value ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    var rest = UInt64(raw.count - at)
    while at < raw.count {
      rest = unsafe rest << 8 | UInt64(raw[at])
      at += 1
    }
    return Int(truncatingIfNeeded: Self.mixed(value ^ rest) >> 1)
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value &* 0x9e37_79b9_7f4a_7c15
    return product ^ product >> 29
  }
}
