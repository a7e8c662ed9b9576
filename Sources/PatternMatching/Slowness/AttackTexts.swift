/// Texts that may make a pattern backtrack: see ``SlowInputSearch``.
struct AttackTexts {
  /// Kinds of bytes that are told apart at most, and texts for one pattern.
  private static let mostKinds = 16
  private static let mostInputs = 1024
  /// Repetitions of fewer cannot grow.
  private static let fewestRepeats = 8
  private static let longestStart = 512
  private static let longestBetween = 64
  /// Bytes that texts are made of, in the order in which they are taken.
  private static let usual: [UInt8] =
    Array("a1 _-=\"':/.,\n\t".utf8) + Array(UInt8(0x21)...UInt8(0x7e)) + [0x01, 0x80]

  private var inputs: [SlowInput] = []
  private var seen: Set<[UInt8]> = []
  private let kinds: [UInt8]

  static func inputs(for tree: RegexNode) -> [SlowInput] {
    var texts = AttackTexts(kinds: kinds(in: tree))
    texts.visit(tree, start: [])
    return texts.inputs
  }

  private init(kinds: [UInt8]) { self.kinds = kinds }

  /// One byte of each kind: bytes that stand in the same sets of the pattern are the same to it.
  private static func kinds(in tree: RegexNode) -> [UInt8] {
    var sets: Set<ByteSet> = []
    collect(tree, isRepeated: false, into: &sets)
    let ordered = sets.sorted { ($0.words.0, $0.words.1) < ($1.words.0, $1.words.1) }.prefix(64)
    var known: Set<UInt64> = []
    var kinds: [UInt8] = []
    for byte in usual where kinds.count < mostKinds {
      let key = ordered.enumerated().reduce(UInt64(0)) { key, entry in
        entry.element.contains(byte) ? key | 1 << UInt64(entry.offset) : key
      }
      if key != 0, known.insert(key).inserted { kinds.append(byte) }
    }
    return kinds
  }

  /// Sets that stand in repetitions, and classes that tell what may follow one.
  private static func collect(
    _ node: RegexNode, isRepeated: Bool, into sets: inout Set<ByteSet>
  ) {
    switch node {
    case .empty, .opaque: break
    case .byte(let set): if isRepeated || set.count > 2 { sets.insert(set) }
    case .sequence(let parts), .choice(let parts):
      for part in parts { collect(part, isRepeated: isRepeated, into: &sets) }
    case .group(let inner, _): collect(inner, isRepeated: isRepeated, into: &sets)
    case .repeated(let inner, let times):
      collect(inner, isRepeated: isRepeated || mayGrow(times), into: &sets)
    case .assertion(.lookAhead(let inner, _)):
      collect(inner, isRepeated: isRepeated, into: &sets)
    case .assertion: break
    }
  }

  private static func mayGrow(_ times: RegexNode.Repetition) -> Bool {
    times.maximum.map { $0 >= fewestRepeats } ?? true
  }

  private mutating func visit(_ node: RegexNode, start: [UInt8]) {
    guard start.count <= Self.longestStart, inputs.count < Self.mostInputs else { return }
    switch node {
    case .empty, .opaque, .byte: break
    case .sequence(let parts):
      var start = start
      for (index, part) in parts.enumerated() {
        visit(part, start: start)
        addBetween(parts[index...], start: start)
        start += Self.sample(part)
      }
    case .choice(let parts): for part in parts { visit(part, start: start) }
    case .group(let inner, _): visit(inner, start: start)
    case .repeated(let inner, let times):
      if Self.mayGrow(times) { add(inner, start: start) }
      visit(inner, start: start)
    case .assertion(.lookAhead(let inner, _)): visit(inner, start: start)
    case .assertion: break
    }
  }

  private mutating func add(_ inner: RegexNode, start: [UInt8]) {
    let alphabet = inner.alphabet
    for byte in kinds where alphabet.contains(byte) {
      add([byte], alphabet, start: start)
      add(Self.sample(inner, with: byte), alphabet, start: start)
    }
    // What one of its choices takes at once may be what others take in turn.
    for choice in Self.choices(of: inner) { add(Self.sample(choice), alphabet, start: start) }
  }

  private mutating func add(_ pump: [UInt8], _ alphabet: ByteSet, start: [UInt8]) {
    guard !pump.isEmpty, seen.insert(start + [0] + pump).inserted else { return }
    let end = Self.usual.first { !alphabet.contains($0) }
    inputs.append(
      SlowInput(start: start, pump: pump, end: end.map { [$0] } ?? [], size: 0, steps: 0))
  }

  /// What stands between two repetitions, where both take it as well: `x.*,.*` on commas.
  private mutating func addBetween(_ parts: ArraySlice<RegexNode>, start: [UInt8]) {
    guard let first = parts.first, let left = Self.growing(first) else { return }
    var between: [UInt8] = []
    for part in parts.dropFirst() {
      if let right = Self.growing(part) {
        if between.allSatisfy({ left.contains($0) && right.contains($0) }) {
          add(between, left, start: start)
        }
      }
      between += Self.sample(part)
      if between.count > Self.longestBetween || !between.allSatisfy(left.contains) { return }
    }
  }

  /// What a repetition takes that can grow; nil for all else.
  private static func growing(_ node: RegexNode) -> ByteSet? {
    switch node {
    case .repeated(let inner, let times) where mayGrow(times): inner.alphabet
    case .group(let inner, _): growing(inner)
    default: nil
    }
  }

  private static func choices(of node: RegexNode) -> [RegexNode] {
    switch node {
    case .choice(let parts): parts
    case .group(let inner, _): choices(of: inner)
    case .sequence(let parts): parts.flatMap(choices(of:))
    default: []
    }
  }

  /// A short text that a part takes, with one byte wherever it may stand; conditions are passed
  /// over.
  private static func sample(_ node: RegexNode, with byte: UInt8? = nil) -> [UInt8] {
    switch node {
    case .empty, .assertion, .opaque: return []
    case .byte(let set):
      if let byte, set.contains(byte) { return [byte] }
      return (usual.first(where: set.contains) ?? set.bytes.first).map { [$0] } ?? []
    case .sequence(let parts): return parts.flatMap { sample($0, with: byte) }
    case .choice(let parts):
      let fitting = byte.flatMap { byte in parts.first { $0.alphabet.contains(byte) } }
      let shortest = parts.min { $0.width.minimum < $1.width.minimum }
      return sample(fitting ?? shortest ?? .empty, with: byte)
    case .group(let inner, _): return sample(inner, with: byte)
    case .repeated(let inner, let times):
      let isUseful = byte.map { inner.alphabet.contains($0) } ?? false
      let count = max(times.minimum, isUseful && times.maximum != 0 ? 1 : 0)
      let once = sample(inner, with: byte)
      return (0..<min(count, longestStart)).flatMap { _ in once }
    }
  }
}
