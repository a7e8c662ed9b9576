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
  static func isAbsent(_ path: [UInt8]) -> Bool {
    var status = stat()
    return unsafe path.withCString { unsafe lstat($0, &status) } != 0 && errno == ENOENT
  }

  /// Whether something stands there that is no file, nor a link to one: a pipe makes who opens it
  /// wait.
  static func isIrregular(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
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
