import Foundation

/// One script in a folder of hooks.
struct HookFile {
  var url: URL

  init(_ url: URL) { self.url = url }

  var path: String { url.path(percentEncoded: false) }

  /// True for a link that leads nowhere, too: it is somebody's.
  var exists: Bool { (try? FileManager.default.attributesOfItem(atPath: path)) != nil }

  /// A hook may be a binary: what is no UTF-8 only has to be told from ours.
  var text: String {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  func write(_ text: String, executable: Bool = true) throws {
    do {
      try Data(text.utf8).write(to: url, options: .atomic)
      if executable {
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
      }
    } catch {
      throw CommandFailure.usage("\(path) cannot be written; check its owner and permissions")
    }
  }
}
