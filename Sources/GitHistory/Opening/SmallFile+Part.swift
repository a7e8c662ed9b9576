#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension SmallFile {
  /// Some bytes of a regular file; fewer where it ends before.
  public static func bytes(_ path: [UInt8], at offset: Int, count: Int) throws(Failure) -> [UInt8] {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW
    let descriptor = unsafe path.withCString { unsafe open($0, flags) }
    guard descriptor >= 0 else { throw .system(SystemError.last) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .system(SystemError.last) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    guard offset >= 0, count >= 0, offset <= Int(status.st_size) else { return [] }
    var failed = false
    let part = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = unsafe pread(
          descriptor, buffer.baseAddress.map { unsafe $0 + filled }, count - filled,
          off_t(offset + filled))
        failed = got < 0
        if got <= 0 { return }
        filled += got
      }
    }
    if failed { throw .system(SystemError.last) }
    return part
  }
}
