import FindingModel

/// Reads packs back from ``RulePackEncoding``. The text comes from our own compiler; what it does
/// not know it passes over.
public enum RulePackDecoding {
  /// - Parameter examples: false leaves them out, which most commands have no use for.
  public static func decode(_ text: String, examples: Bool = true) -> [RulePack] {
    let bytes = Array(text.utf8)
    var packs: [RulePack] = []
    for record in bytes.split(separator: RulePackEncoding.record) {
      let fields = record.split(separator: RulePackEncoding.field)
      guard let first = fields.first,
        let tag = RulePackEncoding.Tag(rawValue: first[first.startIndex])
      else { continue }
      switch tag {
      case .pack: packs.append(pack(fields))
      case .rule where !packs.isEmpty:
        packs[packs.count - 1].rules.append(rule(fields, examples: examples))
      default: break
      }
    }
    return packs
  }

  private typealias Fields = [ArraySlice<UInt8>]

  private static func pack(_ fields: Fields) -> RulePack {
    var pack = RulePack(name: "")
    for field in fields {
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

  private static func rule(_ fields: Fields, examples: Bool) -> Rule {
    var rule = Rule(id: "", title: "", provider: "", severity: .medium)
    for field in fields {
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
