import FindingModel
import Foundation

/// Which repositories' tool settings (`path`, `args`, `network`, own rule files) a user trusts: one
/// small file each, named after the digest of repository and settings, in the user's state folder.
/// A change of the settings changes the digest, so it is asked again.
public struct TrustRecords: Sendable {
  /// `$XDG_STATE_HOME/secgate/trust`, or below `~/.local/state`.
  public let folder: String

  public init(folder: String) { self.folder = folder }

  /// The user's own records.
  public static func forUser(environment: [String: String]? = nil) -> TrustRecords {
    let values = environment ?? ProcessInfo.processInfo.environment
    let home = values["HOME"] ?? NSHomeDirectory()
    let state = values["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return TrustRecords(folder: (state ?? home + "/.local/state") + "/secgate/trust")
  }

  /// - Parameters:
  ///   - repository: absolute path of the common git folder, or of the scanned folder.
  ///   - settings: the keys in question with their values, in a fixed order.
  public func isTrusted(repository: String, settings: [String]) -> Bool {
    let path = file(repository, settings)
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      let owner = attributes[.ownerAccountID] as? Int,
      let mode = attributes[.posixPermissions] as? Int
    else { return false }
    // Somebody else's file, or one that others may write, is no word of this user.
    return owner == Int(getuid()) && mode & 0o022 == 0
  }

  /// - Throws: the system's error where the record cannot be written.
  public func trust(repository: String, settings: [String]) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let text = ([repository] + settings).joined(separator: "\n") + "\n"
    let path = file(repository, settings)
    try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }

  private func file(_ repository: String, _ settings: [String]) -> String {
    let text = ([repository] + settings).joined(separator: "\u{0}")
    return folder + "/" + SHA256.hexadecimal(text.utf8)
  }
}
