/// Writes numbers as printable text, small ones as one character: five bits each, with a sixth for
/// "more follows". A string literal is the only form in which data compiles fast into a binary.
struct NumberTextWriter {
  private(set) var text = ""

  static let zero: UInt8 = 0x30
  static let more: UInt8 = 0x20

  mutating func write(_ number: UInt64) {
    var rest = number
    repeat {
      let digit = UInt8(rest & 31)
      rest >>= 5
      text.unicodeScalars.append(Unicode.Scalar(Self.zero + digit + (rest == 0 ? 0 : Self.more)))
    } while rest != 0
  }

  /// - Parameter number: not negative.
  mutating func write(_ number: Int) { write(UInt64(number)) }

  mutating func write(signed number: Int32) {
    write(UInt64(UInt32(bitPattern: number << 1 ^ number >> 31)))
  }

  mutating func write(_ flag: Bool) { write(flag ? 1 as UInt64 : 0) }

  mutating func write(_ bytes: some Collection<UInt8>) {
    write(bytes.count)
    for byte in bytes { write(UInt64(byte)) }
  }
}

/// Reads what ``NumberTextWriter`` wrote. The text is part of the binary: what is behind its end
/// reads as zero.
@safe struct NumberTextReader {
  private let text: UnsafeBufferPointer<UInt8>
  private var index = 0

  /// - Parameter text: valid as long as the reader is used.
  init(_ text: UnsafeBufferPointer<UInt8>) { unsafe self.text = unsafe text }

  mutating func number() -> UInt64 {
    var (number, shift) = (UInt64(0), UInt64(0))
    while unsafe index < text.count {
      let digit = unsafe text[index] &- NumberTextWriter.zero
      index += 1
      number |= UInt64(digit & 31) << shift
      if digit & NumberTextWriter.more == 0 { break }
      shift += 5
    }
    return number
  }

  mutating func count() -> Int { Int(truncatingIfNeeded: number()) }

  mutating func signed() -> Int32 {
    let bits = UInt32(truncatingIfNeeded: number())
    return Int32(bitPattern: bits >> 1) ^ -Int32(bitPattern: bits & 1)
  }

  mutating func flag() -> Bool { number() != 0 }

  /// Room for so many things at most: each takes a character or more.
  func most(_ count: Int) -> Int { unsafe min(count, text.count - index) }

  mutating func bytes() -> [UInt8] {
    let count = unsafe min(count(), text.count)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for _ in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number())) }
    return bytes
  }
}
