/// Texts with a unit: durations and sizes.
public enum Quantity {
  /// Seconds of `90s`, `10m`, `6h`, `14d`, `2w`; nil for anything else and for more than a century.
  static func seconds(_ text: String) -> Int? {
    number(text, units: ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800])
      .flatMap { $0 <= 3_155_760_000 ? $0 : nil }
  }

  /// Bytes of `64MiB`, `1GiB`, `500kB`, `1024`; nil for anything else and for more than 16 TiB.
  public static func bytes(_ text: String) -> Int? {
    number(
      text,
      units: [
        "": 1, "B": 1, "kB": 1000, "KB": 1000, "MB": 1_000_000, "GB": 1_000_000_000,
        "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30,
      ]
    ).flatMap { $0 <= 1 << 44 ? $0 : nil }
  }

  /// `7d` again; the largest unit that leaves no rest.
  static func durationText(_ seconds: Int) -> String {
    for (unit, size) in [("d", 86_400), ("h", 3600), ("m", 60)]
    where seconds != 0 && seconds % size == 0 {
      return "\(seconds / size)\(unit)"
    }
    return "\(seconds)s"
  }

  private static func number(_ text: String, units: [String: Int]) -> Int? {
    let digits = text.prefix { ("0"..."9").contains($0) }
    guard !digits.isEmpty, let count = Int(digits),
      let unit = units[text.dropFirst(digits.count).drop { $0 == " " }.description]
    else { return nil }
    let (value, isHuge) = count.multipliedReportingOverflow(by: unit)
    return isHuge ? nil : value
  }
}
