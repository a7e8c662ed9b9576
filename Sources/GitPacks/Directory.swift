#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Names in a folder, and what tells one folder from another.
struct Directory: Hashable {
  /// Device and file number: equal for two paths to the same folder.
  struct Identity: Hashable {
    var device: UInt64
    var number: UInt64
  }

  let path: String
  let identity: Identity

  /// Nil unless `path` is a folder.
  init?(path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
    self.path = path
    identity = Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
  }

  /// All names but `.` and `..`, sorted; nil where the folder cannot be read.
  func names() -> [String]? {
    guard let handle = unsafe opendir(path) else { return nil }
    defer { unsafe closedir(handle) }
    var names: [String] = []
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Whether anything stands at `path`.
  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }
}
