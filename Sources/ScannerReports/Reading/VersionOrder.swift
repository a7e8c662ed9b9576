/// Order of version texts: numbers as numbers, so that 2.9 comes before 2.10.
enum VersionOrder {
  static func sorted(_ versions: [String]) -> [String] {
    Set(versions.map(Words.line)).filter { !$0.isEmpty }.sorted(by: precedes)
  }

  static func precedes(_ left: String, _ right: String) -> Bool {
    let (a, b) = (parts(left), parts(right))
    for (x, y) in zip(a, b) where x != y {
      if let m = Int(x), let n = Int(y) { if m != n { return m < n } else { continue } }
      // A word (rc, beta) stands before a number.
      if Int(x) != nil { return false }
      if Int(y) != nil { return true }
      return x < y
    }
    return a.count == b.count ? left < right : a.count < b.count
  }

  private static func parts(_ version: String) -> [Substring] {
    version.prefix(200).split { $0 == "." || $0 == "-" || $0 == "+" || $0 == "~" }
  }
}
