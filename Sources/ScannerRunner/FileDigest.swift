import FindingModel
import Foundation

/// SHA-256 of a tool's files.
enum FileDigest {
  static func sha256(_ bytes: Data) -> String { SHA256.hexadecimal(bytes) }
}
