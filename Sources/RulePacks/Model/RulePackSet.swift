/// Packs side by side.
public enum RulePackSet {
  /// One problem for each id that an earlier pack has already.
  public static func duplicates(in packs: [RulePack]) -> [RulePackError.Problem] {
    var owners: [String: String] = [:]
    var problems: [RulePackError.Problem] = []
    for pack in packs {
      for rule in pack.rules {
        if let owner = owners[rule.id], owner != pack.name {
          problems.append(
            .init(file: pack.name, rule: rule.id, key: "id", "stands in \(owner) too"))
        }
        owners[rule.id] = pack.name
      }
    }
    return problems
  }
}
