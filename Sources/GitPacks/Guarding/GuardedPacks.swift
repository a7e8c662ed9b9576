import Synchronization

/// The packs below some folders of objects, as far as libgit2 may have them.
public struct GuardedPacks: Sendable {
  /// Those that can be used.
  public private(set) var packs: [GuardedPack] = []
  /// Why the others cannot.
  public private(set) var problems: [StorageProblem] = []
  /// Whether there is a `multi-pack-index`, which nobody here reads: each pack's own index says the
  /// same.
  public private(set) var hasMultiPackIndex = false

  /// A pack that is as it was before is not looked at again in this process.
  private static let known = Mutex<[String: Known]>([:])
  private static let mostKnown = 4096
  /// Each takes two of the 65,530 stretches of memory that Linux gives a process.
  private static let most = 16_384

  private struct Known {
    var index: FileSeal
    var pack: FileSeal
    var result: Result<GuardedPack, StorageProblem>
  }

  /// Times that folders are listed at most, each time because a file of the list before has gone, as
  /// while `git repack` runs.
  private static let listings = 3

  /// - Parameter folders: each with packs in `pack`.
  public init(folders: [String]) {
    for _ in 0..<Self.listings {
      (packs, problems, hasMultiPackIndex) = ([], [], false)
      list(folders)
      if !problems.contains(where: \.hasGone) { return }
    }
  }

  private mutating func list(_ folders: [String]) {
    for folder in folders {
      let path = folder + "/pack"
      guard let names = Directory(path: path)?.names() else { continue }
      for name in names {
        if name == "multi-pack-index" { hasMultiPackIndex = true }
        guard name.hasSuffix(".idx"), name.utf8.count > 4 else { continue }
        add(path + "/" + name.dropLast(4))
      }
    }
  }

  /// Gives back the memory of all packs that this process has looked at, for when few looks will
  /// follow.
  public static func letGoOfPages() {
    let results = known.withLock { $0.values.map(\.result) }
    for case .success(let pack) in results { pack.letGoOfPages() }
  }

  private mutating func add(_ stem: String) {
    // An index without its pack, which libgit2 passes over.
    guard let pack = FileSeal(path: stem + ".pack") else { return }
    guard packs.count < Self.most else {
      if problems.last?.code != .tooManyObjects {
        problems.append(
          StorageProblem(.tooManyObjects, path: stem, detail: "more than \(Self.most) packs"))
      }
      return
    }
    let index = FileSeal(path: stem + ".idx")
    var found = Self.known.withLock { known in
      known[stem].flatMap { $0.pack == pack && $0.index == index ? $0.result : nil }
    }
    if found == nil {
      do throws(StorageProblem) {
        found = .success(try GuardedPack(stem: stem))
      } catch {
        found = .failure(error)
      }
      if let index, let found {
        Self.known.withLock { known in
          if known.count >= Self.mostKnown { known = [:] }
          known[stem] = Known(index: index, pack: pack, result: found)
        }
      }
    }
    switch found {
    case .success(let pack): packs.append(pack)
    case .failure(let problem): problems.append(problem)
    case nil: break
    }
  }
}
