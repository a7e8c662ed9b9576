@testable import PatternMatching

/// The classic way: PCRE2 over the whole content, leftmost matches that do not overlap.
struct GlobalSearch {
  let code: PatternCode
  let scratch: MatchScratch

  init(_ pattern: String) throws {
    code = try PatternCode(pattern, id: "global", isAnchored: false)
    scratch = try MatchScratch()
  }

  func matches(in content: [UInt8], group: Int = 0) -> [Range<Int>] {
    unsafe content.withUnsafeBufferPointer { bytes in
      var found: [Range<Int>] = []
      var start = 0
      while start <= bytes.count {
        guard unsafe scratch.run(code, bytes, from: start, latest: bytes.count) == .match else {
          break
        }
        let match = scratch.match
        found.append(scratch.group(group, of: code) ?? match)
        start = max(match.upperBound, match.lowerBound + 1, start + 1)
      }
      return found
    }
  }
}
