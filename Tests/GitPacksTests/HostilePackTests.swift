import Foundation
import TestSupport
import Testing

@testable import GitPacks

/// Packs that no git writes: each is named as a problem, none crashes or is taken for whole.
@Suite struct HostilePackTests {
  let folder: TemporaryDirectory
  let base = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

  init() throws { folder = try TemporaryDirectory() }

  private func collect(_ writer: PackWriter, limits: ReadingLimits = .init()) throws
    -> CollectingVisitor
  {
    try writer.write(to: folder.path)
    return try CollectingVisitor.collect(folder.path, limits: limits)
  }

  static let damagedDeltas: [(String, @Sendable (Int) -> [UInt8])] = [
    ("copies behind the base's end", { PackWriter.number($0) + [10] + PackWriter.copy(30, 10) }),
    (
      "copies from far away",
      { PackWriter.number($0) + [10, 0xff] + [255, 255, 255, 255, 10, 0, 0] }
    ),
    ("gives too much", { PackWriter.number($0) + [4] + PackWriter.copy(0, 10) }),
    ("gives too little", { PackWriter.number($0) + [20] + PackWriter.copy(0, 10) }),
    ("inserts more than it has", { PackWriter.number($0) + [100, 99, 1, 2, 3] }),
    ("holds the reserved operation", { PackWriter.number($0) + [1, 0, 1] }),
    ("ends inside an operation", { PackWriter.number($0) + [10, 0xff, 0] }),
    ("is for a base of another size", { PackWriter.number($0 + 1) + [1] + PackWriter.copy(0, 1) }),
    ("is empty", { _ in [] }),
    ("has a number without end", { _ in [UInt8](repeating: 0x80, count: 20) }),
  ]

  @Test(arguments: damagedDeltas.indices)
  func `a delta that does not fit is named, and so is what hangs below it`(_ number: Int) throws {
    var writer = PackWriter()
    let root = writer.add(.blob, base)
    let bad = writer.add(Self.damagedDeltas[number].1(base.count), on: 0, gives: [1])
    let below = writer.add([1, 1] + PackWriter.insert([7]), on: 1, gives: [2])
    let good = writer.add(
      PackWriter.number(36) + [3] + PackWriter.copy(1, 3), on: 0, gives: Array("123".utf8))
    let found = try collect(writer)
    #expect(Set(found.objects.keys) == [root, good])
    #expect(found.unread == [bad: .delta, below: .damagedBase])
  }

  @Test func `deltas on each other are a cycle`() throws {
    var writer = PackWriter()
    let (first, second) = (PackWriter.name(.blob, [1]), PackWriter.name(.blob, [2]))
    writer.add([1, 1] + PackWriter.copy(0, 1), onName: second, as: first)
    writer.add([1, 1] + PackWriter.copy(0, 1), onName: first, as: second)
    let found = try collect(writer)
    #expect(found.objects.isEmpty)
    #expect(found.unread == [first: .cycle, second: .cycle])
  }

  @Test func `a base that is nowhere is missing`() throws {
    var writer = PackWriter()
    let name = PackWriter.name(.blob, [1])
    writer.add([1, 1] + PackWriter.copy(0, 1), onName: PackWriter.name(.blob, [2]), as: name)
    #expect(try collect(writer).unread == [name: .missingBase])
  }

  @Test func `a base in another pack or a loose object is found`() throws {
    var first = PackWriter()
    first.add(.blob, base)
    try first.write(to: folder.path, name: "pack-2")
    let loose = try GitRepository()
    let text = try loose.git(["hash-object", "-w", "--stdin"], input: Data(base.dropLast(2)))
    let from = loose.objectsPath + "/\(text.prefix(2))/\(text.dropFirst(2))"
    try folder.write(
      try Data(contentsOf: URL(filePath: from)), to: "\(text.prefix(2))/\(text.dropFirst(2))")
    var thin = PackWriter()
    let delta = { (size: Int) in PackWriter.number(size) + [5] + PackWriter.copy(2, 5) }
    let result = PackWriter.name(.blob, Array("23456".utf8))
    thin.add(delta(36), onName: PackWriter.name(.blob, base), as: result)
    let second = PackWriter.name(.blob, Array("34567".utf8))
    thin.add(
      PackWriter.number(34) + [5] + PackWriter.copy(3, 5),
      onName: try #require(ObjectName(hexadecimal: text)), as: second)
    let found = try collect(thin)
    #expect(found.unread.isEmpty)
    #expect(found.objects[result]?.content == Array("23456".utf8))
    #expect(found.objects[second]?.content == Array("34567".utf8))
    #expect(found.objects.count == 4)
  }

  @Test func `a declared size beyond what its bytes can hold is not allocated`() throws {
    var writer = PackWriter()
    let bomb = writer.add(.blob, [1, 2, 3], declared: 1 << 40)
    let small = writer.add(.blob, [1, 2, 3, 4], declared: 5)
    let found = try collect(writer)
    #expect(found.unread == [bomb: .ratio, small: .size])
  }

  @Test func `an object beyond the limit is named`() throws {
    var writer = PackWriter()
    let large = writer.add(.blob, [UInt8](repeating: 9, count: 5000))
    let grown = writer.add(.blob, base)
    let result = writer.add(
      PackWriter.number(36) + PackWriter.number(1 << 30)
        + [UInt8](repeating: 0x80, count: 1 << 10), on: 1, gives: [1])
    let found = try collect(writer, limits: ReadingLimits(objectBytes: 4000))
    #expect(found.unread == [large: .tooLarge, result: .tooLarge])
    #expect(Set(found.objects.keys) == [grown])
  }

  @Test func `a chain of ten thousand deltas needs two buffers and no recursion`() throws {
    var writer = PackWriter()
    writer.add(.blob, base)
    for step in 0..<10_000 {
      let tail = Array(String(100_000 + step).utf8)
      let size = step == 0 ? 36 : 42
      writer.add(
        PackWriter.number(size) + [42] + PackWriter.copy(0, 36) + PackWriter.insert(tail),
        on: step, gives: base + tail)
    }
    try writer.write(to: folder.path)
    let forest = DeltaForest.build(ObjectStore(objects: folder.path))
    let walker = try #require(TreeWalker(forest))
    let visitor = CollectingVisitor(forest)
    for tree in forest.trees(of: .blob) { walker.walk(tree, visitor) }
    #expect(visitor.objects.count == 10_001)
    #expect(walker.slotCount == 2)
  }

  static let damagedIndexes: [(String, @Sendable (inout [UInt8]) -> Void)] = [
    ("version", { $0[7] = 3 }),
    ("count", { $0[8 + 1023] += 1 }),
    ("fan-out that falls", { $0[8 + 3] = 2 }),
    (
      "order of names",
      { $0.replaceSubrange(1032..<1052, with: [UInt8](repeating: 255, count: 20)) }
    ),
    ("checksum of the pack", { $0[$0.count - 1] ^= 1 }),
    ("cut short", { $0.removeLast(4) }),
  ]

  @Test(arguments: damagedIndexes.indices)
  func `a damaged index is refused as a whole`(_ number: Int) throws {
    var writer = PackWriter()
    writer.add(.blob, base)
    writer.add(.blob, [1])
    try writer.write(to: folder.path, change: Self.damagedIndexes[number].1)
    let found = try CollectingVisitor.collect(folder.path)
    #expect(found.objects.isEmpty)
    #expect(found.forest.problems.count == 1)
  }

  @Test func `offsets outside of the pack and wrong checksums concern one object each`() throws {
    var writer = PackWriter()
    for value in 0..<20 { writer.add(.blob, [UInt8(value), 1, 2]) }
    try writer.write(to: folder.path) { index in
      let checksums = 8 + 1024 + 20 * 20
      index[checksums + 4 * 3] ^= 1
      index.replaceSubrange((checksums + 20 * 4)..<(checksums + 20 * 4 + 4), with: [127, 0, 0, 0])
      index.replaceSubrange(
        (checksums + 20 * 4 + 4)..<(checksums + 20 * 4 + 8), with: [255, 0, 0, 1])
    }
    let found = try CollectingVisitor.collect(folder.path)
    // The entries in front of the lost ones seem too long and fail their checksum as well.
    #expect((15...17).contains(found.objects.count))
    #expect(found.unread.count == 20 - found.objects.count)
    #expect(Set(found.unread.values) == [.header, .checksum])
  }

  @Test func `a pack that is cut after the index was written is refused`() throws {
    var writer = PackWriter()
    writer.add(.blob, base)
    try writer.write(to: folder.path)
    let pack = folder.url.appending(path: "pack/pack-1.pack")
    try Data(try Data(contentsOf: pack).dropLast(5)).write(to: pack)
    #expect(try CollectingVisitor.collect(folder.path).forest.problems.map(\.code) == [.badPack])
    try FileManager.default.removeItem(at: pack)
    #expect(
      try CollectingVisitor.collect(folder.path).forest.problems.map(\.code) == [.missingPack])
  }
}
