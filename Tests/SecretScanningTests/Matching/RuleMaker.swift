import FindingModel
import RulePacks
import SecretScanning

/// Rules and their verdicts for tests.
enum RuleMaker {
  static func generic(_ pattern: String, _ change: (inout Rule) -> Void = { _ in }) -> Rule {
    var rule = Rule(id: "generic-key", title: "Key", provider: "Generic", severity: .medium)
    rule.pattern = pattern
    rule.secretGroup = 1
    change(&rule)
    return rule
  }

  static func distinctive(
    _ pattern: String, prefix: String? = nil, _ change: (inout Rule) -> Void = { _ in }
  ) -> Rule {
    var rule = Rule(id: "acme-key", title: "Acme key", provider: "Acme", severity: .high)
    rule.pattern = pattern
    rule.secretGroup = 1
    rule.confidence = .high
    rule.prefix = prefix
    change(&rule)
    return rule
  }

  static func pack(_ rules: [Rule]) -> RulePack {
    var pack = RulePack(name: "test")
    pack.rules = rules
    return pack
  }

  /// What each match in a text is worth.
  static func judged(_ text: String, path: String? = nil, _ rules: Rule...) throws
    -> [AssessedSecret]
  {
    let matcher = try RulePackMatcher(packs: [pack(rules)])
    let worker = try matcher.makeWorker()
    let bytes = Array(text.utf8)
    return try worker.matches(in: bytes.span).compactMap {
      worker.assess($0, in: bytes.span, path: path)
    }
  }
}
