#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Text that a C library hands out.
enum CString {
  /// A copy of the bytes before the NUL.
  static func bytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
    unsafe [UInt8](UnsafeRawBufferPointer(start: text, count: strlen(text)))
  }
}
