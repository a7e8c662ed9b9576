import Foundation
import TestSupport
import Testing

@testable import GitPacks

/// What is told of a pack before libgit2 reads it.
@Suite struct GuardedPackTests {
  let folder: TemporaryDirectory
  let content = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

  init() throws { folder = try TemporaryDirectory() }

  private var stem: String { folder.path + "/pack/pack-1" }

  /// Where the tables of the index of a pack begin, names first.
  private static let names = 8 + 1024

  private func set(_ bytes: [UInt8], at place: Int, _ index: inout [UInt8]) {
    index.replaceSubrange(place..<place + bytes.count, with: bytes)
  }

  private func problem() -> StorageProblem.Code? {
    do throws(StorageProblem) {
      _ = try GuardedPack(stem: stem)
      return nil
    } catch {
      return error.code
    }
  }

  @Test func `whole objects and deltas of a sound pack may be read`() throws {
    var writer = PackWriter()
    let root = writer.add(.blob, content)
    let child = writer.add(
      PackWriter.number(36) + [3] + PackWriter.copy(1, 3), on: 0, gives: Array("123".utf8))
    let other = PackWriter.name(.blob, [9])
    writer.add([1, 1] + PackWriter.copy(0, 1), onName: child, as: other)
    try writer.write(to: folder.path)
    let pack = try GuardedPack(stem: stem)
    for name in [root, child, other] { #expect(pack.way(to: name) == .sound) }
    #expect(pack.way(to: PackWriter.name(.blob, [1])) == .none)
    #expect(DeltaForest.build(ObjectStore(objects: folder.path)).soundPacks == [stem])
  }

  /// Far more bases than from one landmark to the next, asked from the far end, then from the near one.
  @Test(arguments: [GuardedPack.Way.sound, .unsound(.missingBase), .unsound(.cycle)])
  func `ways over many bases are told alike however often`(_ way: GuardedPack.Way) throws {
    var writer = PackWriter()
    let names = (0..<700).map { PackWriter.name(.blob, [UInt8($0 & 255), UInt8($0 >> 8), 7]) }
    var base =
      switch way {
      case .none, .sound: writer.add(.blob, content)
      case .unsound(.cycle): names[699]
      case .unsound: PackWriter.name(.blob, [1])
      }
    for name in names {
      writer.add([1, 1] + PackWriter.copy(0, 1), onName: base, as: name)
      base = name
    }
    try writer.write(to: folder.path)
    for order in [Array(names.reversed()), names] {
      let pack = try GuardedPack(stem: stem)
      for _ in 0..<2 {
        #expect(order.allSatisfy { pack.way(to: $0) == way })
      }
    }
  }

  @Test(arguments: [0x00ff_ffff, 0x7fff_ffff, 11, 0])
  func `an offset that no entry can have is told`(_ offset: Int) throws {
    var writer = PackWriter()
    let name = writer.add(.blob, content)
    try writer.write(to: folder.path) { set(PackWriter.big(offset), at: Self.names + 24, &$0) }
    #expect(try GuardedPack(stem: stem).way(to: name) == .unsound(.header))
    #expect(DeltaForest.build(ObjectStore(objects: folder.path)).soundPacks == [])
  }

  @Test func `an index that is gone however often the folder is listed is told`() throws {
    var writer = PackWriter()
    writer.add(.blob, content)
    try writer.write(to: folder.path)
    #expect(GuardedPacks(folders: [folder.path]).problems.isEmpty)
    #expect(DeltaForest.build(objects: folder.path, jobs: 1).forest.problems.isEmpty)
    try FileManager.default.removeItem(atPath: stem + ".idx")
    try FileManager.default.createSymbolicLink(
      atPath: stem + ".idx", withDestinationPath: "/nowhere")
    #expect(GuardedPacks(folders: [folder.path]).problems.map(\.code) == [.unreadableFile])
    let problems = DeltaForest.build(objects: folder.path, jobs: 1).forest.problems
    #expect(problems.map(\.code) == [.unreadableFile])
  }

  @Test func `a large offset that the index does not hold is told`() throws {
    var writer = PackWriter()
    let name = writer.add(.blob, content)
    try writer.write(to: folder.path) {
      set([0x80, 0, 0, 1], at: Self.names + 24, &$0)
    }
    #expect(try GuardedPack(stem: stem).way(to: name) == .unsound(.header))
  }

  @Test(arguments: 1...9)
  func `bases that lead in a circle are told`(_ count: Int) throws {
    let names = (0..<count).map { PackWriter.name(.blob, [UInt8($0)]) }
    var writer = PackWriter()
    for number in 0..<count {
      writer.add(
        [1, 1] + PackWriter.copy(0, 1), onName: names[(number + 1) % count], as: names[number])
    }
    let before = PackWriter.name(.blob, [200])
    writer.add([1, 1] + PackWriter.copy(0, 1), onName: names[0], as: before)
    try writer.write(to: folder.path)
    let pack = try GuardedPack(stem: stem)
    for name in names + [before] { #expect(pack.way(to: name) == .unsound(.cycle)) }
  }

  /// The base by distance is in the middle of another entry, where the head of a delta on the first
  /// one stands: no entry begins there, and libgit2 does not care.
  @Test func `a circle through the middle of an entry is told`() throws {
    let name = PackWriter.name(.blob, [1])
    let hidden = PackWriter.head(7, 4) + name.bytes
    var writer = PackWriter()
    writer.add(.blob, hidden)
    // Head of two bytes, head of the stream, of its stored block: then the content.
    let start = writer.offsets[0] + PackWriter.head(3, hidden.count).count + 2 + 5
    let here = 12 + writer.entries[0].bytes.count
    writer.append(
      name, PackWriter.head(6, 4) + [UInt8(here - start)] + PackWriter.stored([1, 1, 1, 1]))
    try writer.write(to: folder.path)
    #expect(try GuardedPack(stem: stem).way(to: name) == .unsound(.cycle))
    let forest = DeltaForest.build(ObjectStore(objects: folder.path))
    #expect(forest.unreadable.map(\.reason) == [.missingBase])
    #expect(forest.soundPacks == [])
  }

  @Test func `a base that is nowhere is told`() throws {
    var writer = PackWriter()
    let (name, base) = (PackWriter.name(.blob, [1]), PackWriter.name(.blob, [2]))
    writer.add([1, 1] + PackWriter.copy(0, 1), onName: base, as: name)
    try writer.write(to: folder.path)
    #expect(try GuardedPack(stem: stem).way(to: name) == .unsound(.missingBase))
  }

  @Test func `an index that does not fit is refused`() throws {
    var writer = PackWriter()
    for number in 0..<9 { writer.add(.blob, [UInt8(number)]) }
    try writer.write(to: folder.path)
    #expect(problem() == nil)
    try writer.write(to: folder.path) { $0.insert(contentsOf: [1, 2, 3, 4], at: 1100) }
    #expect(problem() == .badIndex)
    try writer.write(to: folder.path) { $0.removeLast(24) }
    #expect(problem() == .badIndex)
    try writer.write(to: folder.path) { set([0, 1, 0, 0], at: 8, &$0) }
    #expect(problem() == .badIndex)
    try Data().write(to: URL(filePath: stem + ".idx"))
    #expect(problem() == .unreadableFile)
  }

  @Test func `a pack that is not the index's is refused`() throws {
    var writer = PackWriter()
    writer.add(.blob, content)
    try writer.write(to: folder.path)
    let url = URL(filePath: stem + ".pack")
    let whole = try Data(contentsOf: url)
    for damaged in [whole.dropLast(1), whole.prefix(31), Data(whole.map { $0 ^ 1 }), whole + [0]] {
      try Data(damaged).write(to: url)
      #expect(problem() == .badPack)
    }
  }

  @Test func `packs that cannot be used are told with the others`() throws {
    var writer = PackWriter()
    writer.add(.blob, content)
    try writer.write(to: folder.path)
    try writer.write(to: folder.path, name: "pack-2") { $0.removeLast(24) }
    try Data("x".utf8).write(to: URL(filePath: folder.path + "/pack/pack-3.idx"))
    let packs = GuardedPacks(folders: [folder.path, folder.path + "/nowhere"])
    #expect(packs.packs.map(\.stem) == [stem])
    #expect(packs.problems.map(\.code) == [.badIndex])
    #expect(!packs.hasMultiPackIndex)
    try Data("x".utf8).write(to: URL(filePath: folder.path + "/pack/multi-pack-index"))
    #expect(GuardedPacks(folders: [folder.path]).hasMultiPackIndex)
  }

  @Test func `two entries of one name must both be its object`() throws {
    var writer = PackWriter()
    let name = writer.add(.blob, content)
    writer.append(name, writer.entries[0].bytes)
    writer.add(.blob, [1])
    try writer.write(to: folder.path)
    var forest = DeltaForest.build(ObjectStore(objects: folder.path))
    #expect(forest.problems == [] && forest.objectCount == 2)
    // Which of both libgit2 takes is not known.
    #expect(forest.soundPacks == [])
    writer.append(name, PackWriter.head(3, 1) + PackWriter.stored([7]))
    try writer.write(to: folder.path)
    forest = DeltaForest.build(ObjectStore(objects: folder.path))
    #expect(forest.problems.map(\.code) == [.badPack])
    #expect(forest.problems.first?.description.contains("\(name) twice") == true)
  }
}
