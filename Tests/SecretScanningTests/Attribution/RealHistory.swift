import Foundation
import TestSupport
import Testing

/// A bare clone of a real project, where its bundle lies beside this one.
struct RealHistory {
  private static let bundle = Shared.directory?.appending(path: "repos/requests.bundle")

  static var isThere: Bool {
    bundle.map { FileManager.default.fileExists(atPath: $0.path()) } ?? false
  }

  private let folder: TemporaryDirectory
  var path: String { folder.path + "/r.git" }

  init() throws {
    folder = try TemporaryDirectory()
    let source = Self.bundle?.path() ?? ""
    for arguments in [
      ["clone", "-q", "--mirror", source, path],
      ["-C", path, "symbolic-ref", "HEAD", "refs/heads/3.0"],
    ] {
      let result = try Command.run(["git"] + arguments)
      try #require(result.status == 0, "\(result.errorText)")
    }
  }
}
