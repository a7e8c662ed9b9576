/// A pack that is true to its entries, and what a plain reading of the entries gives.
///
/// An entry is one byte of type (1 to 4 whole, 5 a blob of 64 times the bytes, 6 a delta by offset, 7
/// by name, 0 anything), one that says which entry it is built on and how it is written, two of
/// length, and its bytes: the content, or the delta's instructions without its two sizes.
struct WrittenPack {
  private struct Entry {
    var name: ObjectName
    /// Nil where a plain reading finds it damaged.
    var result: (kind: ObjectKind, content: [UInt8])?
  }

  private var entries: [Entry] = []
  private var offsets: [Int] = []
  private var bodies: [[UInt8]] = []
  private var size = 12

  init(_ input: ArraySlice<UInt8>) {
    var rest = input
    while rest.count >= 4, entries.count < 300 {
      let head = Array(rest.prefix(4))
      let length = min(Int(head[2]) << 8 | Int(head[3]), rest.count - 4)
      let payload = Array(rest.dropFirst(4).prefix(length))
      rest = rest.dropFirst(4 + length)
      add(type: head[0] % 8, choice: Int(head[1]), payload)
    }
  }

  private mutating func add(type: UInt8, choice: Int, _ payload: [UInt8]) {
    // One in eight declares another size than it has.
    let lie = choice % 8 == 7 ? 1 : 0
    if let kind = type == 5 ? .blob : ObjectKind(rawValue: type) {
      let content = type == 5 ? Array([[UInt8]](repeating: payload, count: 64).joined()) : payload
      append(
        PlainReading.head(kind.rawValue, content.count + lie) + ByteText.deflated(content),
        lie == 0 ? (kind, content) : nil)
    } else if type >= 6, !entries.isEmpty {
      let base = choice / 8 * entries.count / 32
      let result = entries[base].result
      let sizes = PlainReading.sizes(payload, onto: result?.content.count ?? 0)
      let delta = sizes + payload
      var content = result.flatMap { PlainReading.applied(payload, onto: $0.content) }
      if lie == 1 { content = nil }
      let link =
        type == 6 ? PlainReading.distance(size - offsets[base]) : entries[base].name.bytes
      append(
        PlainReading.head(type, delta.count + lie) + link + ByteText.deflated(delta),
        content.map { (result?.kind ?? .blob, $0) })
    } else {
      append([type << 4 | UInt8(choice & 15)] + payload, nil)
    }
  }

  private mutating func append(_ bytes: [UInt8], _ result: (kind: ObjectKind, content: [UInt8])?) {
    let name =
      result.map { ByteText.name($0.kind, $0.content) }
      ?? ByteText.name(.blob, Array("damaged \(entries.count)".utf8))
    // The same object twice in one pack is another matter than the one that is checked here.
    guard !entries.contains(where: { $0.name == name }) else { return }
    entries.append(Entry(name: name, result: result))
    offsets.append(size)
    bodies.append(bytes)
    size += bytes.count
  }

  private func write() {
    var pack = Array("PACK".utf8) + ByteText.big(2) + ByteText.big(UInt32(entries.count))
    for body in bodies { pack += body }
    let seal = ByteText.digest(pack)
    let order = entries.indices.sorted { entries[$0].name < entries[$1].name }
    var index: [UInt8] = [0xff, 0x74, 0x4f, 0x63] + ByteText.big(2)
    var counts = [UInt32](repeating: 0, count: 256)
    for entry in entries { counts[Int(entry.name.first >> 56)] += 1 }
    var total: UInt32 = 0
    for count in counts {
      total += count
      index += ByteText.big(total)
    }
    for entry in order { index += entries[entry].name.bytes }
    for entry in order { index += ByteText.big(ByteText.crc32(bodies[entry][...])) }
    for entry in order { index += ByteText.big(UInt32(offsets[entry])) }
    index += seal
    FuzzFolder.write(pack + seal, as: ".pack")
    FuzzFolder.write(index + ByteText.digest(index), as: ".idx")
  }

  func check() {
    write()
    let found = FuzzFolder.walk()
    precondition(found.forest.problems.isEmpty, "a true pack is called damaged")
    for entry in entries {
      if let result = entry.result {
        guard let object = found.objects[entry.name] else { fatalError("an object is not read") }
        precondition(object.kind == result.kind, "another kind")
        precondition(object.content == result.content, "another content")
      } else {
        precondition(found.objects[entry.name] == nil, "a damaged object is read")
        precondition(found.unread.contains(entry.name), "a damaged object is not named")
      }
    }
    precondition(found.objects.count == entries.count(where: { $0.result != nil }), "more objects")
  }
}
