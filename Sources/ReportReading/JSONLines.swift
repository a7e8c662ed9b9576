/// JSON values one a line (newline-delimited JSON); empty lines are skipped.
public enum JSONLines {
  public struct Line: Sendable {
    /// From 1.
    public var number: Int
    public var value: Result<JSONValue, ReportError>
  }

  /// Calls `each` for every line that holds something, whether it reads or not.
  public static func read(
    _ bytes: [UInt8], limits: ReportLimits = ReportLimits(), each: (Line) throws -> Void
  ) rethrows {
    var start = 0
    var number = 1
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0a) ?? bytes.count
      if bytes[start..<end].contains(where: { $0 > 0x20 }) {
        let line = Array(bytes[start..<end])
        let value: Result<JSONValue, ReportError>
        do {
          value = .success(try JSONReader.document(line, limits: limits))
        } catch {
          value = .failure(located(error, from: start))
        }
        try each(Line(number: number, value: value))
      }
      start = end + 1
      number += 1
    }
  }

  private static func located(_ error: any Error, from start: Int) -> ReportError {
    guard var error = error as? ReportError else { return ReportError(.malformed, "\(error)") }
    error.offset = error.offset.map { $0 + start }
    return error
  }
}
