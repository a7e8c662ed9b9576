#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file read by position. Not mapped: a file that shrinks meanwhile gives an error, no signal.
///
/// Immutable after `init`, and `pread` may be called from several threads.
final class InputFile: Sendable {
  let path: String
  /// In bytes, when it was opened.
  let size: Int
  private let descriptor: Int32

  init(path: String) throws(StorageProblem) {
    let opened = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else { throw Self.problem(path, "cannot be opened") }
    var status = stat()
    guard unsafe fstat(opened, &status) == 0 else {
      close(opened)
      throw Self.problem(path, "cannot be examined")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw StorageProblem(.unreadableFile, path: path, detail: "not a regular file")
    }
    self.path = path
    size = Int(status.st_size)
    descriptor = opened
  }

  deinit { close(descriptor) }

  /// Fills `count` bytes at `destination` from `offset`; false where the file is shorter or fails.
  func read(_ count: Int, at offset: Int, into destination: UnsafeMutablePointer<UInt8>) -> Bool {
    var done = 0
    while done < count {
      let got = unsafe pread(descriptor, destination + done, count - done, off_t(offset + done))
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return false }
      done += got
    }
    return true
  }

  /// The whole file, at most `limit` bytes.
  func contents(limit: Int) throws(StorageProblem) -> ByteBuffer {
    guard size <= limit else {
      throw StorageProblem(.unreadableFile, path: path, detail: "larger than \(limit) bytes")
    }
    let buffer = ByteBuffer(capacity: size)
    guard unsafe read(size, at: 0, into: buffer.base) else {
      throw Self.problem(path, "cannot be read whole")
    }
    buffer.count = size
    return buffer
  }

  /// The whole file as memory that the caller unmaps; nil for an empty one, or where that fails.
  func mapped() -> UnsafeMutableRawPointer? {
    guard size > 0 else { return nil }
    let address = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
    return unsafe address == MAP_FAILED ? nil : address
  }

  private static func problem(_ path: String, _ what: String) -> StorageProblem {
    StorageProblem(
      .unreadableFile, path: path, detail: "\(what): \(unsafe String(cString: strerror(errno)))")
  }
}
