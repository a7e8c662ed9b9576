import FindingModel
import Foundation

/// A report to be imported, read as a whole or piece by piece, with the digest of its bytes.
struct ReportFile {
  /// Enough to tell whose it is; all of a small report.
  private(set) var beginning: [UInt8]
  /// SHA-256 of all that was read, in hexadecimal.
  var digest: String { hasher.finalized().hexadecimal }

  private let read: () throws -> [UInt8]
  /// Of a large report, behind what was read.
  private let handle: FileHandle?
  private var hasher = SHA256()
  private var isBegun = false

  /// Bytes that are read at once.
  private static let piece = 4 << 20

  /// - Parameter file: `-` is standard input, which is read at once.
  /// - Throws: a usage error where it cannot be read.
  init(_ file: String, _ global: GlobalOptions) throws {
    handle = Self.large(file, global)
    if let handle {
      beginning = try Self.next(handle, file)
      read = { try EvidenceBytes.read(file, global) }
    } else {
      let bytes = try EvidenceBytes.read(file, global)
      beginning = bytes
      read = { bytes }
    }
  }

  /// All bytes; nothing may have been taken by ``next()``.
  mutating func whole() throws -> [UInt8] {
    let bytes = try read()
    hasher = SHA256()
    hasher.update(bytes)
    return bytes
  }

  /// The next bytes; none at the end.
  mutating func next() throws -> [UInt8] {
    var bytes = beginning
    if isBegun { bytes = try handle.map { try Self.next($0, "the report") } ?? [] }
    isBegun = true
    hasher.update(bytes)
    return bytes
  }

  private static func next(_ handle: FileHandle, _ name: String) throws -> [UInt8] {
    do {
      return Array(try handle.read(upToCount: piece) ?? Data())
    } catch {
      throw CommandFailure.usage("\(name): cannot be read (\(error))")
    }
  }

  /// A regular file of more than one piece; anything else is read at once, or refused there.
  private static func large(_ file: String, _ global: GlobalOptions) -> FileHandle? {
    guard file != "-" else { return nil }
    let place = URL(filePath: global.absolute(file)).resolvingSymlinksInPath()
    let path = place.path(percentEncoded: false)
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      attributes[.type] as? FileAttributeType == .typeRegular,
      let size = attributes[.size] as? Int, size > piece
    else { return nil }
    return FileHandle(forReadingAtPath: path)
  }
}
