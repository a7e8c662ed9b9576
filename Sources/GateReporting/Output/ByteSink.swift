/// Where a report's bytes go, piece by piece, in order.
public protocol ByteSink: AnyObject {
  func write(_ bytes: [UInt8]) throws(ReportError)
}

/// Keeps all bytes in memory.
public final class ByteArraySink: ByteSink {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public func write(_ bytes: [UInt8]) throws(ReportError) { self.bytes += bytes }

  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
