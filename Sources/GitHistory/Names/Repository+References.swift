import CLibgit2

/// All references, and those that could not be read.
public struct ReferenceListing: Sendable {
  /// Sorted by name.
  public var references: [Reference] = []
  /// One error for each broken reference.
  public var problems: [GitError] = []
}

extension Repository {
  /// Every reference below `refs/`, remotes, notes and the stash included.
  public func references() throws(GitError) -> ReferenceListing {
    var iterator: OpaquePointer?
    defer { unsafe git_reference_iterator_free(iterator) }
    try LibGit2.check(
      unsafe git_reference_iterator_new(&iterator, handle), .unreadable,
      "\(layout.commonDirectory): the references cannot be listed")
    var listing = ReferenceListing()
    while true {
      var reference: OpaquePointer?
      defer { unsafe git_reference_free(reference) }
      let result = unsafe git_reference_next(&reference, iterator)
      if result == GIT_ITEROVER.rawValue { break }
      try LibGit2.check(
        result, .unreadable, "\(layout.commonDirectory): the references cannot be listed")
      guard let found = unsafe reference, let name = unsafe git_reference_name(found) else {
        continue
      }
      if let target = unsafe git_reference_target(found) {
        listing.references.append(
          unsafe Reference(name: CString.bytes(name), target: ObjectID(target.pointee)))
      } else {
        add(unsafe CString.bytes(name), to: &listing)
      }
    }
    addBroken(to: &listing)
    listing.references.sort { $0.name.lexicographicallyPrecedes($1.name) }
    return listing
  }

  private func add(_ name: [UInt8], to listing: inout ReferenceListing) {
    do {
      listing.references.append(Reference(name: name, target: try target(of: name)))
    } catch {
      listing.problems.append(error)
      // The name itself is still there to be searched.
      listing.references.append(Reference(name: name, target: nil))
    }
  }

  /// The library passes over loose references that it cannot parse, and gives what an older packed
  /// one of that name says. So each loose one is asked for by its name, listed or not.
  private func addBroken(to listing: inout ReferenceListing) {
    var loose: Set<[UInt8]> = []
    var walk = FileWalk()
    walk.run(Array((layout.commonDirectory + "/refs").utf8)) { path, kind in
      let name = Array("refs/".utf8) + path
      if kind == .file, path.suffix(5) != Array(".lock".utf8)[...] { loose.insert(name) }
      return true
    }
    for index in listing.references.indices {
      guard loose.remove(listing.references[index].name) != nil else { continue }
      do {
        listing.references[index].target = try target(of: listing.references[index].name)
      } catch {
        listing.references[index].target = nil
        if !listing.problems.contains(error) { listing.problems.append(error) }
      }
    }
    for name in loose.sorted(by: { $0.lexicographicallyPrecedes($1) })
    where Self.isReferenceName(name) {
      add(name, to: &listing)
    }
  }

  private static func isReferenceName(_ name: [UInt8]) -> Bool {
    var isValid: Int32 = 0
    let result = unsafe name.withCString { unsafe git_reference_name_is_valid(&isValid, $0) }
    return result == 0 && isValid == 1
  }

  /// The object a name leads to; nil for a symbolic one that leads nowhere.
  func target(of name: [UInt8]) throws(GitError) -> ObjectID? {
    var raw = git_oid()
    let result = unsafe name.withCString { unsafe git_reference_name_to_id(&raw, handle, $0) }
    if result == 0 { return ObjectID(raw) }
    let said = LibGit2.lastMessage
    var reference: OpaquePointer?
    defer { unsafe git_reference_free(reference) }
    let found = unsafe name.withCString { unsafe git_reference_lookup(&reference, handle, $0) }
    let kind = unsafe git_reference_type(reference)
    let isSymbolic = found == 0 && kind == GIT_REFERENCE_SYMBOLIC
    if result == GIT_ENOTFOUND.rawValue, found == GIT_ENOTFOUND.rawValue || isSymbolic {
      return nil
    }
    throw GitError(
      .corruptObject, "reference \(VisibleText.of(name)) cannot be read", underlying: said)
  }

  /// Where HEAD stands, unborn and detached included.
  public func head() throws(GitError) -> Head {
    var reference: OpaquePointer?
    defer { unsafe git_reference_free(reference) }
    try LibGit2.check(
      unsafe git_reference_lookup(&reference, handle, "HEAD"), .unreadable,
      "\(layout.gitDirectory)/HEAD cannot be read")
    var branch: String?
    if let target = unsafe git_reference_symbolic_target(reference) {
      branch = unsafe String(cString: target)
    }
    return Head(branch: branch, commit: try target(of: Array("HEAD".utf8)))
  }

  /// The commits at which the HEADs of all linked work trees stand, the main one included.
  public func workTreeHeads() -> [ObjectID] {
    let common = layout.commonDirectory
    let names = FileWalk.names(in: Array((common + "/worktrees").utf8)).map {
      common + "/worktrees/" + String(decoding: $0, as: UTF8.self)
    }
    return ([common] + names).compactMap { directory in
      SmallFile.text(directory + "/HEAD").flatMap { ObjectID($0.prefix { $0 != "\n" }) }
    }
  }
}
