import Foundation
import TestSupport
import Testing

/// Looks for a planted secret in what a command left behind.
enum Leak {
  /// No six consecutive bytes of the secret part may appear, plain or encoded.
  static func expectNone(of token: String, in command: Command) throws {
    for (name, data) in [("output", command.output), ("errors", command.errors)] {
      let text = String(decoding: data, as: UTF8.self)
      for piece in pieces(of: token) {
        #expect(!text.contains(piece), "\(name) holds a piece of the secret")
      }
    }
  }

  static func expectNone(of token: String, below folder: URL) throws {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard let data = try? Data(contentsOf: file) else { continue }
      for piece in pieces(of: token) {
        #expect(
          data.range(of: Data(piece.utf8)) == nil, "\(file.lastPathComponent) holds a piece")
      }
    }
  }

  private static func pieces(of token: String) -> [String] {
    let secret = Array(token.drop { $0 != "_" }.dropFirst())
    return stride(from: 0, through: max(0, secret.count - 6), by: 1).map {
      String(secret[$0..<min($0 + 6, secret.count)])
    }
  }
}
