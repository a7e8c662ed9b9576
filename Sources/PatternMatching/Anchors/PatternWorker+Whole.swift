/// Searching one content whole.
extension PatternWorker {
  func findAll(in content: Span<UInt8>, into matches: inout [PatternMatch]) {
    unsafe content.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else {
        return matches.removeAll(keepingCapacity: true)
      }
      unsafe prepare(start, bytes.count)
      scan(0, bytes.count)
      unsafe search.pointee.anchors.sort()
      unsafe search.pointee.held.sort()
      unsafe finish(bytes, &matches)
    }
  }

  /// Begins with a content.
  func prepare(_ start: UnsafePointer<UInt8>, _ size: Int) {
    unsafe search.pointee.content = unsafe start
    unsafe search.pointee.size = size
    unsafe search.pointee.anchors.shrink()
    unsafe search.pointee.anchors.count = 0
    unsafe search.pointee.copies = nil
    unsafe search.pointee.copyCount = 0
    unsafe search.pointee.isOverflown = false
    unsafe search.pointee.held.shrink()
    unsafe search.pointee.held.count = 0
    unsafe search.pointee.isHeldCut = false
  }

  /// Evaluates what is pending and gives the matches of the content, sorted, each once.
  func finish(_ bytes: UnsafeBufferPointer<UInt8>, _ matches: inout [PatternMatch]) {
    matches.removeAll(keepingCapacity: true)
    let hasCap = noteCaps()
    let count = unsafe search.pointee.anchors.count
    for index in 0..<count {
      let anchor = unsafe search.pointee.anchors.base[index]
      if hasCap, isCapped[Int(set.tables.use(anchor.use).pattern)] { continue }
      var result = anchor.result
      if result == Anchor.pending {
        result = unsafe evaluator.evaluate(anchor, in: bytes)
        unsafe search.pointee.anchors.base[index].result = result
      }
      if result >= 0 { evaluator.append(anchor, result, to: &matches) }
    }
    if unsafe hasCap || search.pointee.isOverflown { appendCapped(&matches) }
    if matches.count > 1 { sortOnce(&matches) }
  }

  private func sortOnce(_ matches: inout [PatternMatch]) {
    matches.sort()
    var kept = 1
    for index in 1..<matches.count where matches[index] != matches[kept - 1] {
      matches[kept] = matches[index]
      kept += 1
    }
    matches.removeSubrange(kept...)
  }

  /// Finds patterns with too many anchors; cheap for all contents with few.
  private func noteCaps() -> Bool {
    let count = unsafe search.pointee.anchors.count
    guard count > Int(Self.mostAnchors) else { return false }
    for number in counts.indices { counts[number] = 0 }
    for index in 0..<count {
      let anchor = unsafe search.pointee.anchors.base[index]
      counts[Int(set.tables.use(anchor.use).pattern)] += 1
    }
    for number in counts.indices { isCapped[number] = counts[number] > Self.mostAnchors }
    return isCapped.contains(true)
  }

  /// One match that could not be judged for each pattern over the cap; for all patterns where even
  /// the list of anchors is cut.
  private func appendCapped(_ matches: inout [PatternMatch]) {
    if unsafe search.pointee.isOverflown {
      matches = (0..<set.count).map { number in
        PatternMatch(pattern: Int32(number), range: 0..<0, secret: 0..<0, isJudged: false)
      }
      return
    }
    var told = Set<Int32>()
    for index in 0..<(unsafe search.pointee.anchors.count) {
      let anchor = unsafe search.pointee.anchors.base[index]
      let use = set.tables.use(anchor.use)
      guard isCapped[Int(use.pattern)], told.insert(use.pattern).inserted else { continue }
      let range = Int(anchor.start)..<Int(anchor.start + use.length)
      matches.append(
        PatternMatch(pattern: use.pattern, range: range, secret: range, isJudged: false))
    }
    for number in isCapped.indices { isCapped[number] = false }
  }
}
