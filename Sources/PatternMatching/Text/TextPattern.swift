import CPCRE2

/// A pattern for short texts that are there as a whole, such as paths, lines and examples. Contents
/// are searched by a ``PatternSet`` only.
@safe public final class TextPattern: @unchecked Sendable {
  // Immutable after `init`; PCRE2 allows any number of threads to match with one code.
  private let code: OpaquePointer
  public let text: String
  public let groupCount: Int

  /// Parts of a text: the whole match, then the groups; nil for one that took no part.
  public struct Match: Sendable, Hashable {
    public var groups: [Range<Int>?]
    public var range: Range<Int> { groups.first.flatMap { $0 } ?? 0..<0 }
  }

  public enum Outcome: Sendable, Hashable {
    case none
    case match(Match)
    /// The limit was reached: neither a match nor none.
    case unjudged
  }

  /// Bounds the work of a match: steps of the matcher, not seconds.
  public static let usualLimit: UInt32 = 1_000_000

  /// - Throws: ``PatternError`` with the offset of what is wrong.
  public init(_ pattern: String, id: String = "", ignoringCase: Bool = false)
    throws(PatternError)
  {
    var number: Int32 = 0
    var offset = 0
    let options: UInt32 =
      (ignoringCase ? UInt32(PCRE2_CASELESS) : 0)
      | UInt32(PCRE2_NEVER_UTF) | UInt32(PCRE2_NEVER_BACKSLASH_C)
    let bytes = Array(pattern.utf8)
    let made = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe pcre2_compile_8(
        buffer.baseAddress, buffer.count, options, &number, &offset, nil)
    }
    guard let made = unsafe made else {
      throw PatternError(
        .syntax, pattern: id, offset: offset, problem: Self.words(number),
        advice: "the syntax is PCRE2's, on bytes")
    }
    var groups: UInt32 = 0
    _ = unsafe pcre2_pattern_info_8(made, UInt32(PCRE2_INFO_CAPTURECOUNT), &groups)
    unsafe code = made
    text = pattern
    groupCount = Int(groups)
  }

  deinit { unsafe pcre2_code_free_8(code) }

  /// The leftmost match that begins at `start` or later.
  public func match(
    in subject: Span<UInt8>, from start: Int = 0, limit: UInt32 = TextPattern.usualLimit
  ) -> Outcome {
    guard start >= 0, start <= subject.count,
      let data = unsafe pcre2_match_data_create_from_pattern_8(code, nil),
      let context = unsafe pcre2_match_context_create_8(nil)
    else { return .unjudged }
    defer {
      unsafe pcre2_match_data_free_8(data)
      unsafe pcre2_match_context_free_8(context)
    }
    unsafe pcre2_set_match_limit_8(context, limit)
    let count = unsafe subject.withUnsafeBufferPointer { buffer in
      unsafe pcre2_match_8(
        code, buffer.baseAddress, buffer.count, start, 0, data, context)
    }
    if count == PCRE2_ERROR_NOMATCH { return .none }
    guard count > 0, let offsets = unsafe pcre2_get_ovector_pointer_8(data) else {
      return .unjudged
    }
    var groups: [Range<Int>?] = []
    for index in 0...groupCount {
      let (low, high) = unsafe (offsets[2 * index], offsets[2 * index + 1])
      let isSet = index < Int(count) && low >= 0 && high >= low && high <= subject.count
      groups.append(isSet ? low..<high : nil)
    }
    return .match(Match(groups: groups))
  }

  /// Whether it occurs; a text that could not be judged is `unjudged`.
  public func occurs(in text: String, unjudged: Bool = false) -> Bool {
    let bytes = Array(text.utf8)
    return occurs(in: bytes.span, unjudged: unjudged)
  }

  public func occurs(in subject: Span<UInt8>, unjudged: Bool = false) -> Bool {
    switch match(in: subject) {
    case .none: false
    case .match: true
    case .unjudged: unjudged
    }
  }

  private static func words(_ number: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
      unsafe pcre2_get_error_message_8(number, buffer.baseAddress, buffer.count)
    }
    return String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
  }
}
