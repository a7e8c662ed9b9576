import CPCRE2

/// One worker's memory for running patterns, and their limits.
@safe final class MatchScratch {
  enum Outcome {
    case none
    /// Offsets of match and group lie in ``MatchScratch``.
    case match
    /// A limit was reached, also with ten times as much.
    case unjudged
  }

  private let data: OpaquePointer
  private let contexts: [(context: OpaquePointer, stack: OpaquePointer)]
  private let offsets: UnsafeMutablePointer<Int>

  /// More groups than any rule has; the ones beyond are not asked for.
  static let groups = 100
  /// Backtracking steps; a window has at most some thousand bytes.
  private static let matchLimit: UInt32 = 100_000
  private static let stackBytes = 256 << 10
  private static let heapKilobytes: UInt32 = 4 << 10

  init() throws(PatternError) {
    guard let data = unsafe pcre2_match_data_create_8(UInt32(Self.groups), nil),
      let offsets = unsafe pcre2_get_ovector_pointer_8(data)
    else { throw PatternCode.missingMemory }
    var contexts: [(OpaquePointer, OpaquePointer)] = unsafe []
    for factor in [1, 10] {
      guard let context = unsafe pcre2_match_context_create_8(nil),
        let stack = unsafe pcre2_jit_stack_create_8(32 << 10, Self.stackBytes * factor, nil)
      else { throw PatternCode.missingMemory }
      unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
      unsafe pcre2_set_match_limit_8(context, Self.matchLimit * UInt32(factor))
      unsafe pcre2_set_heap_limit_8(context, Self.heapKilobytes * UInt32(factor))
      unsafe contexts.append((context, stack))
    }
    unsafe self.data = unsafe data
    unsafe self.offsets = offsets
    unsafe self.contexts = contexts
  }

  deinit {
    unsafe pcre2_match_data_free_8(data)
    for unsafe(context, stack) in unsafe contexts {
      unsafe pcre2_match_context_free_8(context)
      unsafe pcre2_jit_stack_free_8(stack)
    }
  }

  /// - Parameter latest: the last offset where a match may begin; nil for an anchored code.
  func run(
    _ code: PatternCode, _ subject: UnsafeBufferPointer<UInt8>, from start: Int, latest: Int?
  ) -> Outcome {
    guard start >= 0, start <= subject.count else { return .none }
    for index in unsafe contexts.indices {
      let context = unsafe contexts[index].context
      if let latest { unsafe pcre2_set_offset_limit_8(context, latest) }
      let status = unsafe pcre2_match_8(
        code.pointer, subject.baseAddress, subject.count, start, 0, data, context)
      if latest != nil { unsafe pcre2_set_offset_limit_8(context, Int(bitPattern: UInt.max)) }
      if status >= 0 { return .match }
      if status == PCRE2_ERROR_NOMATCH { return .none }
    }
    return .unjudged
  }

  /// The whole match of the last run.
  var match: Range<Int> { unsafe offsets[0]..<max(offsets[0], offsets[1]) }

  /// A group of the last run; nil where it took no part.
  func group(_ number: Int, of code: PatternCode) -> Range<Int>? {
    guard number < Self.groups else { return nil }
    let (start, end) = unsafe (offsets[2 * number], offsets[2 * number + 1])
    // `PCRE2_UNSET` is the largest size.
    return start < 0 || end < start ? nil : start..<end
  }
}
