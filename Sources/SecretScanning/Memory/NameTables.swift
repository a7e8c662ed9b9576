import GitHistory

/// Tables of object names. Of each 16 bytes are kept: nobody can make an object that shares them
/// with another.
enum NameTables {
  static let nameLength = 16

  static func append(_ id: ObjectID, to bytes: inout [UInt8]) {
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: id.high >> shift))
    }
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: id.middle >> shift))
    }
  }

  static func word(_ bytes: ArraySlice<UInt8>, _ at: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in bytes.startIndex + at..<bytes.startIndex + at + 8 {
      word = word << 8 | UInt64(bytes[index])
    }
    return word
  }

  /// Where a name stands in a table of sorted rows that begin with it; nil where it does not.
  static func row(
    of id: ObjectID, in table: MemoryTableReader, rowLength: Int
  ) throws -> ArraySlice<UInt8>? {
    let count = table.length / rowLength
    if count == 0 { return nil }
    func isBefore(_ number: Int) throws -> Bool {
      let row = try table.row(number, length: rowLength)
      return (word(row, 0), word(row, 8)) < (id.high, id.middle)
    }
    // Names are hashes: it stands about where its first digits say.
    let guess = min(count - 1, Int(id.high.multipliedFullWidth(by: UInt64(count)).high))
    var step = 1024
    var (low, high) = (guess, guess)
    while low > 0, try !isBefore(low) {
      low = max(0, low - step)
      step *= 2
    }
    step = 1024
    while high < count, try isBefore(high) {
      high = min(count, high + step)
      step *= 2
    }
    while low < high {
      let middle = (low + high) / 2
      if try isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    guard low < count else { return nil }
    let row = try table.row(low, length: rowLength)
    return (word(row, 0), word(row, 8)) == (id.high, id.middle) ? row : nil
  }
}
