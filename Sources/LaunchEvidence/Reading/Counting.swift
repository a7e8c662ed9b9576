import ReportReading

/// Arithmetic on numbers that nobody vouches for: it saturates where Swift would trap.
extension Int {
  func plus(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }

  func minus(_ other: Int) -> Int {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? (other > 0 ? .min : .max) : difference
  }
}

extension Sequence<Int> {
  var total: Int { reduce(0) { $0.plus($1) } }
}

extension JSONValue {
  /// A count: a whole number from 0 on that a Double holds exactly; nil for anything else.
  var count: Int? { integer.flatMap { (0...(1 << 53)).contains($0) ? $0 : nil } }
}

enum Ratio {
  /// nil where nothing was counted: 0 of 0 is neither 0 % nor 100 %.
  static func of(_ part: Int?, _ whole: Int?) -> Double? {
    guard let part, let whole, whole > 0 else { return nil }
    return Double(part) / Double(whole)
  }
}

/// A number as reports write it: `1,234.5`, ` 7 `; nil for `N/A`, NaN and what is no number.
enum LenientNumber {
  static func real(_ text: String?) -> Double? {
    guard let text else { return nil }
    let digits = text.filter { $0 != "," && !$0.isWhitespace }
    guard let value = Double(digits), value.isFinite else { return nil }
    return value
  }

  /// A whole number from 0 on that a Double holds exactly.
  static func count(_ text: String?) -> Int? {
    guard let value = real(text), value >= 0, value <= 9_007_199_254_740_992 else { return nil }
    return Int(value)
  }
}
