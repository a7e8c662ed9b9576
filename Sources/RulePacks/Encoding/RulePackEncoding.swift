import FindingModel

/// The form that packs have inside the binary: records of fields, separated by control characters
/// that no pack may hold, so that reading them is cutting at bytes.
public enum RulePackEncoding {
  static let record: UInt8 = 0x1e
  static let field: UInt8 = 0x1f
  static let item: UInt8 = 0x1d
  static let part: UInt8 = 0x1c

  /// A field's first byte says what it is.
  enum Tag: UInt8 {
    case pack = 0x50  // P
    case rule = 0x52  // R
    case id = 0x69
    case title = 0x74
    case provider = 0x70
    case description = 0x64
    case severity = 0x73
    case confidence = 0x63
    case form = 0x66
    case pattern = 0x78
    case keywords = 0x6b
    case group = 0x67
    case prefix = 0x58
    case before = 0x3c
    case after = 0x3e
    case entropy = 0x65
    case checksum = 0x43
    case structure = 0x53
    case digit = 0x39
    case silent = 0x71
    case words = 0x77
    case paths = 0x2f
    case notPaths = 0x5c
    case requires = 0x72
    case allow = 0x61
    case examples = 0x45
    case counterExamples = 0x4e
    case remediation = 0x6d
    case references = 0x75
    case disabled = 0x44
    case extends = 0x2b
    case digest = 0x23
    case differences = 0x7e
  }

  public static func encode(_ packs: [RulePack]) -> String {
    packs.map(pack).joined(separator: text(record))
  }

  private static func pack(_ pack: RulePack) -> String {
    var fields = [tagged(.pack, pack.name), tagged(.digest, pack.digest)]
    fields += list(.disabled, pack.disabled)
    if pack.extendsBuiltIn { fields.append(tagged(.extends, "")) }
    fields += pack.allow.map { tagged(.allow, allowance($0)) }
    fields += list(.differences, pack.differences)
    return ([fields.joined(separator: text(field))] + pack.rules.map(rule))
      .joined(separator: text(record))
  }

  private static func rule(_ rule: Rule) -> String {
    var fields = [
      tagged(.rule, rule.id), tagged(.title, rule.title), tagged(.provider, rule.provider),
      tagged(.severity, rule.severity.rawValue), tagged(.confidence, rule.confidence.rawValue),
      tagged(.form, rule.form.rawValue),
    ]
    let optional: [(Tag, String?)] = [
      (.description, rule.description), (.pattern, rule.pattern),
      (.group, rule.secretGroup.map(String.init)), (.prefix, rule.prefix),
      (.before, rule.before.map(String.init)), (.after, rule.after.map(String.init)),
      (.entropy, rule.entropy.map { String($0) }), (.checksum, rule.checksum?.rawValue),
      (.structure, rule.structure?.rawValue), (.digit, rule.needsDigit ? "" : nil),
      (.silent, rule.isSilent ? "" : nil),
      (.words, rule.mayBeWords ? "" : nil),
      (.paths, rule.paths), (.notPaths, rule.notPaths), (.remediation, rule.remediation),
    ]
    for (tag, value) in optional {
      if let value { fields.append(tagged(tag, value)) }
    }
    fields += list(.keywords, rule.keywords) + list(.references, rule.references)
    fields += list(.examples, rule.examples) + list(.counterExamples, rule.counterExamples)
    fields += rule.allow.map { tagged(.allow, allowance($0)) }
    fields += rule.requires.map { requirement in
      tagged(
        .requires,
        [
          requirement.rule, requirement.withinLines.map(String.init) ?? "",
          requirement.withinColumns.map(String.init) ?? "",
        ].joined(separator: text(item)))
    }
    return fields.joined(separator: text(field))
  }

  private static func allowance(_ allowance: Allowance) -> String {
    let head = allowance.effect.rawValue + (allowance.needsAll ? "&" : "|")
    let lists = [
      allowance.secrets, allowance.matches, allowance.lines, allowance.paths,
      allowance.stopWords, allowance.commits,
    ]
    return ([head] + lists.map { $0.joined(separator: text(part)) })
      .joined(separator: text(item))
  }

  private static func tagged(_ tag: Tag, _ value: String) -> String { text(tag.rawValue) + value }

  private static func list(_ tag: Tag, _ values: [String]) -> [String] {
    values.isEmpty ? [] : [tagged(tag, values.joined(separator: text(item)))]
  }

  private static func text(_ byte: UInt8) -> String { String(UnicodeScalar(byte)) }
}
