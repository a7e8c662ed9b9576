import Foundation

/// Base scores out of vectors: CVSS 2 (first.org/cvss/v2/guide) and 3.x (first.org/cvss/v3.1).
/// CVSS 4 scores by a table of equivalence classes and is not computed: without a score there is
/// none.
enum CVSSVector {
  /// Nil for what is no vector of these versions, or lacks a base metric.
  static func score(_ vector: String) -> Double? {
    var metrics: [Substring: Substring] = [:]
    let text = vector.prefix(256)
    for part in text.split(separator: "/") {
      let pair = part.split(separator: ":", maxSplits: 1)
      if pair.count == 2, metrics[pair[0]] == nil { metrics[pair[0]] = pair[1] }
    }
    if text.hasPrefix("CVSS:4") { return nil }
    return metrics["Au"] != nil ? version2(metrics) : version3(metrics)
  }

  private static func version2(_ metrics: [Substring: Substring]) -> Double? {
    let impacts: [Substring: Double] = ["N": 0, "P": 0.275, "C": 0.66]
    guard let access = value(metrics["AV"], ["L": 0.395, "A": 0.646, "N": 1]),
      let complexity = value(metrics["AC"], ["H": 0.35, "M": 0.61, "L": 0.71]),
      let authentication = value(metrics["Au"], ["M": 0.45, "S": 0.56, "N": 0.704]),
      let c = value(metrics["C"], impacts), let i = value(metrics["I"], impacts),
      let a = value(metrics["A"], impacts)
    else { return nil }
    let impact = 10.41 * (1 - (1 - c) * (1 - i) * (1 - a))
    let exploitability = 20 * access * complexity * authentication
    let factor = impact == 0 ? 0 : 1.176
    return ((0.6 * impact + 0.4 * exploitability - 1.5) * factor * 10).rounded() / 10
  }

  private static func version3(_ metrics: [Substring: Substring]) -> Double? {
    let impacts: [Substring: Double] = ["N": 0, "L": 0.22, "H": 0.56]
    guard let scope = metrics["S"], scope == "U" || scope == "C" else { return nil }
    let isChanged = scope == "C"
    let privileges: [Substring: Double] =
      isChanged ? ["N": 0.85, "L": 0.68, "H": 0.5] : ["N": 0.85, "L": 0.62, "H": 0.27]
    guard let attack = value(metrics["AV"], ["N": 0.85, "A": 0.62, "L": 0.55, "P": 0.2]),
      let complexity = value(metrics["AC"], ["L": 0.77, "H": 0.44]),
      let required = value(metrics["PR"], privileges),
      let interaction = value(metrics["UI"], ["N": 0.85, "R": 0.62]),
      let c = value(metrics["C"], impacts), let i = value(metrics["I"], impacts),
      let a = value(metrics["A"], impacts)
    else { return nil }
    let base = 1 - (1 - c) * (1 - i) * (1 - a)
    let impact =
      isChanged ? 7.52 * (base - 0.029) - 3.25 * pow(base - 0.02, 15) : 6.42 * base
    if impact <= 0 { return 0 }
    let exploitability = 8.22 * attack * complexity * required * interaction
    return roundedUp(min((isChanged ? 1.08 : 1) * (impact + exploitability), 10))
  }

  /// Appendix A of CVSS 3.1: the smallest tenth that is not below, free of floating-point noise.
  private static func roundedUp(_ value: Double) -> Double {
    let scaled = Int((value * 100_000).rounded())
    return scaled % 10_000 == 0
      ? Double(scaled) / 100_000 : Double(scaled / 10_000 + 1) / 10
  }

  private static func value(_ name: Substring?, _ values: [Substring: Double]) -> Double? {
    name.flatMap { values[$0] }
  }
}
