/// Packs side by side.
public enum RulePackSet {
  /// One problem for each id that an earlier pack has already.
  public static func duplicates(in packs: [RulePack]) -> [RulePackError.Problem] {
    var owners: [String: String] = [:]
    owners.reserveCapacity(packs.reduce(0) { $0 + $1.rules.count })
    var problems: [RulePackError.Problem] = []
    for pack in packs {
      for index in pack.rules.indices {
        let id = pack.rules[index].id
        if let owner = owners.updateValue(pack.name, forKey: id), owner != pack.name {
          problems.append(.init(file: pack.name, rule: id, key: "id", "stands in \(owner) too"))
        }
      }
    }
    return problems
  }
}
