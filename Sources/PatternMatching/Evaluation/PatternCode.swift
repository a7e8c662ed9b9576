import CPCRE2

/// A pattern compiled by PCRE2, just in time where the machine can. Immutable, shared by workers.
@safe final class PatternCode: @unchecked Sendable {
  // Only read after `init`; PCRE2 allows one code in many threads.
  let pointer: OpaquePointer

  /// - Parameters:
  ///   - isAnchored: the match begins where the search begins, else wherever it may.
  ///   - isRun: false for a code that is only asked about.
  /// - Throws: what PCRE2 says, with the place.
  init(_ text: String, id: String, isAnchored: Bool, isRun: Bool = true) throws(PatternError) {
    var (problem, offset) = (Int32(0), 0)
    let bytes = Array(text.utf8)
    let options =
      PCRE2_NEVER_UTF | PCRE2_NEVER_UCP | PCRE2_NEVER_BACKSLASH_C
      | (isAnchored ? PCRE2_ANCHORED : PCRE2_USE_OFFSET_LIMIT)
    guard let context = unsafe pcre2_compile_context_create_8(nil) else {
      throw Self.missingMemory
    }
    defer { unsafe pcre2_compile_context_free_8(context) }
    // What the parser takes for granted, whatever the library was built with.
    unsafe pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
    unsafe pcre2_set_bsr_8(context, UInt32(PCRE2_BSR_ANYCRLF))
    let code = unsafe pcre2_compile_8(bytes, bytes.count, options, &problem, &offset, context)
    guard let code = unsafe code else {
      throw PatternError(
        .syntax, pattern: id, offset: offset, problem: Self.words(problem),
        advice: "correct the pattern; its syntax is PCRE2's")
    }
    // Without it the interpreter does the same, slower.
    if isRun { _ = unsafe pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE) }
    unsafe pointer = unsafe code
  }

  deinit { unsafe pcre2_code_free_8(pointer) }

  var captureCount: Int {
    var count: UInt32 = 0
    unsafe pcre2_pattern_info_8(pointer, UInt32(PCRE2_INFO_CAPTURECOUNT), &count)
    return Int(count)
  }

  static let missingMemory = PatternError(
    .resources, pattern: "", problem: "memory is missing", advice: "free some and try again")

  private static func words(_ code: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = unsafe pcre2_get_error_message_8(code, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(Int(count), 0)), as: UTF8.self)
  }
}
