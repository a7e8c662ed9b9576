public import Foundation

/// Extra test data beside the project, where it is there; tests that use it are skipped elsewhere.
public enum Shared {
  /// `../shared` from the project's root, or nil.
  public static let directory: URL? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared = root.deletingLastPathComponent().appending(path: "shared")
    return FileManager.default.fileExists(atPath: shared.path()) ? shared : nil
  }()

  /// The project's root.
  public static let projectRoot = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
