import FindingModel

/// What a head's configuration changes against the base's, and what both together make of the
/// settings that can have one value only.
struct ConfigurationComparison {
  let base: Configuration
  let head: Configuration

  /// Looser first, then by key.
  var changes: [GateChange] {
    let before = Dictionary(uniqueKeysWithValues: base.lines.map { ($0.key, $0.value) })
    let after = Dictionary(uniqueKeysWithValues: head.lines.map { ($0.key, $0.value) })
    let keys = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    let changes = keys.map { key in
      let effect = KeyEffect(base: base, head: head).effect(key)
      return GateChange(
        effect: effect, subject: "\(Configuration.fileName): \(key)", before: before[key],
        after: after[key], counts: effect == .tighter)
    }
    let rank: [GateChange.Effect] = [.looser, .neutral, .tighter]
    return changes.sorted {
      let (a, b) = (rank.firstIndex(of: $0.effect) ?? 0, rank.firstIndex(of: $1.effect) ?? 0)
      return a == b ? $0.subject < $1.subject : a < b
    }
  }

  /// The base's tools; a head may demand one, or pin what is not pinned yet.
  var tools: [String: ToolConfiguration] {
    var tools = base.tools
    for (name, wanted) in head.tools {
      var tool = tools[name] ?? ToolConfiguration()
      if wanted.enabled == true { tool.enabled = true }
      tool.version = tool.version ?? wanted.version
      tool.sha256 = tool.sha256 ?? wanted.sha256
      if !tool.runs.isEmpty {
        tool.runs += wanted.runs.filter { !tool.runs.contains($0) }
      }
      tools[name] = tool
    }
    return tools
  }

  /// Whatever searches more.
  var secrets: SecretSettings {
    var settings = base.secrets
    settings.disable = base.secrets.disable.filter { head.secrets.disable.contains($0) }
    settings.exclude = base.secrets.exclude.filter { head.secrets.exclude.contains($0) }
    settings.maxBlob = max(base.secrets.maxBlob, head.secrets.maxBlob)
    settings.decodeDepth = max(base.secrets.decodeDepth, head.secrets.decodeDepth)
    settings.archiveDepth = max(base.secrets.archiveDepth, head.secrets.archiveDepth)
    return settings
  }
}
