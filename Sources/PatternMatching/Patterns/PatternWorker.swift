/// Searches contents for the patterns of a set; one for each worker, never shared.
@safe public final class PatternWorker {
  public let set: PatternSet

  let search: UnsafeMutablePointer<AnchorSearch>
  var evaluator: AnchorEvaluator
  /// Anchors of contents that others may be built on, by slot.
  var slots: [CarriedAnchors] = []
  /// What a search by copies relies on; changed by tests of the tests only.
  var rules = CarryingRules.exact
  /// What a search but for known regions relies on; changed by tests only.
  var regionRules = KnownRegions.Rules.exact
  private var knownRegions: UnsafeMutablePointer<KnownRegions>?
  var counts: [Int32]
  var isCapped: [Bool]
  /// Bytes searched so far; the fast searcher is worth its start only for many, and for fewer where
  /// it was prepared.
  private var searched = 0
  var fastThreshold: Int
  static let worthBuilding = 1 << 20
  static let worthReading = 1 << 18
  private var table: LiteralTable?
  #if VECTORSCAN
    private var scratch: VectorscanDatabase.Scratch?
  #endif

  /// More anchors of one pattern in one content: the pattern could not judge there. By number,
  /// never by time, so that every way of searching says the same.
  static let mostAnchors: Int32 = 100_000

  public init(_ set: PatternSet) throws(PatternError) {
    let evaluator = try AnchorEvaluator(set)
    self.set = set
    self.evaluator = evaluator
    fastThreshold = set.isPrepared ? Self.worthReading : Self.worthBuilding
    counts = [Int32](repeating: 0, count: set.count)
    isCapped = [Bool](repeating: false, count: set.count)
    let tables = set.tables
    unsafe search = .allocate(capacity: 1)
    unsafe search.initialize(
      to: AnchorSearch(
        content: UnsafeRawPointer(tables.uses).assumingMemoryBound(to: UInt8.self),
        literals: tables.literals, uses: tables.uses,
        guards: WorkerGuards(tables), anchors: AnchorList()))
  }

  deinit {
    unsafe search.pointee.guards.free()
    unsafe search.pointee.anchors.free()
    unsafe search.pointee.held.free()
    unsafe search.pointee.open.free()
    unsafe search.deallocate()
    for slot in slots { slot.free() }
    if let known = unsafe knownRegions {
      unsafe known.pointee.free()
      unsafe known.deallocate()
    }
  }

  /// Every match of every pattern in a content, sorted, each once.
  public func matches(in content: Span<UInt8>, into matches: inout [PatternMatch]) {
    unsafe search.pointee.holds = false
    evaluator.forgetResults()
    findAll(in: content, into: &matches)
  }

  /// Searches literals in a part of the content at hand.
  func scan(_ low: Int, _ high: Int) {
    guard high - low >= 2 else { return }
    searched += high - low
    #if VECTORSCAN
      if let scratch {
        if unsafe scratch.scan(search, from: low, to: high) { return }
      } else if searched >= fastThreshold {
        let builds = !set.isPrepared || fastThreshold >= Self.worthBuilding
        scratch = set.vectorscan(builds: builds).flatMap { VectorscanDatabase.Scratch($0) }
        if scratch == nil { fastThreshold = builds ? .max : Self.worthBuilding }
        return scan(low, high)
      }
    #endif
    let simple = table ?? set.simple()
    table = simple
    unsafe simple.scan(search, from: low, to: high)
  }

  /// Searches literals in a part of a content that was made by copying, unless what stands there is
  /// known.
  func scanRegion(_ low: Int, _ high: Int) {
    guard KnownRegions.takes(low, high) else { return scan(low, high) }
    let known = unsafe knownRegions ?? makeKnownRegions()
    if unsafe known.pointee.tell(low, high, to: search) { return }
    unsafe search.pointee.open.count = 0
    scan(low, high)
    let open = unsafe search.pointee.open
    unsafe known.pointee.note(low, open.count < AnchorList.mostOpen ? open : nil)
  }

  private func makeKnownRegions() -> UnsafeMutablePointer<KnownRegions> {
    let known = UnsafeMutablePointer<KnownRegions>.allocate(capacity: 1)
    unsafe known.initialize(to: KnownRegions(regionRules))
    unsafe knownRegions = unsafe known
    return unsafe known
  }

  /// The patterns of which a literal stands in a part of a content, sorted.
  public func patternsWithLiterals(in part: Range<Int>, of content: Span<UInt8>) -> [Int] {
    let part = part.clamped(to: 0..<content.count)
    var found: Set<Int> = []
    for number in 0..<set.tables.useCount {
      let use = set.tables.use(Int32(number))
      guard use.encoding == .plain, !found.contains(Int(use.pattern)) else { continue }
      let literal = set.literals[Int(use.literal)]
      let last = part.upperBound - literal.bytes.count
      guard part.lowerBound <= last else { continue }
      let stands = (part.lowerBound...last).contains { start in
        literal.bytes.indices.allSatisfy { offset in
          let byte = content[start + offset]
          let isLetter = literal.isCaseless && ByteSet.letters.contains(byte)
          return (isLetter ? byte | 0x20 : byte) == literal.bytes[offset]
        }
      }
      if stands { found.insert(Int(use.pattern)) }
    }
    return found.sorted()
  }

  /// The secret's bytes, decoded where the match is encoded.
  public func secretBytes(of match: PatternMatch, in content: Span<UInt8>) -> [UInt8] {
    guard match.secret.upperBound <= content.count else { return [] }
    let written = match.secret.map { content[$0] }
    return DecodedText.decode(written, match.encoding, phase: match.phase)
  }
}
