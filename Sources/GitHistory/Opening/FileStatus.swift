#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Questions to the file system about one path.
enum FileStatus {
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0
  }

  /// Whether nothing at all stands there, as far as the system says so.
  static func isAbsent(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) != 0 && errno == ENOENT
  }

  /// The user id that owns a path, a symbolic link itself and not what it points to.
  static func owner(_ path: String) -> UInt32? {
    var status = stat()
    return unsafe lstat(path, &status) == 0 ? status.st_uid : nil
  }

  /// The name and number of a user.
  static func name(of user: UInt32) -> String {
    guard let entry = unsafe getpwuid(user), let name = unsafe entry.pointee.pw_name else {
      return "user \(user)"
    }
    return unsafe "\(String(cString: name)) (user \(user))"
  }

  /// With symbolic links resolved; the path itself where that fails.
  static func resolved(_ path: String) -> String {
    guard let found = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }
}
