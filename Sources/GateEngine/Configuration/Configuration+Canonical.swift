import FindingModel
import ScannerRunner
import SecretScanning

extension Configuration {
  /// Every key that differs from what holds anyway, one a line, sorted: for digests, for the
  /// report, and to compare two configurations.
  public var canonicalText: String {
    lines.map { "\($0.key) = \($0.value)\n" }.joined()
  }

  /// Key and value as text, sorted by key.
  var lines: [(key: String, value: String)] {
    var lines: [String: String] = policy.lines
    for requirement in requirements {
      for (key, value) in requirement.lines { lines["require.\(requirement.check).\(key)"] = value }
    }
    for allowance in allowances {
      lines["allow.\(allowance.words.dropFirst(10))"] =
        [allowance.reason, allowance.expires?.description ?? "no expiry"].joined(separator: ", ")
    }
    for (name, tool) in tools {
      for (key, value) in tool.lines { lines["tools.\(name).\(key)"] = value }
    }
    for (key, value) in secrets.lines { lines["secrets.\(key)"] = value }
    return lines.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension PolicySettings {
  fileprivate var lines: [String: String] {
    var lines: [String: String] = [:]
    for (key, value) in general.lines { lines["policy.\(key)"] = value }
    for (category, keys) in categories {
      for (key, value) in keys.lines {
        lines["policy.category.\(category.rawValue).\(key)"] = value
      }
    }
    for (tool, keys) in tools {
      for (key, value) in keys.lines { lines["policy.tool.\(tool).\(key)"] = value }
    }
    if inlineAllow != .base { lines["policy.inline_allow"] = inlineAllow.rawValue }
    if !allow.isEmpty {
      lines["policy.allow"] = allow.map(\.rawValue).sorted().joined(separator: ", ")
    }
    lines["policy.kev_file"] = kevFile
    lines["policy.epss_file"] = epssFile
    let standard = AcceptRules()
    if accept.require != standard.require {
      lines["policy.accept.require"] = accept.require.map(\.rawValue).joined(separator: ", ")
    }
    if !accept.approverMustDiffer { lines["policy.accept.approver_must_differ"] = "false" }
    if accept.maxDays != standard.maxDays {
      for severity in Severity.allCases
      where accept.maxDays[severity] != standard.maxDays[severity] {
        lines["policy.accept.max_days.\(severity.rawValue)"] =
          accept.maxDays[severity].map(String.init) ?? "none"
      }
    }
    return lines
  }
}

extension PolicyKeys {
  fileprivate var lines: [String: String] {
    var lines: [String: String] = [:]
    lines["fail_on"] = failOn.map { $0.map(\.rawValue).joined(separator: ", ") }
    lines["unknown_as"] = unknownAs?.rawValue
    lines["min_confidence"] = minConfidence?.rawValue
    lines["new_only"] = newOnly.map(String.init)
    lines["only_fixed"] = onlyFixed.map(String.init)
    lines["fail_on_exposure"] = failOnExposure.map { $0.map(\.rawValue).joined(separator: ", ") }
    for (severity, seconds) in maxAge ?? [:] {
      lines["max_age.\(severity.rawValue)"] = Quantity.durationText(seconds)
    }
    lines["kev_blocks"] = kevBlocks.map(String.init)
    lines["epss_blocks"] = epssBlocks.map { String($0) }
    return lines
  }
}

extension Requirement {
  var lines: [String: String] {
    var lines = ["any_of": anyOf.joined(separator: ", ")]
    if !sameCommit { lines["same_commit"] = "false" }
    lines["max_age"] = maxAge.map(Quantity.durationText)
    lines["environment"] = environment
    lines["severity"] = severity?.rawValue
    for target in targets.all { lines[target.key] = target.limit }
    return lines
  }
}

extension ToolConfiguration {
  var lines: [String: String] {
    var lines: [String: String] = [:]
    lines["enabled"] = enabled.map(String.init)
    lines["version"] = version
    lines["sha256"] = sha256
    lines["timeout"] = timeout.map { Quantity.durationText(Int($0.components.seconds)) }
    lines["network"] = network.map(String.init)
    lines["path"] = path
    if !arguments.isEmpty { lines["args"] = arguments.joined(separator: " ") }
    if !runs.isEmpty {
      lines["run"] = runs.map { "\($0.kind) \($0.target)" }.sorted().joined(separator: ", ")
    }
    return lines
  }
}

extension SecretSettings {
  var lines: [String: String] {
    let standard = SecretSettings()
    var lines: [String: String] = [:]
    if !rules.isEmpty { lines["rules"] = rules.joined(separator: ", ") }
    if !disable.isEmpty { lines["disable"] = disable.sorted().joined(separator: ", ") }
    for entry in exclude { lines["exclude.\(entry.pattern)"] = entry.reason }
    if maxBlob != standard.maxBlob { lines["max_blob"] = String(maxBlob) }
    if decodeDepth != standard.decodeDepth { lines["decode_depth"] = String(decodeDepth) }
    if archiveDepth != standard.archiveDepth { lines["archive_depth"] = String(archiveDepth) }
    return lines
  }
}
