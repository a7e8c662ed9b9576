/// Runs patterns on the windows of anchors.
@safe final class AnchorEvaluator {
  private let set: PatternSet
  private let scratch: MatchScratch
  private var pool: ResultPool
  /// Codes of this worker by pattern: anchored ones, then searching ones.
  private var codes: [PatternCode?]

  /// Searches for one anchor before it counts as a limit.
  private static let mostTries = 256

  init(_ set: PatternSet) throws(PatternError) {
    let scratch = try MatchScratch()
    self.set = set
    self.scratch = scratch
    pool = ResultPool()
    codes = Array(repeating: nil, count: 2 * set.count)
  }

  deinit { pool.free() }

  /// Results are numbers until here.
  func forgetResults() { pool.removeAll() }

  /// The number of the anchor's result; what it says depends on the bytes of the window only.
  func evaluate(_ anchor: Anchor, in content: UnsafeBufferPointer<UInt8>) -> Int32 {
    let use = set.tables.use(anchor.use)
    let start = Int(anchor.start)
    let low = max(0, start - Int(use.windowBefore))
    let high = min(content.count, start + Int(use.length) + Int(use.windowAfter))
    let window = unsafe UnsafeBufferPointer(rebasing: content[low..<high])
    guard use.encoding == .plain else {
      return unsafe evaluateEncoded(use, window, literal: start - low)
    }
    return unsafe run(use, window, literal: start - low, length: Int(use.length), decoded: nil)
  }

  /// - Parameters:
  ///   - literal: where it stands in the subject.
  ///   - decoded: where the subject's bytes come from, relative to the anchor.
  private func run(
    _ use: LiteralUse, _ subject: UnsafeBufferPointer<UInt8>, literal: Int, length: Int,
    decoded: DecodedText?
  ) -> Int32 {
    guard let code = code(Int(use.pattern), isAnchored: use.kind == .fixed) else {
      return unjudged(use)
    }
    switch use.kind {
    case .fixed:
      let start = literal - Int(use.nearest)
      switch unsafe scratch.run(code, subject, from: start, latest: nil) {
      case .none: return Anchor.none
      case .unjudged: return unjudged(use)
      case .match: return note(use, code, literal, decoded, next: -1)
      }
    case .variable:
      return unsafe search(use, code, subject, literal, length, decoded)
    case .near: return unsafe searchAll(use, code, subject, literal)
    }
  }

  /// The first match that covers the literal.
  private func search(
    _ use: LiteralUse, _ code: PatternCode, _ subject: UnsafeBufferPointer<UInt8>, _ literal: Int,
    _ length: Int, _ decoded: DecodedText?
  ) -> Int32 {
    var start = max(0, literal - Int(use.furthest))
    let latest = literal - Int(use.nearest)
    for _ in 0..<Self.mostTries {
      guard start <= latest else { return Anchor.none }
      switch unsafe scratch.run(code, subject, from: start, latest: latest) {
      case .none: return Anchor.none
      case .unjudged: return unjudged(use)
      case .match:
        let match = scratch.match
        if match.upperBound >= literal + length, match.lowerBound <= latest {
          return note(use, code, literal, decoded, next: -1)
        }
        start = match.lowerBound + 1
      }
    }
    return unjudged(use)
  }

  /// All matches that begin near the literal, first one last in the chain.
  private func searchAll(
    _ use: LiteralUse, _ code: PatternCode, _ subject: UnsafeBufferPointer<UInt8>, _ literal: Int
  ) -> Int32 {
    var start = max(0, literal - Int(use.furthest))
    let latest = min(subject.count, literal - Int(use.nearest))
    var result = Anchor.none
    while start <= latest {
      switch unsafe scratch.run(code, subject, from: start, latest: latest) {
      case .none: return result
      case .unjudged: return unjudged(use)
      case .match:
        let match = scratch.match
        result = note(use, code, literal, nil, next: result)
        start = max(match.upperBound, start + 1, match.lowerBound + 1)
      }
    }
    return result
  }

  private func note(
    _ use: LiteralUse, _ code: PatternCode, _ literal: Int, _ decoded: DecodedText?, next: Int32
  ) -> Int32 {
    let match = scratch.match
    let group = set.sources[Int(use.pattern)].secretGroup ?? 0
    let secret = scratch.group(group, of: code) ?? match
    var entry = ResultPool.Entry(
      start: Int32(match.lowerBound - literal), end: Int32(match.upperBound - literal),
      secretStart: Int32(secret.lowerBound - literal),
      secretEnd: Int32(secret.upperBound - literal), next: next, isJudged: true,
      encoding: use.encoding, phase: 0)
    if let decoded {
      guard decoded.hides(match) else { return Anchor.none }
      let (whole, part) = (decoded.written(match), decoded.written(secret))
      (entry.start, entry.end) = (Int32(whole.lowerBound), Int32(whole.upperBound))
      (entry.secretStart, entry.secretEnd) = (Int32(part.lowerBound), Int32(part.upperBound))
      entry.phase = decoded.phase(at: secret.lowerBound)
    }
    return pool.append(entry)
  }

  private func evaluateEncoded(
    _ use: LiteralUse, _ window: UnsafeBufferPointer<UInt8>, literal: Int
  ) -> Int32 {
    // Decoding costs far more than looking for an escape.
    if let mark = Escapes.mark(of: use.encoding) {
      let low = max(0, literal - Int(use.nearest) - Escapes.longest)
      let high = min(window.count, literal + Int(use.length) + GuardPlan.encodedReach)
      guard low < high, unsafe window[low..<high].contains(mark) else { return Anchor.none }
    }
    guard
      let decoded = unsafe DecodedText(
        window, literal: literal, encoding: use.encoding, alignment: Int(use.alignment),
        reach: use.decodedReach)
    else { return Anchor.none }
    return unsafe decoded.bytes.withUnsafeBufferPointer { bytes in
      unsafe run(
        use, bytes, literal: decoded.literal, length: Int(use.plainLength), decoded: decoded)
    }
  }

  private func unjudged(_ use: LiteralUse) -> Int32 {
    pool.append(
      .init(
        start: 0, end: use.length, secretStart: 0, secretEnd: use.length, next: -1,
        isJudged: false, encoding: use.encoding, phase: 0))
  }

  private func code(_ pattern: Int, isAnchored: Bool) -> PatternCode? {
    let slot = pattern + (isAnchored ? 0 : set.count)
    if let code = codes[slot] { return code }
    // A pattern that does not compile was told by the set, unless it was not to look.
    let code = try? set.codes.code(pattern, isAnchored: isAnchored)
    codes[slot] = code
    return code
  }

  /// Adds the matches of an anchor's result.
  func append(_ anchor: Anchor, _ result: Int32, to matches: inout [PatternMatch]) {
    let pattern = set.tables.use(anchor.use).pattern
    var number = result
    while number >= 0 {
      let entry = pool[number]
      let start = Int(anchor.start)
      var match = PatternMatch(
        pattern: pattern, range: (start + Int(entry.start))..<(start + Int(entry.end)),
        secret: (start + Int(entry.secretStart))..<(start + Int(entry.secretEnd)),
        isJudged: entry.isJudged, encoding: entry.encoding)
      match.phase = entry.phase
      matches.append(match)
      number = entry.next
    }
  }
}
