#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file as memory, for looks at a few places of a large one.
///
/// `@unchecked Sendable`: the bytes are never written.
@safe final class MappedFile: @unchecked Sendable {
  let size: Int
  private let memory: UnsafeMutableRawPointer

  /// - Throws: also for an empty file.
  init(path: String) throws(StorageProblem) {
    let file = try InputFile(path: path)
    guard let mapped = unsafe file.mapped() else {
      throw StorageProblem(.unreadableFile, path: path, detail: "empty, or cannot be mapped")
    }
    unsafe memory = mapped
    size = file.size
  }

  deinit { unsafe munmap(memory, size) }

  /// Takes the memory of what was looked at from the process; it comes back when it is read again.
  func letGoOfPages() { _ = unsafe madvise(memory, size, MADV_DONTNEED) }

  var base: UnsafeRawPointer { unsafe UnsafeRawPointer(memory) }

  /// - Parameter range: inside of the file.
  func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    precondition(range.lowerBound >= 0 && range.upperBound <= size, "inside of the file")
    return unsafe UnsafeBufferPointer(
      start: (base + range.lowerBound).assumingMemoryBound(to: UInt8.self), count: range.count)
  }
}
