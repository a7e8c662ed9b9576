import Foundation
import GitHistory

/// A list too long to be read whole each time, as a range of a file; each piece has a digest, which
/// is kept where nobody can forge it, and is checked when it is read.
struct MemoryTable: Sendable, Hashable {
  /// A multiple of all rows' lengths.
  static let pieceLength = 61_440
  private static let digestLength = 16

  var offset: Int
  var length: Int
  /// Of all pieces, one after the other.
  var digests: [UInt8]

  /// - Parameter key: of the digests, secret.
  init(_ content: [UInt8], at offset: Int, key: [UInt8]) {
    (self.offset, length, digests) = (offset, content.count, [])
    for start in stride(from: 0, to: length, by: Self.pieceLength) {
      let piece = Array(content[start..<min(start + Self.pieceLength, length)])
      digests += KeyedHash.hash(piece, key: key)
    }
  }

  func write(to writer: inout MemoryWriter) {
    writer.number(offset)
    writer.number(length)
    writer.raw(digests)
  }

  init(from reader: inout MemoryReader) throws {
    (offset, length) = (try reader.number(), try reader.number())
    guard offset >= 0, length >= 0, length < 1 << 40 else { throw MemoryReader.Malformed() }
    digests = Array(try reader.raw(Self.pieces(of: length) * Self.digestLength))
  }

  static func pieces(of length: Int) -> Int { (length + pieceLength - 1) / pieceLength }

  fileprivate func digest(of piece: Int) -> ArraySlice<UInt8> {
    digests[piece * Self.digestLength..<(piece + 1) * Self.digestLength]
  }
}

/// Reads one table piece by piece; the piece read last is kept.
final class MemoryTableReader {
  private let path: [UInt8]
  private let table: MemoryTable
  private let key: [UInt8]
  private var current = -1
  private var bytes: [UInt8] = []

  init(_ path: String, _ table: MemoryTable, key: [UInt8]) {
    self.path = Array(path.utf8)
    (self.table, self.key) = (table, key)
  }

  var length: Int { table.length }

  /// - Throws: where the file is not what was written.
  func piece(_ number: Int) throws -> [UInt8] {
    if number == current { return bytes }
    let start = number * MemoryTable.pieceLength
    guard start >= 0, start < table.length else { throw MemoryReader.Malformed() }
    let count = min(MemoryTable.pieceLength, table.length - start)
    let read = try SmallFile.bytes(path, at: table.offset + start, count: count)
    guard read.count == count, KeyedHash.hash(read, key: key)[...] == table.digest(of: number)
    else {
      throw MemoryReader.Malformed()
    }
    (current, bytes) = (number, read)
    return read
  }

  func content() throws -> [UInt8] {
    var all: [UInt8] = []
    all.reserveCapacity(table.length)
    for number in 0..<MemoryTable.pieces(of: table.length) { all += try piece(number) }
    return all
  }

  /// A row of a table whose rows have one length, `pieceLength` being a multiple of it.
  func row(_ number: Int, length: Int) throws -> ArraySlice<UInt8> {
    let start = number * length
    let piece = try piece(start / MemoryTable.pieceLength)
    let at = start % MemoryTable.pieceLength
    guard at + length <= piece.count else { throw MemoryReader.Malformed() }
    return piece[at..<at + length]
  }
}
