public import PatternMatching
public import RulePacks

/// The packs of `Rules/`, decoded at build time.
public enum BuiltInRules {
  /// What is derived from their patterns, worked out at build time.
  public static let image = PatternImage(
    BuiltInRulePacks.image, searcher: BuiltInRulePacks.searcher)

  /// In the order of their names.
  ///
  /// - Parameter examples: true brings examples and counter-examples along, which only commands
  ///   about rules need.
  public static func packs(examples: Bool = false) -> [RulePack] {
    (examples ? BuiltInRulePacks.full : BuiltInRulePacks.bare).flatMap {
      RulePackDecoding.decode($0, examples: examples)
    }
  }
}
