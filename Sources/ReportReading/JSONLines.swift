/// JSON values one a line (newline-delimited JSON), piece by piece, so that a report of any size
/// needs no more memory than its longest line; empty lines are skipped.
public struct JSONLines {
  public struct Line: Sendable {
    /// From 1.
    public var number: Int
    public var value: Result<JSONValue, ReportError>
  }

  private let limits: ReportLimits
  /// What came after the last line's end.
  private var rest: [UInt8] = []
  private var number = 1
  /// Bytes before `rest`.
  private var offset = 0
  /// The line is longer than the limit: its bytes are dropped up to its end.
  private var isTooLong = false

  public init(limits: ReportLimits = ReportLimits()) { self.limits = limits }

  /// Calls `each` for every line that holds something, whether it reads or not.
  public static func read(
    _ bytes: [UInt8], limits: ReportLimits = ReportLimits(), each: (Line) throws -> Void
  ) rethrows {
    var lines = JSONLines(limits: limits)
    try lines.take(bytes, each: each)
    try lines.finish(each: each)
  }

  /// Takes the next bytes of the report, cut anywhere.
  public mutating func take(_ piece: [UInt8], each: (Line) throws -> Void) rethrows {
    var start = 0
    while start < piece.count, let newline = piece[start...].firstIndex(of: 0x0a) {
      append(piece[start..<newline])
      try end(each)
      offset += 1
      start = newline + 1
    }
    append(piece[start...])
  }

  /// Reads the last line, which may have no end.
  public mutating func finish(each: (Line) throws -> Void) rethrows { try end(each) }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    if rest.count + bytes.count > limits.stringBytes {
      isTooLong = true
      offset += rest.count + bytes.count
      rest = []
    } else if isTooLong {
      offset += bytes.count
    } else {
      rest += bytes
    }
  }

  private mutating func end(_ each: (Line) throws -> Void) rethrows {
    defer {
      offset += rest.count
      rest.removeAll(keepingCapacity: true)
      isTooLong = false
      number += 1
    }
    if isTooLong {
      let message = "a line longer than \(limits.stringBytes) bytes"
      let error = ReportError(.limit, message, at: offset)
      try each(Line(number: number, value: .failure(error)))
      return
    }
    guard rest.contains(where: { $0 > 0x20 }) else { return }
    let value: Result<JSONValue, ReportError>
    do {
      value = .success(try JSONReader.document(rest, limits: limits))
    } catch {
      value = .failure(located(error))
    }
    try each(Line(number: number, value: value))
  }

  private func located(_ error: any Error) -> ReportError {
    guard var error = error as? ReportError else { return ReportError(.malformed, "\(error)") }
    error.offset = error.offset.map { $0 + offset }
    return error
  }
}
