import FindingModel

/// The digest of everything in a pack that decides what is found.
enum RulePackDigest {
  static func of(_ pack: RulePack) -> String {
    var bare = pack
    bare.rules = pack.rules.map { rule in
      var rule = rule
      rule.examples = []
      rule.counterExamples = []
      return rule
    }
    bare.digest = ""
    bare.name = ""
    bare.differences = []
    return SHA256.hexadecimal(RulePackEncoding.encode([bare]).utf8)
  }
}
