/// Where the walks begin: all references, sorted out by what holds them.
public struct Tips: Sendable {
  /// The commit at HEAD; nil while unborn.
  public var head: ObjectID?
  /// Commits named by references other than the stash, and by the HEADs of all work trees.
  public var commits: [ObjectID] = []
  /// Trees and blobs that a reference or a tag names itself.
  public var others: [ObjectID] = []
  /// Annotated tags that a reference names, tags of tags included.
  public var tags: Set<ObjectID> = []
  /// The stash.
  public var stash: ObjectID?
  /// References that lead to something that cannot be read.
  public var problems: [GitError] = []
}

/// What references and HEADs name, read at one moment; nobody has looked at the objects yet.
public struct TipNames: Sendable {
  /// Sorted by name.
  public let references: [Reference]
  /// The commit at HEAD; nil while unborn.
  public let head: ObjectID?
  let workTreeHeads: [ObjectID]
}

extension Repository {
  public func tipNames(_ references: [Reference]) throws(GitError) -> TipNames {
    TipNames(references: references, head: try head().commit, workTreeHeads: workTreeHeads())
  }

  public func tips(_ references: [Reference]) throws(GitError) -> Tips {
    tips(of: try tipNames(references), known: [])
  }

  /// - Parameter known: objects that are known to be commits, and to be there, sorted: they are not
  ///   asked about.
  public func tips(of names: TipNames, known: [ObjectID]) -> Tips {
    var tips = Tips()
    tips.head = names.head
    let targets = Self.distinct(names.references.compactMap { $0.isStash ? nil : $0.target })
    let unknown: Set<ObjectID>
    (tips.commits, unknown) = Self.divided(targets, by: known)
    for reference in names.references {
      guard let target = reference.target else { continue }
      if reference.isStash {
        tips.stash = target
      } else if unknown.contains(target) {
        add(target, reference, to: &tips)
      }
    }
    for commit in names.workTreeHeads + (tips.head.map { [$0] } ?? []) {
      add(commit, Reference(name: Array("HEAD".utf8), target: commit), to: &tips)
    }
    tips.commits = Self.distinct(tips.commits)
    tips.others = Self.distinct(tips.others)
    return tips
  }

  /// Both sorted, none twice.
  private static func divided(_ ids: [ObjectID], by known: [ObjectID]) -> (
    known: [ObjectID], unknown: Set<ObjectID>
  ) {
    var divided: (known: [ObjectID], unknown: Set<ObjectID>) = ([], [])
    var next = 0
    for id in ids {
      while next < known.count, known[next] < id { next += 1 }
      if next < known.count, known[next] == id {
        divided.known.append(id)
      } else {
        divided.unknown.insert(id)
      }
    }
    return divided
  }

  /// Sorted.
  private static func distinct(_ ids: [ObjectID]) -> [ObjectID] {
    var distinct: [ObjectID] = []
    for id in ids.sorted() where distinct.last != id { distinct.append(id) }
    return distinct
  }

  private func add(_ target: ObjectID, _ reference: Reference, to tips: inout Tips) {
    var id = target
    do {
      // Tags of tags are rare; a chain longer than this is an attack.
      for _ in 0..<16 {
        switch try header(of: id).kind {
        case .commit: return tips.commits.append(id)
        case .tree, .blob: return tips.others.append(id)
        case .tag:
          tips.tags.insert(id)
          let record = try tag(id)
          if let kind = record.kind,
            let misnamed = MisnamedObject(
              record.target, as: kind, try header(of: record.target).kind)
          {
            tips.problems.append(
              GitError(.corruptObject, "reference \(reference.text): \(misnamed)"))
          }
          id = record.target
        }
      }
      throw GitError(.corruptObject, "a chain of more than 16 tags")
    } catch {
      let code = (error as? GitError)?.code ?? .library
      tips.problems.append(
        GitError(code, "reference \(reference.text) leads nowhere", underlying: "\(error)"))
    }
  }
}
