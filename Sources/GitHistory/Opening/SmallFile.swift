#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads files with plain system calls: never following a last symbolic link where told so, never
/// waiting for a pipe, never more than a limit.
public enum SmallFile {
  /// Why a file could not be read.
  public enum Failure: Error, Sendable, Equatable {
    case system(String)
    case tooLarge(Int)
    case notRegular
  }

  /// The whole content of a regular file of at most `limit` bytes.
  public static func bytes(
    _ path: [UInt8], limit: Int, followingLink: Bool = true
  ) throws(Failure) -> [UInt8] {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLink ? 0 : O_NOFOLLOW)
    let descriptor = unsafe path.withCString { unsafe open($0, flags) }
    guard descriptor >= 0 else { throw .system(SystemError.last) }
    defer { close(descriptor) }
    return try bytes(of: descriptor, limit: limit)
  }

  static func bytes(of descriptor: Int32, limit: Int) throws(Failure) -> [UInt8] {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .system(SystemError.last) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    let declared = Int(status.st_size)
    guard declared <= limit else { throw .tooLarge(declared) }
    var content: [UInt8] = []
    var capacity = declared + 1
    while true {
      var failed = false
      let part = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        let got = unsafe read(descriptor, buffer.baseAddress, capacity)
        failed = got < 0
        count = max(got, 0)
      }
      if failed { throw .system(SystemError.last) }
      if part.isEmpty { return content }
      content = content.isEmpty ? part : content + part
      // A file that grows while it is read, or one that lies about its size, as in /proc.
      guard content.count <= limit else { throw .tooLarge(content.count) }
      capacity = 65_536
    }
  }

  /// A small text file of the repository itself; nil where it is missing or not readable.
  static func text(_ path: String) -> String? {
    guard let content = try? bytes(Array(path.utf8), limit: 16 << 20) else { return nil }
    return String(decoding: content, as: UTF8.self)
  }
}

extension [UInt8] {
  /// The bytes as a C string; bytes from git hold no NUL.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) throws -> Result) rethrows -> Result {
    let terminated = self + [0]
    return try unsafe terminated.withUnsafeBufferPointer { buffer in
      try unsafe UnsafeRawPointer(buffer.baseAddress!).withMemoryRebound(
        to: CChar.self, capacity: terminated.count, body)
    }
  }
}

enum SystemError {
  /// The words of `errno`.
  static var last: String { unsafe String(cString: strerror(errno)) }
}
