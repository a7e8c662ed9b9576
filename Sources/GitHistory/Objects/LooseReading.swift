import CLibgit2
import Synchronization

/// Puts a look at the file in front of every read of a loose object, whichever part of libgit2 asks
/// for it; see ``LooseFile``. Packed objects are read as ever.
enum LooseReading {
  private typealias Read =
    @convention(c) (
      UnsafeMutablePointer<UnsafeMutableRawPointer?>?, UnsafeMutablePointer<Int>?,
      UnsafeMutablePointer<git_object_t>?, UnsafeMutablePointer<git_odb_backend>?,
      UnsafePointer<git_oid>?
    ) -> Int32

  /// `@safe`: a C function without state.
  @safe private struct Watched {
    var folders: [String]
    var read: Read
  }

  /// By the address of the backend. One that is freed leaves its entry to whoever gets the address.
  private static let watched = Mutex<[UInt: Watched]>([:])

  /// - Parameter folders: of objects, all that the database reads.
  static func guardReads(of database: OpaquePointer?, folders: [String]) {
    for position in 0..<(unsafe git_odb_num_backends(database)) {
      var found: UnsafeMutablePointer<git_odb_backend>?
      guard unsafe git_odb_get_backend(&found, database, position) == 0,
        let backend = unsafe found, let read = unsafe backend.pointee.read,
        // Only loose objects are read as streams; only packs are written as such.
        unsafe backend.pointee.readstream != nil && backend.pointee.writepack == nil
      else { continue }
      let address = UInt(bitPattern: backend)
      watched.withLock { $0[address] = unsafe Watched(folders: folders, read: read) }
      unsafe backend.pointee.read = { data, length, kind, backend, id in
        unsafe LooseReading.read(data, length, kind, backend, id)
      }
      unsafe backend.pointee.read_prefix = { whole, data, length, kind, backend, id, digits in
        guard let find = unsafe backend?.pointee.exists_prefix else { return GIT_ERROR.rawValue }
        let result = unsafe find(whole, backend, id, digits)
        return result == 0 ? unsafe LooseReading.read(data, length, kind, backend, whole) : result
      }
    }
  }

  private static func read(
    _ data: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ length: UnsafeMutablePointer<Int>?,
    _ kind: UnsafeMutablePointer<git_object_t>?, _ backend: UnsafeMutablePointer<git_odb_backend>?,
    _ id: UnsafePointer<git_oid>?
  ) -> Int32 {
    let address = UInt(bitPattern: backend)
    guard let watched = watched.withLock({ $0[address] }), let id = unsafe id else {
      return GIT_ERROR.rawValue
    }
    if unsafe LooseFile.endsEarly(ObjectID(id.pointee), in: watched.folders) {
      unsafe git_error_set_str(Int32(GIT_ERROR_ODB.rawValue), "its file ends too early")
      return GIT_ERROR.rawValue
    }
    return unsafe watched.read(data, length, kind, backend, id)
  }
}
