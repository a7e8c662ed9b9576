import Foundation

/// Files that are there whole or not at all, also after a power cut.
enum AtomicFile {
  /// Writes beside the target, flushes, renames over it and flushes the folder.
  static func write(_ bytes: [UInt8], to file: URL) throws(StoreError) {
    let folder = file.deletingLastPathComponent()
    let temporary = folder.appending(
      path: ".\(UUID().uuidString.lowercased().prefix(13))-\(file.lastPathComponent.prefix(60)).new"
    )
    do {
      try writeFlushed(bytes, to: temporary)
      let (from, to) = (path(temporary), path(file))
      guard unsafe rename(from, to) == 0 else { throw failure("rename", file) }
      try flush(folder)
    } catch let error as StoreError {
      discard(temporary)
      throw error
    } catch {
      discard(temporary)
      throw Self.error(error, file)
    }
  }

  /// Removes what processes that were killed while they wrote have left in a folder. A file of the
  /// last minute stays: somebody may be writing it.
  static func removeLeftovers(in folder: URL) {
    let manager = FileManager.default
    // A folder that does not exist holds none; one that cannot be read is told when it is written.
    for name in (try? manager.contentsOfDirectory(atPath: path(folder))) ?? []
    where name.hasPrefix(".") && name.hasSuffix(".new") && name.dropFirst(14).hasPrefix("-") {
      let file = folder.appending(path: name)
      let changed = (try? manager.attributesOfItem(atPath: path(file)))?[.modificationDate] as? Date
      if let changed, changed.timeIntervalSinceNow < -60 { discard(file) }
    }
  }

  /// Removes a file; one that is gone already is no error.
  static func remove(_ file: URL) throws(StoreError) {
    guard unsafe unlink(path(file)) == 0 || errno == ENOENT else { throw failure("delete", file) }
    try flush(file.deletingLastPathComponent())
  }

  private static func writeFlushed(_ bytes: [UInt8], to file: URL) throws {
    // O_EXCL and O_NOFOLLOW: a link planted in a repository must not be followed.
    let descriptor = unsafe open(
      path(file), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure("create", file) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try handle.write(contentsOf: bytes)
    guard fsync(descriptor) == 0 else { throw failure("flush", file) }
    try handle.close()
  }

  private static func flush(_ folder: URL) throws(StoreError) {
    let descriptor = unsafe open(path(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("open", folder) }
    defer { close(descriptor) }
    // Some file systems cannot flush a folder and say EINVAL: the rename is then as safe as it gets.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure("flush", folder) }
  }

  private static func discard(_ file: URL) { unsafe unlink(path(file)) }

  static func path(_ url: URL) -> String { url.path(percentEncoded: false) }

  static func failure(_ action: String, _ file: URL) -> StoreError {
    let code = errno
    let name = path(file)
    switch code {
    case ENOSPC, EDQUOT, EFBIG:
      return StoreError(.full, "cannot \(action) \(name): the disk is full", canContinue: false)
    case EROFS, EACCES, EPERM:
      return StoreError(
        .readOnly, "cannot \(action) \(name): permission denied", canContinue: false)
    default:
      let reason = unsafe String(cString: strerror(code))
      return StoreError(.io, "cannot \(action) \(name): \(reason)", canContinue: false)
    }
  }

  private static func error(_ error: any Error, _ file: URL) -> StoreError {
    let cocoa = error as? CocoaError
    let name = path(file)
    if cocoa?.code == .fileWriteOutOfSpace {
      return StoreError(.full, "cannot write \(name): the disk is full", canContinue: false)
    }
    return StoreError(.io, "cannot write \(name)", canContinue: false)
  }
}
