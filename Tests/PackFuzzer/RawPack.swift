/// A pack and an index as the input has them, with some checksums put right on demand.
struct RawPack {
  private var pack: [UInt8]
  private var index: [UInt8]

  /// Bits of the first byte: 2 puts the pack's checksum right, 4 the index's, 8 the pack's inside
  /// the index, 16 the CRC-32 of each entry.
  init(_ input: [UInt8]) {
    let length = (1...4).reduce(0) { $0 << 8 | Int(input[$1]) }
    let rest = input[5...]
    pack = Array(rest.prefix(length))
    index = Array(rest.dropFirst(length))
    let mode = input[0]
    if mode & 2 != 0 { Self.seal(&pack) }
    if mode & 16 != 0 { repairEntryChecksums() }
    if mode & 8 != 0, pack.count >= 20, index.count >= 40 {
      index.replaceSubrange((index.count - 40)..<(index.count - 20), with: pack.suffix(20))
    }
    if mode & 4 != 0 { Self.seal(&index) }
  }

  /// Puts the digest of all that stands before them into the last 20 bytes.
  private static func seal(_ bytes: inout [UInt8]) {
    guard bytes.count >= 20 else { return }
    let body = Array(bytes.dropLast(20))
    bytes = body + ByteText.digest(body)
  }

  /// An index of version 2: 8 bytes of head, 256 counts, then names, checksums and offsets.
  private mutating func repairEntryChecksums() {
    guard index.count >= 1032 + 40 else { return }
    let count = ByteText.number(index, at: 8 + 255 * 4)
    guard count > 0, count < 10_000, index.count >= 1032 + count * 28 + 40 else { return }
    let sums = 1032 + count * 20
    let places = (0..<count).map { ByteText.number(index, at: sums + count * 4 + $0 * 4) }
    let ends = places.sorted() + [pack.count - 20]
    for (entry, place) in places.enumerated() {
      guard let end = ends.first(where: { $0 > place }), end <= pack.count else { continue }
      let sum = ByteText.crc32(pack[place..<end])
      index.replaceSubrange((sums + entry * 4)..<(sums + entry * 4 + 4), with: ByteText.big(sum))
    }
  }

  func check() {
    FuzzFolder.write(pack, as: ".pack")
    FuzzFolder.write(index, as: ".idx")
    let found = FuzzFolder.walk()
    for name in found.objects.keys {
      precondition(!found.missed.contains(name), "an object is read and missed")
    }
    guard found.forest.problems.isEmpty else { return }
    // Without a problem every name of the index has been read or is named as unread.
    let count = ByteText.number(index, at: 8 + 255 * 4)
    var names: Set<ObjectName> = []
    for entry in 0..<count {
      let at = 1032 + entry * 20
      guard let name = ObjectName(bytes: index[at..<(at + 20)]) else { fatalError("no name") }
      names.insert(name)
    }
    precondition(
      names == Set(found.objects.keys).union(found.unread), "an object is neither read nor named")
  }
}
