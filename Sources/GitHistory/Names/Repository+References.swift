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
  ///
  /// Packed ones are read here where their file is as git writes it, several times as fast as libgit2
  /// lists them; loose ones, and everything out of the ordinary, are left to libgit2.
  public func references() throws(GitError) -> ReferenceListing {
    // Before the packed ones: a reference that is packed meanwhile is seen in one place at least.
    let loose = looseNames()
    guard let loose, loose.allSatisfy(Self.isReferenceName), let packed = PackedReferences(layout)
    else { return try listedReferences() }
    var listing = ReferenceListing()
    for name in loose {
      if let target = packedTarget(ofSymbolic: name, packed, besides: loose) {
        listing.references.append(Reference(name: name, target: target))
      } else {
        add(name, to: &listing)
        // One that is packed just now is no longer where it was.
        if let target = packed.target(of: name), isAbsent(name) {
          listing.references[listing.references.count - 1].target = target
        }
      }
    }
    listing.references = Self.merged(packed.references, with: listing.references)
    return listing
  }

  /// Whether a reference is not a loose one.
  private func isAbsent(_ name: [UInt8]) -> Bool {
    FileStatus.isAbsent(Array((layout.commonDirectory + "/").utf8) + name)
  }

  /// The names of all loose references, sorted; nil where there is anything besides plain files.
  private func looseNames() -> [[UInt8]]? {
    var names: [[UInt8]] = []
    var isPlain = true
    var walk = FileWalk()
    walk.run(Array((layout.commonDirectory + "/refs").utf8)) { path, kind in
      switch kind {
      case .directory: return true
      case .file where path.suffix(5) == Array(".lock".utf8)[...]: break
      case .file: names.append(Array("refs/".utf8) + path)
      case .symbolicLink, .special: isPlain = false
      }
      return false
    }
    guard isPlain, walk.problems.isEmpty else { return nil }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Both sorted by name; the second one counts where both have a name.
  private static func merged(_ packed: [Reference], with loose: [Reference]) -> [Reference] {
    var merged: [Reference] = []
    merged.reserveCapacity(packed.count + loose.count)
    var next = packed.startIndex
    for reference in loose {
      while next < packed.endIndex, packed[next].name.lexicographicallyPrecedes(reference.name) {
        merged.append(packed[next])
        next += 1
      }
      if next < packed.endIndex, packed[next].name == reference.name { next += 1 }
      merged.append(reference)
    }
    return merged + packed[next...]
  }

  /// Where a symbolic reference leads, if that is to a packed branch; nil where libgit2 is to say.
  private func packedTarget(
    ofSymbolic name: [UInt8], _ packed: PackedReferences, besides loose: [[UInt8]]
  ) -> ObjectID? {
    var reference: OpaquePointer?
    defer { unsafe git_reference_free(reference) }
    guard unsafe name.withCString({ unsafe git_reference_lookup(&reference, handle, $0) }) == 0,
      let target = unsafe git_reference_symbolic_target(reference)
    else { return nil }
    let branch = unsafe CString.bytes(target)
    // Others may be of one work tree alone.
    let isShared = ["refs/heads/", "refs/remotes/"].contains { branch.starts(with: $0.utf8) }
    return isShared && !loose.contains(branch) ? packed.target(of: branch) : nil
  }

  /// What libgit2 lists, and what it passes over.
  ///
  /// Of a handle of its own: libgit2 tells only the first time that packed references are damaged,
  /// and has none of them from then on.
  func listedReferences() throws(GitError) -> ReferenceListing {
    let (fresh, _) = try unsafe Self.openHandle(layout.opened, OpenOptions())
    defer { unsafe git_repository_free(fresh) }
    var iterator: OpaquePointer?
    defer { unsafe git_reference_iterator_free(iterator) }
    try LibGit2.check(
      unsafe git_reference_iterator_new(&iterator, fresh), .unreadable,
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
    guard let target = unsafe git_reference_symbolic_target(reference) else {
      return Head(branch: nil, commit: try self.target(of: Array("HEAD".utf8)))
    }
    // The name as bytes: it need not be UTF-8, and what is shown of it is another name then.
    let name = unsafe CString.bytes(target)
    let branch = unsafe String(cString: target)
    if name.starts(with: "refs/heads/".utf8), Self.isReferenceName(name), isAbsent(name),
      let packed = PackedReferences(layout)
    {
      return Head(branch: branch, commit: packed.target(of: name))
    }
    return Head(branch: branch, commit: try self.target(of: Array("HEAD".utf8)))
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
