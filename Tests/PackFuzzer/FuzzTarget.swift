import Foundation

// The pack reader under libFuzzer; `make fuzz-packs` builds and runs it. Compiled into one module
// with Sources/GitPacks, so that the reader itself is measured for coverage.
//
// The first byte of an input chooses how the rest is taken:
// - even: a list of entries, of which a true pack and index are written; what a plain reading of
//   the same entries gives must be what the walk gives, object by object, and the rest be named.
// - odd: a length, then a pack, then its index, as they are, or with their checksums put right, so
//   that what lies behind the checksums is reached; no crash, no hang, nothing beyond the limits.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start = unsafe start, count > 6 else { return 0 }
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  if bytes[0] & 1 == 0 {
    WrittenPack(bytes[1...]).check()
  } else {
    RawPack(bytes).check()
  }
  return 0
}

/// The folder that takes the place of `.git/objects`, in memory where the system has such a disk.
enum FuzzFolder {
  static let path: String = {
    let parent = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
    let path = "\(parent)/secgate-pack-fuzzer-\(getpid())"
    mkdir(path, 0o700)
    mkdir(path + "/pack", 0o700)
    atexit {
      for name in ["/pack/pack-1.pack", "/pack/pack-1.idx"] { unlink(FuzzFolder.path + name) }
      rmdir(FuzzFolder.path + "/pack")
      rmdir(FuzzFolder.path)
    }
    return path
  }()

  static func write(_ bytes: [UInt8], as suffix: String) {
    let name = path + "/pack/pack-1" + suffix
    unlink(name)
    let file = open(name, O_CREAT | O_WRONLY | O_TRUNC, 0o600)
    guard file >= 0 else { fatalError("cannot write \(name)") }
    let written = unsafe bytes.withUnsafeBytes {
      unsafe Foundation.write(file, $0.baseAddress, $0.count)
    }
    guard written == bytes.count else { fatalError("cannot write \(name)") }
    close(file)
  }

  /// Small limits, so that an input that passes them is a bug that is seen.
  static let limits = ReadingLimits(objectBytes: 1 << 20, workerBytes: 4 << 20)

  static func walk() -> FuzzVisitor {
    let forest = DeltaForest.build(ObjectStore(objects: path), limits: limits)
    lookAtWays(in: forest)
    let visitor = FuzzVisitor(forest)
    guard let walker = TreeWalker(forest, limits: limits) else { fatalError("no walker") }
    for kind in ObjectKind.allCases {
      for tree in forest.trees(of: kind) { walker.walk(tree, visitor) }
    }
    return visitor
  }

  /// What stands between libgit2 and the same pack: no crash, no hang.
  private static func lookAtWays(in forest: DeltaForest) {
    let packs = GuardedPacks(folders: [path])
    for pack in packs.packs {
      for node in forest.nodesByName { _ = pack.way(to: forest.name(of: node)) }
    }
  }
}

/// Keeps every object, and holds each copied run against the bytes of the base.
final class FuzzVisitor: ObjectVisitor {
  let forest: DeltaForest
  var objects: [ObjectName: (kind: ObjectKind, content: [UInt8])] = [:]
  var missed: Set<ObjectName> = []
  private var bases: [Int: [UInt8]] = [:]

  init(_ forest: DeltaForest) { self.forest = forest }

  /// Names of what was not read, by either pass.
  var unread: Set<ObjectName> { missed.union(forest.unreadable.map(\.name)) }

  func visit(_ object: WalkedObject, bytes: Span<UInt8>, runs: Span<CopyRun>) {
    let content = bytes.indices.map { bytes[$0] }
    precondition(content.count <= FuzzFolder.limits.objectBytes, "beyond the limit")
    if let base = object.base {
      guard let source = bases[base.slot] else { fatalError("a delta before its base") }
      precondition(source.count == base.count, "another base")
      var end: Int32 = 0
      for index in runs.indices {
        let run = runs[index]
        precondition(run.destination >= end, "runs out of order")
        let from = Int(run.source)..<Int(run.source + run.length)
        let to = Int(run.destination)..<Int(run.destination + run.length)
        precondition(source[from] == content[to], "a run that was not copied")
        end = run.destination + run.length
      }
    }
    bases[object.slot] = object.hasDeltas ? content : nil
    guard !object.isDuplicate else { return }
    let name = forest.name(of: object.node)
    precondition(objects[name] == nil, "visited twice")
    objects[name] = (object.kind, content)
  }

  func miss(_ node: DeltaForest.Node, _ reason: UnreadableObject.Reason) {
    missed.insert(forest.name(of: node))
  }
}
