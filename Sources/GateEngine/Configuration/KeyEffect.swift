import FindingModel

/// Whether one changed key makes the gate looser or tighter. What is not known to tighten counts as
/// looser.
struct KeyEffect {
  let base: Configuration
  let head: Configuration

  func effect(_ key: String) -> GateChange.Effect {
    let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
    switch parts.first {
    case "policy": return policy(key)
    case "require": return requirement(key)
    // An entry more lets more pass.
    case "allow":
      return base.allowances.contains { "allow.\($0.words.dropFirst(10))" == key }
        && !head.allowances.contains { "allow.\($0.words.dropFirst(10))" == key }
        ? .tighter : .looser
    case "tools": return tool(key)
    default: return secret(key)
    }
  }

  private func policy(_ key: String) -> GateChange.Effect {
    let (old, new) = (base.policy, head.policy)
    let fields = key.split(separator: ".").map(String.init)
    switch fields.count > 1 ? fields[1] : "" {
    case "inline_allow": return new.inlineAllow < old.inlineAllow ? .tighter : .looser
    case "allow": return Set(new.allow).isSubset(of: old.allow) ? .tighter : .looser
    case "kev_file", "epss_file": return old[keyPath: file(fields[1])] == nil ? .tighter : .looser
    case "accept": return accept(fields, old.accept, new.accept)
    case "category", "tool":
      guard fields.count > 3 else { return .looser }
      let name = fields[2]
      return finding(fields[3...].joined(separator: "."), category: fields[1], name)
    default: return finding(fields.dropFirst().joined(separator: "."), category: nil, "")
    }
  }

  private func file(_ key: String) -> KeyPath<PolicySettings, String?> {
    key == "kev_file" ? \.kevFile : \.epssFile
  }

  private func accept(_ fields: [String], _ old: AcceptRules, _ new: AcceptRules)
    -> GateChange.Effect
  {
    switch fields.count > 2 ? fields[2] : "" {
    case "require": return Set(old.require).isSubset(of: new.require) ? .tighter : .looser
    case "approver_must_differ": return new.approverMustDiffer ? .tighter : .looser
    default:
      guard let severity = fields.last.flatMap(Severity.init(rawValue:)),
        let days = new.maxDays[severity]
      else { return .looser }
      return days < old.maxDays[severity] ?? .max ? .tighter : .looser
    }
  }

  /// Compares what holds in the end, so that a key written for one category only is judged too.
  private func finding(_ key: String, category: String?, _ name: String) -> GateChange.Effect {
    let (old, new) = (rules(base, category, name), rules(head, category, name))
    let name = key.split(separator: ".").first.map(String.init) ?? key
    let isTighter =
      switch name {
      case "fail_on": new.failOn.map { $0 < old.failOn ?? .critical || old.failOn == nil } ?? false
      case "unknown_as": new.unknownAs > old.unknownAs
      case "min_confidence": new.minConfidence < old.minConfidence
      case "new_only": old.newOnly && !new.newOnly
      case "only_fixed": old.onlyFixed && !new.onlyFixed
      case "fail_on_exposure": old.failOnExposure.isSubset(of: new.failOnExposure)
      case "max_age":
        old.maxAge.allSatisfy { severity, seconds in
          new.maxAge[severity].map { $0 <= seconds } ?? false
        }
      case "kev_blocks": !old.kevBlocks && new.kevBlocks
      case "epss_blocks": new.epssBlocks.map { $0 < old.epssBlocks ?? 2 } ?? false
      default: false
      }
    if isTighter { return .tighter }
    return old == new ? .neutral : .looser
  }

  private func rules(_ configuration: Configuration, _ kind: String?, _ name: String)
    -> Policy.Rules
  {
    let policy = Policy(configuration.policy)
    if kind == "category", let category = Category(rawValue: name) { return policy.rules(category) }
    return policy.rules(.evidence, tool: kind == "tool" ? name : nil)
  }

  private func requirement(_ key: String) -> GateChange.Effect {
    func owner(_ configuration: Configuration) -> Requirement? {
      configuration.requirements.first { key.hasPrefix("require.\($0.check).") }
    }
    guard let new = owner(head) else { return .looser }
    guard let old = owner(base) else { return .tighter }
    let name = key.dropFirst("require.\(new.check).".count)
    switch name {
    case "any_of": return Set(new.anyOf).isSubset(of: old.anyOf) ? .tighter : .looser
    case "same_commit": return new.sameCommit ? .tighter : .looser
    case "max_age": return new.maxAge.map { $0 < old.maxAge ?? .max } ?? false ? .tighter : .looser
    case "environment": return old.environment == nil ? .tighter : .looser
    case "severity": return new.severity ?? .high > old.severity ?? .high ? .tighter : .looser
    default: return target(String(name), old.targets, new.targets)
    }
  }

  private func target(_ key: String, _ old: Requirement.Targets, _ new: Requirement.Targets)
    -> GateChange.Effect
  {
    guard let after = new.all.first(where: { $0.key == key }) else { return .looser }
    guard let before = old.all.first(where: { $0.key == key }) else { return .tighter }
    let isTighter =
      after.bound == .atLeast ? after.value > before.value : after.value < before.value
    return isTighter ? .tighter : .looser
  }

  private func tool(_ key: String) -> GateChange.Effect {
    let fields = key.split(separator: ".").map(String.init)
    guard fields.count == 3, let new = head.tools[fields[1]] else { return .looser }
    let old = base.tools[fields[1]] ?? ToolConfiguration()
    switch fields[2] {
    case "enabled": return new.enabled == true ? .tighter : .looser
    case "version": return old.version == nil ? .tighter : .looser
    case "sha256": return old.sha256 == nil ? .tighter : .looser
    case "timeout": return .neutral
    case "run":
      return !old.runs.isEmpty && old.runs.allSatisfy(new.runs.contains) ? .tighter : .looser
    default: return .looser
    }
  }

  private func secret(_ key: String) -> GateChange.Effect {
    let (old, new) = (base.secrets, head.secrets)
    let isTighter =
      switch key.split(separator: ".").dropFirst().first {
      case "disable": Set(new.disable).isSubset(of: old.disable)
      case "exclude": new.exclude.allSatisfy(old.exclude.contains)
      case "max_blob": new.maxBlob > old.maxBlob
      case "decode_depth": new.decodeDepth > old.decodeDepth
      case "archive_depth": new.archiveDepth > old.archiveDepth
      default: false
      }
    return isTighter ? .tighter : .looser
  }
}
