import CLibgit2

extension Repository {
  /// Whether an object can be read, and its content is the one that its name is the hash of.
  public func isGenuine(_ id: ObjectID) -> Bool {
    var object: OpaquePointer?
    var raw = id.raw
    guard unsafe git_odb_read(&object, database, &raw) == 0 else { return false }
    defer { unsafe git_odb_object_free(object) }
    var found = git_oid()
    let result = unsafe git_odb_hash(
      &found, git_odb_object_data(object), git_odb_object_size(object),
      git_odb_object_type(object))
    return result == 0 && ObjectID(found) == id
  }
}
