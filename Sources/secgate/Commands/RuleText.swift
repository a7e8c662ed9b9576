import FindingModel
import Foundation
import PatternMatching
import RulePacks

/// A rule in words.
enum RuleText {
  static func lines(_ rule: Rule, pack: String) -> [String] {
    var lines = [rule.id, "  title        \(rule.title)", "  pack         \(pack)"]
    lines.append("  provider     \(rule.provider)")
    lines.append("  severity     \(rule.severity.rawValue)")
    lines.append("  confidence   \(rule.confidence.rawValue)")
    let optional: [(String, String?)] = [
      ("description", rule.description), ("form", rule.form.rawValue), ("pattern", rule.pattern),
      ("secret group", rule.secretGroup.map(String.init)), ("prefix", rule.prefix),
      ("entropy", rule.entropy.map { "at least \($0) bits a byte" }),
      ("checksum", rule.checksum?.rawValue), ("structure", rule.structure?.rawValue),
      ("paths", rule.paths), ("not paths", rule.notPaths), ("remediation", rule.remediation),
    ]
    for (name, value) in optional {
      if let value {
        lines.append("  " + name.padding(toLength: 13, withPad: " ", startingAt: 0) + value)
      }
    }
    lines += rule.references.map { "  reference    \($0)" }
    return lines
  }

  /// Where the engine looks for it.
  static func lines(_ analysis: PatternAnalysis?) -> [String] {
    guard let analysis else { return [] }
    let cap = analysis.isCapped ? ", which cuts what the pattern could take" : ""
    return [
      "  literals     \(analysis.literals.joined(separator: "  "))",
      "  anchor       class \(analysis.anchorClass.rawValue)",
      "  guard        \(analysis.guardWords)",
      "  window       \(analysis.windowBefore) bytes before the literal, "
        + "\(analysis.windowAfter) after\(cap)",
      "  decoding     \(analysis.isDecoded ? "in encoded text too" : "plain text only")",
    ]
  }
}
