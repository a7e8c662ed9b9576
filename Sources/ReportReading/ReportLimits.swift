/// What a report may cost. The defaults admit every report seen in practice (the largest SARIF
/// files known are some hundred megabytes) and keep a hostile one from taking the machine.
public struct ReportLimits: Sendable {
  /// Bytes as they come.
  public var bytes = 1 << 30
  /// Bytes after decompression; what stops a gzip bomb.
  public var inflatedBytes = 512 << 20
  /// Nesting of objects, arrays or elements. Readers recurse, so this also bounds the stack.
  public var depth = 200
  /// Bytes of one string or text.
  public var stringBytes = 64 << 20
  /// Values or nodes that are in memory at once.
  public var values = 16 << 20
  /// Records that are read; more make the result partial.
  public var records = 1_000_000

  public init() {}
}
