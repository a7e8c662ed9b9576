/// The literals of a distinctive pattern as they look in encoded text.
extension PatternDraft {
  /// Shorter literals have too many accidental twins in encoded text.
  private static let shortest = 4
  /// Hits in a megabyte up to which a literal is distinctive.
  private static let mostHits = 2.0
  /// Encoded text that is looked at on each side, in bytes.
  static let widest = 12 << 10

  mutating func addEncodedUses() {
    for item in items {
      guard let text = item.text, item.use.kind == .fixed, !item.literal.isCaseless,
        text.bytes.count >= Self.shortest, text.hitsPerMegabyte < Self.mostHits
      else { continue }
      addBase64(item, text)
      addHexadecimal(item, text)
      addUTF16(item, text)
      addEscapes(item, text, .percent, UInt8(ascii: "%"))
      addEscapes(item, text, .escaped, UInt8(ascii: "\\"))
    }
  }

  /// The literal as it is, where only what stands round it is escaped, and as it is written where
  /// it holds such bytes itself.
  private mutating func addEscapes(
    _ item: Item, _ text: LiteralText, _ encoding: ContentEncoding, _ mark: UInt8
  ) {
    var plan = GuardPlan()
    // A guard sees an escape right before the literal: where the match begins farther left, one
    // before that is not seen.
    if item.use.nearest == 0 {
      if isUnmistakable(text, mark) { plan = item.plan }
      plan.run = nil
      plan.wanted = mark
    }
    add(item, item.literal.bytes, encoding, plan, alignment: 0)
    for written in Escapes.writings(of: text.bytes, encoding) {
      let kept = Array(written.prefix(LiteralText.longest))
      add(item, kept, encoding, GuardPlan(), alignment: 0)
    }
  }

  /// Whether what is matched where a text stands as it is can be matched by that text alone: two of
  /// which one begins with the other may both stand there, the longer with an escape in it, and a
  /// text that holds the mark may be the beginning of an escape.
  private func isUnmistakable(_ text: LiteralText, _ mark: UInt8) -> Bool {
    func folded(_ text: LiteralText) -> [UInt8] {
      text.bytes.map { ByteSet.letters.contains($0) ? $0 | 0x20 : $0 }
    }
    let own = folded(text)
    return !text.bytes.contains(mark)
      && items.allSatisfy { item in
        guard let other = item.text else { return true }
        if other == text { return true }
        let others = folded(other)
        return item.use.nearest == 0 && !others.starts(with: own) && !own.starts(with: others)
      }
  }

  private mutating func addBase64(_ item: Item, _ text: LiteralText) {
    for alignment in 0..<3 {
      var seen: Set<[UInt8]> = []
      for isURL in [false, true] {
        let all = Base64.characters(text.bytes, alignment: alignment, isURL: isURL)
        guard seen.insert(all).inserted, all.count >= Self.shortest else { continue }
        let kept = Array(all.prefix(LiteralText.longest))
        // The tail's bits, less those that share a character with the literal.
        let more = all.count - kept.count + max(0, item.tail.minimum * 8 / 6 - 1)
        var plan = GuardPlan()
        if more > 0 { plan.rows = [Self.steps(Base64.alphabet, more)] }
        add(item, kept, .base64, plan, alignment: alignment)
      }
    }
  }

  private mutating func addHexadecimal(_ item: Item, _ text: LiteralText) {
    let all = Hexadecimal.characters(text.bytes)
    let kept = Array(all.prefix(LiteralText.longest))
    let more = all.count - kept.count + 2 * item.tail.minimum
    var plan = GuardPlan()
    if more > 0 { plan.rows = [Self.steps(Hexadecimal.alphabet, more)] }
    add(item, kept, .hexadecimal, plan, alignment: 0)
  }

  private mutating func addUTF16(_ item: Item, _ text: LiteralText) {
    let kept = text.bytes.prefix(LiteralText.longest / 2)
    let pairs = min(text.bytes.count - kept.count + item.tail.minimum, GuardPlan.encodedReach / 2)
    let zero = GuardPlan.Step(set: ByteSet(0), minimum: 1, maximum: 1)
    let other = GuardPlan.Step(set: ByteSet(0).inverted, minimum: 1, maximum: 1)
    var plan = GuardPlan()
    plan.rows = [(0..<pairs).flatMap { _ in [zero, other] }]
    // Begins and ends with a character, so that it stands in both byte orders.
    let bytes: [UInt8] = kept.flatMap { [$0, 0] }
    add(item, Array(bytes.dropLast()), .utf16, plan, alignment: 0)
  }

  private static func steps(_ set: ByteSet, _ count: Int) -> [GuardPlan.Step] {
    let count = min(count, GuardPlan.encodedReach)
    return [GuardPlan.Step(set: set, minimum: count, maximum: count)]
  }

  private mutating func add(
    _ item: Item, _ bytes: [UInt8], _ encoding: ContentEncoding, _ plan: GuardPlan,
    alignment: Int
  ) {
    var use = item.use
    use.encoding = encoding
    use.alignment = UInt8(alignment)
    use.length = Int32(bytes.count)
    let scale = use.scale
    let before = Int(item.use.windowBefore) * scale + 8
    let after = (Int(item.use.plainLength) + Int(item.use.windowAfter)) * scale + 8
    use.windowBefore = Int32(min(before, Self.widest))
    use.windowAfter = Int32(min(after, Self.widest))
    // The digits of an escape are written in either case.
    let isCaseless =
      encoding == .hexadecimal && bytes.contains(where: ByteSet.letters.contains)
      || bytes != item.literal.bytes && (encoding == .percent || encoding == .escaped)
    items.append(
      Item(
        literal: SearchedLiteral(
          bytes: isCaseless ? bytes.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 } : bytes,
          isCaseless: isCaseless), use: use, plan: plan,
        text: nil, tail: item.tail))
  }
}
