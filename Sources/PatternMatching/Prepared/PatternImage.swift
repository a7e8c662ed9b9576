/// What is derived from many patterns, worked out when the program was built: where to look for each
/// and which guards to pass. Deriving it takes hundreds of milliseconds, reading it one or two.
public struct PatternImage: Sendable {
  /// What belongs to one pattern.
  struct Entry: Sendable {
    /// Of the source, see ``fingerprint(of:)``.
    var fingerprint: UInt64
    /// The pattern as it is run, where an optional beginning was left out.
    var text: String?
    /// Of ``uses``.
    var uses: Range<Int>
  }

  private(set) var literals: [SearchedLiteral] = []
  /// For each literal the place of its rarest pair of bytes.
  private(set) var pairOffsets: [UInt8] = []
  private(set) var guards: [GuardPlan] = []
  /// Those of a pattern are neighbours; the pattern's number is not set.
  private(set) var uses: [LiteralUse] = []
  private var entries: [String: Entry] = [:]
  /// Of all literals.
  let searcher: PreparedSearcher?

  /// Whether a set of so many sources may hold most of its patterns; its literals are all searched
  /// for.
  func isWorthwhile(for count: Int) -> Bool { 2 * count > entries.count }

  /// Whether a source is one of those that the image was made of.
  public func holds(_ source: PatternSource) -> Bool { entry(for: source) != nil }

  /// What was derived from a source; nil where it was another one.
  func entry(for source: PatternSource) -> Entry? {
    guard let entry = entries[source.id], entry.fingerprint == Self.fingerprint(of: source) else {
      return nil
    }
    return entry
  }

  /// In the manner of FNV-1a (Fowler, Noll and Vo), eight bytes at a time, of everything in a source
  /// that is derived from.
  static func fingerprint(of source: PatternSource) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ word: UInt64) {
      hash = (hash ^ word) &* 0x100_0000_01b3
      hash ^= hash >> 29
    }
    func add(_ text: String) {
      add(UInt64(text.utf8.count))
      var (word, count) = (UInt64(0), 0)
      for byte in text.utf8 {
        word = word << 8 | UInt64(byte)
        count += 1
        if count & 7 == 0 { add(word) }
      }
      add(word)
    }
    add(source.pattern)
    add(UInt64(source.keywords.count))
    for keyword in source.keywords { add(keyword) }
    for number in [source.secretGroup, source.before, source.after] {
      add(UInt64(bitPattern: Int64(number ?? -1)))
    }
    return hash
  }

  // MARK: reading

  /// - Parameters:
  ///   - text: of ``text(of:)``.
  ///   - searcher: of ``searcherText(of:)`` for the same sources.
  public init(_ text: StaticString, searcher: StaticString = "") {
    self.searcher = PreparedSearcher(searcher)
    text.withUTF8Buffer { bytes in
      var reader = unsafe NumberTextReader(bytes)
      read(&reader)
    }
  }

  init(text: String, searcher: String = "") {
    self.searcher = PreparedSearcher(text: searcher)
    let bytes = Array(text.utf8)
    unsafe bytes.withUnsafeBufferPointer { bytes in
      var reader = unsafe NumberTextReader(bytes)
      read(&reader)
    }
  }

  private mutating func read(_ reader: inout NumberTextReader) {
    var count = reader.count()
    literals.reserveCapacity(reader.most(count))
    pairOffsets.reserveCapacity(reader.most(count))
    for _ in 0..<count {
      literals.append(SearchedLiteral(bytes: reader.bytes(), isCaseless: reader.flag()))
      pairOffsets.append(UInt8(truncatingIfNeeded: reader.number()))
    }
    var sets: [ByteSet] = []
    for _ in 0..<reader.count() {
      sets.append(
        ByteSet(words: (reader.number(), reader.number(), reader.number(), reader.number())))
    }
    count = reader.count()
    guards.reserveCapacity(reader.most(count))
    for _ in 0..<count { guards.append(reader.plan(sets)) }
    uses.reserveCapacity(reader.most(reader.count()))
    count = reader.count()
    entries.reserveCapacity(reader.most(count))
    for _ in 0..<count {
      let id = String(decoding: reader.bytes(), as: UTF8.self)
      let fingerprint = reader.number()
      let text = reader.flag() ? String(decoding: reader.bytes(), as: UTF8.self) : nil
      let start = uses.count
      for _ in 0..<reader.count() { uses.append(reader.use()) }
      entries[id] = Entry(fingerprint: fingerprint, text: text, uses: start..<uses.count)
    }
  }
}

extension NumberTextReader {
  fileprivate mutating func plan(_ sets: [ByteSet]) -> GuardPlan {
    var plan = GuardPlan()
    plan.previous = sets[count()]
    plan.allowsStart = flag()
    plan.wanted = UInt8(truncatingIfNeeded: number())
    if flag() { plan.run = GuardRun(set: sets[count()], length: count(), latest: count()) }
    plan.rows = []
    for _ in 0..<count() {
      var row: [GuardPlan.Step] = []
      for _ in 0..<count() {
        let (set, minimum, maximum) = (sets[count()], count(), count())
        row.append(
          GuardPlan.Step(set: set, minimum: minimum, maximum: maximum == 0 ? nil : maximum - 1))
      }
      plan.rows.append(row)
    }
    return plan
  }

  fileprivate mutating func use() -> LiteralUse {
    LiteralUse(
      pattern: -1, literal: signed(), guardNumber: signed(),
      kind: LiteralUse.Kind(rawValue: UInt8(truncatingIfNeeded: number())) ?? .fixed,
      encoding: ContentEncoding(rawValue: UInt8(truncatingIfNeeded: number())) ?? .plain,
      alignment: UInt8(truncatingIfNeeded: number()), length: signed(), plainLength: signed(),
      nearest: signed(), furthest: signed(), windowBefore: signed(), windowAfter: signed())
  }
}
