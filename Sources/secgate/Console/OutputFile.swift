import Foundation

/// Where a report goes: standard output for `-`, else a file that is replaced only when it is whole.
/// A device or pipe is written to, never replaced.
enum OutputFile {
  static func write(_ bytes: [UInt8], to path: String?) throws {
    guard let path, path != "-" else {
      Console.write(bytes, to: .standardOutput)
      return
    }
    do {
      if isSpecial(path) {
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        try handle.write(contentsOf: Data(bytes))
        try handle.close()
      } else {
        try Data(bytes).write(to: URL(filePath: path), options: .atomic)
      }
    } catch {
      throw CommandFailure.usage("\(path) cannot be written: \(error.localizedDescription)")
    }
  }

  /// `/dev/null`, `/dev/stderr`, a named pipe.
  private static func isSpecial(_ path: String) -> Bool {
    if path.hasPrefix("/dev/") { return true }
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return false }
    return [S_IFCHR, S_IFIFO, S_IFSOCK, S_IFBLK].contains(status.st_mode & S_IFMT)
  }
}
