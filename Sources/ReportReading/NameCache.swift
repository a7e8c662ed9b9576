/// Member names seen lately, so that a report of a million records holds each name once.
struct NameCache {
  private static let slots = 256
  private var names = [String](repeating: "", count: slots)

  mutating func string(_ bytes: ArraySlice<UInt8>) -> String {
    // Up to 15 bytes a string needs no memory of its own.
    guard bytes.count > 15 else { return String(decoding: bytes, as: UTF8.self) }
    var hash: UInt = 5381
    for byte in bytes { hash = (hash &* 33) ^ UInt(byte) }
    let slot = Int(hash % UInt(Self.slots))
    if names[slot].utf8.elementsEqual(bytes) { return names[slot] }
    let name = String(decoding: bytes, as: UTF8.self)
    names[slot] = name
    return name
  }
}
