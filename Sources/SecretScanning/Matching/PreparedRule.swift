import FindingModel
import PatternMatching
import RulePacks

/// A rule with its small patterns compiled. Shared, since a rule is large.
final class PreparedRule: Sendable {
  let rule: Rule
  let prefix: [UInt8]
  let paths: TextPattern?
  let notPaths: TextPattern?
  let allow: [PreparedAllowance]
  /// Numbers of the rules that must match near by.
  let requires: [(rule: Int, lines: Int?)]

  init(_ rule: Rule, shared: [PreparedAllowance], numbers: [String: Int]) throws(PatternError) {
    self.rule = rule
    prefix = Array((rule.prefix ?? "").utf8)
    paths = try rule.paths.map { text throws(PatternError) in try TextPattern(text, id: rule.id) }
    notPaths = try rule.notPaths.map { text throws(PatternError) in
      try TextPattern(text, id: rule.id)
    }
    var allow = shared
    for allowance in rule.allow { allow.append(try PreparedAllowance(allowance, id: rule.id)) }
    self.allow = allow
    requires = rule.requires.compactMap { requirement in
      numbers[requirement.rule].map { ($0, requirement.withinLines) }
    }
  }

  /// What it says about its findings.
  var words: RuleWords {
    RuleWords(
      id: rule.id, title: rule.title, description: rule.description, severity: rule.severity,
      remediation: rule.remediation, references: rule.references, isGeneric: rule.isGeneric)
  }

  /// Whether the rule says anything at a path; where there is none, one that asks for a path says
  /// nothing.
  func applies(at path: String?) -> Bool {
    guard let path else { return paths == nil }
    if let paths, !paths.occurs(in: path) { return false }
    return !(notPaths?.occurs(in: path) ?? false)
  }

  /// What no path and no allowance can change: too few bits, no digit.
  func rejection(of secret: [UInt8]) -> String? {
    if rule.needsDigit, !secret.contains(where: { (0x30...0x39).contains($0) }) {
      return "the value holds no digit"
    }
    if let least = rule.entropy {
      let bits = Entropy.bitsPerByte(secret.span)
      if bits < least {
        return "entropy \(Self.rounded(bits)) is below \(Self.rounded(least)) bits a byte"
      }
    }
    return nil
  }

  static func rounded(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
