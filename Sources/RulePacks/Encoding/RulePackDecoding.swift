import FindingModel

/// Reads packs back from ``RulePackEncoding``. The text comes from our own compiler; what it does
/// not know it passes over.
public enum RulePackDecoding {
  /// - Parameter examples: false leaves them out, which most commands have no use for.
  public static func decode(_ text: String, examples: Bool = true) -> [RulePack] {
    decode(Array(text.utf8), examples: examples)
  }

  /// The same of what stands in the binary: no text is made of all of it first.
  public static func decode(_ text: StaticString, examples: Bool = true) -> [RulePack] {
    decode(text.withUTF8Buffer { unsafe Array($0) }, examples: examples)
  }

  private static func decode(_ bytes: [UInt8], examples: Bool) -> [RulePack] {
    var packs: [RulePack] = []
    for record in parts(of: bytes[...], at: RulePackEncoding.record) {
      guard let first = record.first, let tag = RulePackEncoding.Tag(rawValue: first) else {
        continue
      }
      switch tag {
      case .pack:
        packs.append(pack(record))
        // A rule is large: the list is not to move it as it grows.
        packs[packs.count - 1].rules.reserveCapacity(
          bytes.reduce(0) { $0 + ($1 == RulePackEncoding.record ? 1 : 0) })
      case .rule where !packs.isEmpty:
        packs[packs.count - 1].rules.append(rule(record, examples: examples))
      default: break
      }
    }
    return packs
  }

  /// The stretches between separators, empty ones left out, one after the other: every command that
  /// has rules waits for this.
  private static func parts(of bytes: ArraySlice<UInt8>, at separator: UInt8)
    -> some Sequence<ArraySlice<UInt8>>
  {
    sequence(state: bytes) { rest -> ArraySlice<UInt8>? in
      while !rest.isEmpty {
        let end = rest.firstIndex(of: separator) ?? rest.endIndex
        let part = rest[..<end]
        rest = rest[min(end + 1, rest.endIndex)...]
        if !part.isEmpty { return part }
      }
      return nil
    }
  }

  private static func pack(_ record: ArraySlice<UInt8>) -> RulePack {
    var pack = RulePack(name: "")
    for field in parts(of: record, at: RulePackEncoding.field) {
      let value = field.dropFirst()
      switch RulePackEncoding.Tag(rawValue: field[field.startIndex]) {
      case .pack: pack.name = string(value)
      case .digest: pack.digest = string(value)
      case .disabled: pack.disabled = list(value, RulePackEncoding.item)
      case .extends: pack.extendsBuiltIn = true
      case .allow: pack.allow.append(allowance(value))
      case .differences: pack.differences = list(value, RulePackEncoding.item)
      default: break
      }
    }
    return pack
  }

  private static func rule(_ record: ArraySlice<UInt8>, examples: Bool) -> Rule {
    var rule = Rule(id: "", title: "", provider: "", severity: .medium)
    for field in parts(of: record, at: RulePackEncoding.field) {
      let value = field.dropFirst()
      guard let tag = RulePackEncoding.Tag(rawValue: field[field.startIndex]) else { continue }
      switch tag {
      case .examples where examples: rule.examples = list(value, RulePackEncoding.item)
      case .counterExamples where examples:
        rule.counterExamples = list(value, RulePackEncoding.item)
      case .examples, .counterExamples: break
      case .rule: rule.id = string(value)
      case .title: rule.title = string(value)
      case .provider: rule.provider = string(value)
      case .severity: rule.severity = Severity(rawValue: string(value)) ?? .medium
      case .confidence: rule.confidence = Confidence(rawValue: string(value)) ?? .medium
      case .form: rule.form = RuleForm(rawValue: string(value)) ?? .pattern
      case .description: rule.description = string(value)
      case .remediation: rule.remediation = string(value)
      case .references: rule.references = list(value, RulePackEncoding.item)
      default: matching(tag, value, &rule)
      }
    }
    return rule
  }

  private static func matching(
    _ tag: RulePackEncoding.Tag, _ value: ArraySlice<UInt8>, _ rule: inout Rule
  ) {
    switch tag {
    case .pattern: rule.pattern = string(value)
    case .keywords: rule.keywords = list(value, RulePackEncoding.item)
    case .group: rule.secretGroup = Int(string(value))
    case .prefix: rule.prefix = string(value)
    case .before: rule.before = Int(string(value))
    case .after: rule.after = Int(string(value))
    case .entropy: rule.entropy = Double(string(value))
    case .checksum: rule.checksum = ChecksumKind(rawValue: string(value))
    case .structure: rule.structure = StructureKind(rawValue: string(value))
    case .digit: rule.needsDigit = true
    case .silent: rule.isSilent = true
    case .words: rule.mayBeWords = true
    case .paths: rule.paths = string(value)
    case .notPaths: rule.notPaths = string(value)
    case .allow: rule.allow.append(allowance(value))
    case .requires:
      let parts = list(value, RulePackEncoding.item)
      guard parts.count == 3 else { return }
      rule.requires.append(
        Requirement(rule: parts[0], withinLines: Int(parts[1]), withinColumns: Int(parts[2])))
    default: break
    }
  }

  private static func allowance(_ value: ArraySlice<UInt8>) -> Allowance {
    let lists = value.split(separator: RulePackEncoding.item, omittingEmptySubsequences: false)
    let head = lists.first.map(string) ?? ""
    var allowance = Allowance(
      effect: Allowance.Effect(rawValue: String(head.dropLast())) ?? .lower,
      needsAll: head.hasSuffix("&"))
    guard lists.count == 7 else { return allowance }
    let parts = lists.dropFirst().map { $0.isEmpty ? [] : list($0, RulePackEncoding.part) }
    allowance.secrets = parts[0]
    allowance.matches = parts[1]
    allowance.lines = parts[2]
    allowance.paths = parts[3]
    allowance.stopWords = parts[4]
    allowance.commits = parts[5]
    return allowance
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private static func list(_ bytes: ArraySlice<UInt8>, _ separator: UInt8) -> [String] {
    bytes.split(separator: separator, omittingEmptySubsequences: false).map(string)
  }
}
