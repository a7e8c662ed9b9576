/// A text that is looked for.
struct LiteralText: Hashable, Sendable {
  /// Longer ones are cut: the margins of a search by copies grow with it.
  static let longest = 16

  /// Lower case where case does not count.
  var bytes: [UInt8]
  var isCaseless: Bool
  /// False for the beginning of something longer.
  var isComplete = true

  static let empty = LiteralText(bytes: [], isCaseless: false)

  func followed(by other: LiteralText) -> LiteralText {
    guard isComplete else { return self }
    let joined = bytes + other.bytes
    return LiteralText(
      bytes: Array(joined.prefix(Self.longest)), isCaseless: isCaseless || other.isCaseless,
      isComplete: other.isComplete && joined.count <= Self.longest)
  }

  /// Without case, all of it: what is found is more.
  var normalised: LiteralText {
    var copy = self
    if !bytes.contains(where: ByteSet.letters.contains) { copy.isCaseless = false }
    if copy.isCaseless {
      copy.bytes = bytes.map { ByteSet.letters.contains($0) ? $0 | 0x20 : $0 }
    }
    return copy
  }

  var hitsPerMegabyte: Double {
    ByteFrequency.hitsPerMegabyte(bytes, isCaseless: isCaseless)
  }

  /// For people; what cannot be printed as `\xff`.
  var shown: String {
    let text = bytes.map { byte in
      (0x20...0x7e).contains(byte)
        ? String(Unicode.Scalar(byte)) : "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    return (isCaseless ? "(?i)" : "") + text + (isComplete ? "" : "…")
  }

  static func < (left: LiteralText, right: LiteralText) -> Bool {
    left.bytes == right.bytes
      ? !left.isCaseless && right.isCaseless : left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  /// All texts of an element; nil where there are too many.
  static func texts(of atom: PatternAtom) -> [LiteralText]? {
    switch atom.content {
    case .assertion: return [.empty]
    case .bytes(let set):
      guard atom.maximum == 1 else { return nil }
      let texts = texts(of: set)
      return atom.minimum == 0 ? texts.map { $0 + [.empty] } : texts
    case .choice(let rows):
      var all: [LiteralText] = []
      for row in rows {
        var texts = [LiteralText.empty]
        for atom in PatternAtom.splitting(row) {
          guard let next = product(texts, Self.texts(of: atom)) else { return nil }
          texts = next
        }
        all += texts
        if all.count > most { return nil }
      }
      return all
    }
  }

  /// A literal searcher bears this many for one pattern.
  static let most = 40

  /// Each text followed by each of the next element's; nil where there are too many.
  static func product(_ texts: [LiteralText], _ next: [LiteralText]?) -> [LiteralText]? {
    guard let next, texts.count * next.count <= most else { return nil }
    return texts.flatMap { text in next.map { text.followed(by: $0) } }
  }

  private static func texts(of set: ByteSet) -> [LiteralText]? {
    guard set.count <= 2 * most else { return nil }
    var texts: [LiteralText] = []
    for byte in set.bytes {
      if ByteSet.letters.contains(byte), set.contains(byte ^ 0x20) {
        if byte & 0x20 != 0 { texts.append(LiteralText(bytes: [byte], isCaseless: true)) }
      } else {
        texts.append(LiteralText(bytes: [byte], isCaseless: false))
      }
    }
    return texts.count <= most ? texts : nil
  }
}
