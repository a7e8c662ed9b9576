import Foundation
import TestSupport

@testable import GitPacks

/// Makes pack indexes that GitPacks does not vouch for, and that git and libgit2 read all the same.
enum IndexDamage {
  /// Breaks the CRC-32 of one entry in `share`; the index's own checksum is made right again.
  static func breakChecksums(_ index: URL, share: Int) throws {
    var bytes = [UInt8](try Data(contentsOf: index))
    let count = bytes[1028..<1032].reduce(0) { $0 << 8 | Int($1) }
    for entry in stride(from: 0, to: count, by: share) {
      bytes[1032 + count * 20 + entry * 4] ^= 1
    }
    var digest = SHA1()
    digest.update(Array(bytes.dropLast(20)))
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: index.path())
    try Data(bytes.dropLast(20) + digest.finalized().bytes).write(to: index)
  }
}
