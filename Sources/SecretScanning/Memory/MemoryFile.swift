import FindingModel
import Foundation
import GitHistory

/// A sealed file: a keyed checksum against damage, a message code over it against forgery. The seal
/// stands at the end, so that the content is not copied to be checked.
struct MemoryFile {
  private static let mark = Array("secgate scan memory 2\n".utf8)
  private static let sealLength = 16 + 32 + mark.count
  /// Larger ones are not read: no repository of 30 million objects needs more.
  private static let largest = 1 << 30

  let path: String
  let key: [UInt8]
  /// What the content is about; another subject's file is not taken for it.
  let subject: String

  /// The content; nil where there is none, or it is damaged, forged, or about something else.
  func read() -> [UInt8]? {
    guard
      var bytes = try? SmallFile.bytes(
        Array(path.utf8), limit: Self.largest, followingLink: false),
      bytes.count >= Self.sealLength
    else { return nil }
    let seal = Array(bytes.suffix(Self.sealLength))
    bytes.removeLast(Self.sealLength)
    let (sum, code) = (Array(seal[..<16]), Array(seal[16..<48]))
    guard Array(seal[48...]) == Self.mark, MessageCode.areEqual(code, self.code(sum)),
      MessageCode.areEqual(sum, self.sum(bytes))
    else { return nil }
    return bytes
  }

  /// Replaces the content; a failure costs the next scan its time and nothing else.
  @discardableResult
  func write(_ content: [UInt8]) -> Bool {
    let sum = sum(content)
    return Self.replace(path, with: content + sum + code(sum) + Self.mark)
  }

  /// Puts a file that only this user can read in the place of another.
  static func replace(_ path: String, with content: [UInt8]) -> Bool {
    let manager = FileManager.default
    let folder = String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex))
    let temporary = path + ".\(UInt64.random(in: .min ... .max))"
    guard
      (try? manager.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]))
        != nil,
      manager.createFile(
        atPath: temporary, contents: Data(content), attributes: [.posixPermissions: 0o600])
    else { return false }
    // Removed first, since moving does not replace; a scan between the two finds no memory.
    try? manager.removeItem(atPath: path)
    guard (try? manager.moveItem(atPath: temporary, toPath: path)) != nil else {
      try? manager.removeItem(atPath: temporary)
      return false
    }
    return true
  }

  /// Removes what scans that were killed while they wrote left in a folder. A scan that is writing
  /// there just now does not get to remember, and loses nothing else.
  static func removeLeftovers(in folder: String) {
    let manager = FileManager.default
    for name in (try? manager.contentsOfDirectory(atPath: folder)) ?? [] {
      let isNumbered = name.split(separator: ".").last.flatMap { UInt64($0) } != nil
      // As Foundation calls what it writes before it is moved.
      guard name.hasPrefix("scan-memory.") && isNumbered || name.hasPrefix(".dat.nosync") else {
        continue
      }
      let path = folder + "/" + name
      let kind = (try? manager.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
      if kind == .typeRegular { try? manager.removeItem(atPath: path) }
    }
  }

  private func sum(_ content: [UInt8]) -> [UInt8] {
    KeyedHash.hash(content, key: MessageCode.code(Array("content".utf8), key: key))
  }

  private func code(_ sum: [UInt8]) -> [UInt8] {
    MessageCode.code(Self.mark + Array(subject.utf8) + [0] + sum, key: key)
  }
}
