import ReportReading

/// safety 3 prints text before and behind its JSON, on the same stream.
enum SafetyBanner {
  /// Beginnings that are tried; a banner has a few brackets at most.
  private static let mostTries = 64

  /// The first JSON object or array that reads; text around it does not count.
  static func document(_ text: [UInt8], limits: ReportLimits) throws -> JSONValue {
    var position = text.firstIndex { $0 > 0x20 } ?? 0
    var firstError: (any Error)?
    for _ in 0..<mostTries {
      guard position < text.count,
        let start = text[position...].firstIndex(where: {
          $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[")
        })
      else { break }
      var reader = JSONReader(text, from: start, limits: limits)
      do {
        return try reader.next()
      } catch let error as ReportError where error.code == .limit {
        throw error
      } catch {
        firstError = firstError ?? error
      }
      // A bracket within a value that does not read is no beginning.
      position = max(start + 1, nextLine(text, start))
    }
    throw firstError ?? ReportError(.malformed, "there is no JSON in it")
  }

  private static func nextLine(_ text: [UInt8], _ start: Int) -> Int {
    text[start...].firstIndex(of: 0x0a) ?? text.count
  }
}
