import Foundation

/// Holds text against a stored file; `RECORD_GOLDENS=1` writes it anew.
public enum Golden {
  /// The stored text, after recording where that is asked for; compare with `#expect`.
  public static func text(_ name: String, for actual: String, file: String = #filePath) throws
    -> String
  {
    let stored = URL(filePath: file).deletingLastPathComponent()
      .appending(path: "Fixtures").appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(
        at: stored.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: stored)
    }
    return try String(contentsOf: stored, encoding: .utf8)
  }
}
