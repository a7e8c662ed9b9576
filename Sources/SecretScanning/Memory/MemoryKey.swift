import Foundation

/// The key of the scan memory: 32 random bytes that only this user can read.
///
/// Who can write into a repository, or into a cache of CI, must not be able to make a scan believe
/// that an object was searched.
struct MemoryKey {
  private static let length = 32

  let bytes: [UInt8]

  /// Reads the key; nil where there is none, or where others could have read or put it there.
  init?(in directory: String) {
    let path = directory + "/scan-memory.key"
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      attributes[.type] as? FileAttributeType == .typeRegular,
      let mode = attributes[.posixPermissions] as? Int, mode & 0o077 == 0,
      (attributes[.ownerAccountID] as? Int) == (Self.owner(of: directory)),
      let data = FileManager.default.contents(atPath: path), data.count == Self.length
    else { return nil }
    bytes = [UInt8](data)
  }

  /// The key, made anew where there is none; nil where that fails.
  static func made(in directory: String) -> MemoryKey? {
    if let key = MemoryKey(in: directory) { return key }
    let path = directory + "/scan-memory.key"
    guard !FileManager.default.fileExists(atPath: path),
      (try? FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])) != nil
    else { return nil }
    var random = SystemRandomNumberGenerator()
    let bytes = (0..<Self.length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    guard
      FileManager.default.createFile(
        atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    else { return nil }
    return MemoryKey(in: directory)
  }

  /// The folder belongs to this user, or the key cannot be trusted; root may own it as well.
  private static func owner(of directory: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: directory)
    guard let mode = attributes?[.posixPermissions] as? Int, mode & 0o022 == 0,
      let owner = attributes?[.ownerAccountID] as? Int, owner == UserIdentity.effective
    else { return nil }
    return owner
  }
}
