/// Deltas as gitformat-pack(5) defines them, read the slow and obvious way.
enum PlainReading {
  /// What the instructions make of the base; nil where they are damaged or give nothing of size.
  static func applied(_ instructions: [UInt8], onto base: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var rest = instructions[...]
    while let operation = rest.popFirst() {
      if operation & 0x80 == 0 {
        guard operation > 0, rest.count >= Int(operation) else { return nil }
        result += rest.prefix(Int(operation))
        rest = rest.dropFirst(Int(operation))
        continue
      }
      guard let (offset, count) = copied(operation, &rest) else { return nil }
      guard offset + count <= base.count else { return nil }
      result += base[offset..<(offset + count)]
      guard result.count <= FuzzFolder.limits.objectBytes else { return nil }
    }
    return result
  }

  private static func copied(_ operation: UInt8, _ rest: inout ArraySlice<UInt8>) -> (Int, Int)? {
    var (offset, count) = (0, 0)
    for bit in 0..<7 where operation & 1 << UInt8(bit) != 0 {
      guard let byte = rest.popFirst() else { return nil }
      if bit < 4 { offset |= Int(byte) << (8 * bit) } else { count |= Int(byte) << (8 * (bit - 4)) }
    }
    return (offset, count == 0 ? 0x10000 : count)
  }

  /// The two sizes that stand before the instructions.
  static func sizes(_ instructions: [UInt8], onto baseCount: Int) -> [UInt8] {
    var total = 0
    var rest = instructions[...]
    while let operation = rest.popFirst() {
      if operation & 0x80 == 0 {
        total += Int(operation)
        rest = rest.dropFirst(Int(operation))
      } else if let (_, count) = copied(operation, &rest) {
        total += count
      }
    }
    return variable(baseCount) + variable(total)
  }

  /// Seven bits a byte, the low ones first.
  private static func variable(_ number: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = number
    repeat {
      bytes.append(UInt8(rest & 0x7f) | (rest > 0x7f ? 0x80 : 0))
      rest >>= 7
    } while rest > 0
    return bytes
  }

  /// The type and size before an entry.
  static func head(_ type: UInt8, _ size: Int) -> [UInt8] {
    let first = type << 4 | UInt8(size & 15)
    return size < 16 ? [first] : [first | 0x80] + variable(size >> 4)
  }

  /// How far back the base begins, the high bits first, each byte but the last one less.
  static func distance(_ distance: Int) -> [UInt8] {
    var coded = [UInt8(distance & 0x7f)]
    var rest = distance >> 7
    while rest > 0 {
      rest -= 1
      coded.insert(UInt8(0x80 | rest & 0x7f), at: 0)
      rest >>= 7
    }
    return coded
  }
}
