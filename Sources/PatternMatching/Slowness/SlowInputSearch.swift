/// Looks for texts on which a pattern backtracks without measure.
///
/// Each repetition of the pattern gets texts made for it: the shortest way to it, then what it
/// repeats many times over (with a byte of each kind that the pattern tells apart, so that
/// neighbours take it too), then a byte that it does not take. Steps are counted by the matcher's
/// own limit and not by a clock, so that the answer is the same on every machine. It is a search:
/// what it finds is slow, and what it does not find is likely not.
public enum SlowInputSearch {
  /// Bytes of the repeated part at first, and the steps that are few for them.
  private static let firstSize = 1024
  private static let few: UInt32 = 20_000
  /// As many as the search of contents allows at first.
  private static let many = 100_000
  private static let most: UInt32 = 2_000_000
  /// What doubling a text may multiply the steps by: 2 is linear, 4 quadratic.
  private static let growth = 3.0

  /// The first text found to be slow; nil where none is.
  ///
  /// - Throws: where the pattern cannot be used.
  public static func first(in pattern: String, id: String = "") throws(PatternError) -> SlowInput? {
    let tree: RegexNode
    do throws(RegexParser.Failure) {
      tree = try RegexParser.parse(pattern)
    } catch {
      throw PatternError(
        .syntax, pattern: id, offset: error.offset, problem: error.problem,
        advice: "the syntax is PCRE2's, on bytes")
    }
    // From one place only: that a search begins at every byte is no matter of the pattern. Without
    // what the matcher does to fail early or to scan without counting, so that steps stand for work.
    let code = try TextPattern(
      #"(*NO_START_OPT)(*NO_AUTO_POSSESS)\A(?:"# + pattern + ")", id: id)
    for input in AttackTexts.inputs(for: tree) {
      if isWithin(few, code, input.text(size: firstSize)) { continue }
      if let slow = measured(input, code) { return slow }
    }
    return nil
  }

  private static func isWithin(_ limit: UInt32, _ code: TextPattern, _ text: [UInt8]) -> Bool {
    code.match(in: text.span, limit: limit) != .unjudged
  }

  /// The least limit with which the text can be judged; nil where ``most`` is not enough.
  private static func steps(_ code: TextPattern, _ text: [UInt8]) -> Int? {
    guard isWithin(most, code, text) else { return nil }
    var (low, high) = (UInt32(0), most)
    while high - low > max(1, high / 64) {
      let middle = low + (high - low) / 2
      if isWithin(middle, code, text) { high = middle } else { low = middle }
    }
    return Int(high)
  }

  private static func measured(_ input: SlowInput, _ code: TextPattern) -> SlowInput? {
    var slow = input
    slow.size = firstSize
    guard let once = steps(code, input.text(size: firstSize)) else {
      slow.steps = Int(most)
      return slow
    }
    slow.steps = once
    let half = steps(code, input.text(size: firstSize / 2)) ?? once
    slow.stepsOfHalf = half
    if once >= many { return slow }
    guard Double(once) >= growth * Double(half) else { return nil }
    slow.size = 2 * firstSize
    slow.stepsOfHalf = once
    guard let twice = steps(code, input.text(size: slow.size)) else {
      slow.steps = Int(most)
      return slow
    }
    slow.steps = twice
    return Double(twice) >= growth * Double(once) ? slow : nil
  }
}
