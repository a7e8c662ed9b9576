public import Foundation

/// Writes to an open file or pipe. The process must ignore `SIGPIPE`, or it ends there.
public final class FileSink: ByteSink {
  private let handle: FileHandle
  private let name: String

  /// - Parameter name: what people call the place, for errors: `report.json`, `standard output`.
  public init(_ handle: FileHandle, name: String) {
    self.handle = handle
    self.name = name
  }

  public func write(_ bytes: [UInt8]) throws(ReportError) {
    do {
      try handle.write(contentsOf: Data(bytes))
    } catch {
      let isPipe = Self.posixCodes(of: error as NSError).contains(Int(EPIPE))
      throw ReportError(
        isPipe ? .closedPipe : .writeFailed, "\(name) could not be written", underlying: error)
    }
  }

  private static func posixCodes(of error: NSError) -> [Int] {
    let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError
    return [error, underlying].compactMap { $0 }.filter { $0.domain == NSPOSIXErrorDomain }
      .map(\.code)
  }
}
