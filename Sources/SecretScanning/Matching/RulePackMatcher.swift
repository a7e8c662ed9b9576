import BuiltInRules
import FindingModel
public import PatternMatching
public import RulePacks

/// Finds and judges secrets by rule packs.
public struct RulePackMatcher: PatternBasedMatcher {
  /// A change of any signal changes what is found: part of the digest.
  static let engine = "secgate/rules/3"

  public let patterns: PatternSet
  public let digest: String
  let rules: [PreparedRule]
  let ignoresPaths: Bool
  let beginnings: TokenBeginnings
  /// The rule of each pattern.
  let ruleOfPattern: [Int]
  /// Rules about paths alone.
  let pathRules: [Int]

  /// - Throws: ``RulePackError`` where two packs hold the same id or a pattern cannot be used.
  public init(packs: [RulePack], options: MatcherOptions = .init()) throws(RulePackError) {
    let duplicates = RulePackSet.duplicates(in: packs)
    guard duplicates.isEmpty else { throw RulePackError(duplicates) }
    let disabled = options.disabled.union(packs.flatMap(\.disabled))
    // By position: a rule is large, and every start waits for a thousand of them.
    var places: [(pack: Int, rule: Int)] = []
    var numbers: [String: Int] = [:]
    let count = packs.reduce(0) { $0 + $1.rules.count }
    places.reserveCapacity(count)
    numbers.reserveCapacity(count)
    for pack in packs.indices {
      for rule in packs[pack].rules.indices where !disabled.contains(packs[pack].rules[rule].id) {
        let id = packs[pack].rules[rule].id
        if numbers[id] == nil { numbers[id] = places.count }
        places.append((pack, rule))
      }
    }
    var rules: [PreparedRule] = []
    var sources: [PatternSource] = []
    var ruleOfPattern: [Int] = []
    var pathRules: [Int] = []
    rules.reserveCapacity(count)
    sources.reserveCapacity(count)
    ruleOfPattern.reserveCapacity(count)
    do {
      var shared: [PreparedAllowance] = []
      for pack in packs {
        for allowance in pack.allow {
          shared.append(try PreparedAllowance(allowance, id: pack.name))
        }
      }
      for (number, place) in places.enumerated() {
        let rule = try PreparedRule(
          packs[place.pack].rules[place.rule], shared: shared, numbers: numbers)
        rules.append(rule)
        guard let source = rule.rule.patternSource else {
          pathRules.append(number)
          continue
        }
        sources.append(source)
        ruleOfPattern.append(number)
      }
      patterns = try PatternSet(
        sources, options: .init(decodes: options.decodes, validates: options.validates),
        image: BuiltInRules.image)
    } catch {
      let pack = packs.first { $0.rules.contains { $0.id == error.pattern } }
      throw RulePackError([
        .init(
          file: pack?.name ?? "", rule: error.pattern, key: "pattern",
          offset: error.offset, "\(error.problem); \(error.advice)")
      ])
    }
    self.rules = rules
    ignoresPaths = options.ignoresPaths
    beginnings = TokenBeginnings(rules)
    self.ruleOfPattern = ruleOfPattern
    self.pathRules = pathRules
    let parts =
      [Self.engine, PatternSet.version, "\(options.decodes)"] + packs.map(\.digest)
      + disabled.sorted()
    digest = SHA256.hexadecimal(parts.joined(separator: "\n").utf8)
  }

  public var ruleCount: Int { rules.count }

  public func ruleID(_ number: Int) -> String {
    rules.indices.contains(number) ? rules[number].rule.id : "unknown"
  }

  public func makeWorker() throws -> any SecretMatchWorker { try RulePackWorker(self) }
}
