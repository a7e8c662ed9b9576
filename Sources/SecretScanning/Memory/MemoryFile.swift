import FindingModel
import Foundation

/// A sealed file: a checksum against damage, a message code against forgery.
struct MemoryFile {
  private static let mark = Array("secgate scan memory 1\n".utf8)
  /// Larger ones are not read: no repository of 30 million objects needs more.
  private static let largest = 1 << 30

  let path: String
  let key: [UInt8]
  /// What the content is about; another subject's file is not taken for it.
  let subject: String

  /// The content; nil where there is none, or it is damaged, forged, or about something else.
  func read() -> [UInt8]? {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      attributes[.type] as? FileAttributeType == .typeRegular,
      let size = attributes[.size] as? Int, size <= Self.largest,
      let data = FileManager.default.contents(atPath: path)
    else { return nil }
    let head = Self.mark.count + 64
    guard data.count >= head, data.starts(with: Self.mark) else { return nil }
    let sum = [UInt8](data[Self.mark.count..<Self.mark.count + 32])
    let code = [UInt8](data[Self.mark.count + 32..<head])
    guard MessageCode.areEqual(code, self.code(sum)) else { return nil }
    let content = [UInt8](data[head...])
    guard Self.sum(content) == sum else { return nil }
    return content
  }

  /// Replaces the content; a failure costs the next scan its time and nothing else.
  @discardableResult
  func write(_ content: [UInt8]) -> Bool {
    let sum = Self.sum(content)
    let manager = FileManager.default
    let folder = String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex))
    let temporary = path + ".\(UInt64.random(in: .min ... .max))"
    guard
      (try? manager.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]))
        != nil,
      manager.createFile(
        atPath: temporary, contents: Data(Self.mark + sum + code(sum) + content),
        attributes: [.posixPermissions: 0o600])
    else { return false }
    // Removed first, since moving does not replace; a scan between the two finds no memory.
    try? manager.removeItem(atPath: path)
    guard (try? manager.moveItem(atPath: temporary, toPath: path)) != nil else {
      try? manager.removeItem(atPath: temporary)
      return false
    }
    return true
  }

  private func code(_ sum: [UInt8]) -> [UInt8] {
    MessageCode.code(Self.mark + Array(subject.utf8) + [0] + sum, key: key)
  }

  private static func sum(_ content: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(content)
    return hash.finalized()
  }
}
