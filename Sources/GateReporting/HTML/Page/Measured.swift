/// Measured values as people read them, the same in every locale.
enum Measured {
  static func milliseconds(_ value: Double) -> String { decimal(value) + " ms" }

  /// Of a share from 0 to 1.
  static func percent(_ share: Double) -> String { fixed(share * 100, digits: 2) + " %" }

  static func decimal(_ value: Double) -> String {
    guard value.isFinite else { return "unknown" }
    return value == value.rounded() && abs(value) < 1e15
      ? Numbers.grouped(Int(value)) : fixed(value, digits: 1)
  }

  /// A share of whole counts, one digit, rounded down: 79.99 % is not 80 %.
  static func share(_ part: Int?, _ whole: Int?) -> String {
    guard let part, let whole, whole > 0, part >= 0 else { return "unknown" }
    let tenths = Int(Double(part) / Double(whole) * 1000)
    return "\(tenths / 10).\(tenths % 10) % (\(Numbers.grouped(part)) of \(Numbers.grouped(whole)))"
  }

  private static func fixed(_ value: Double, digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "unknown" }
    let scale = digits == 1 ? 10 : 100
    let whole = Int((value * Double(scale)).rounded())
    let fraction = String(whole.magnitude % UInt(scale))
    let padding = String(repeating: "0", count: digits - fraction.count)
    let units = Numbers.grouped(Int(whole.magnitude / UInt(scale)))
    return (whole < 0 ? "-" : "") + "\(units).\(padding)\(fraction)"
  }
}
