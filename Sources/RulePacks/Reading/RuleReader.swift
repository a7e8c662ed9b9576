import Documents
import FindingModel
import PatternMatching

/// Reads one `[[rules]]` of our format and gathers what is wrong with it.
struct RuleReader {
  private static let keys = [
    "id", "title", "provider", "description", "severity", "confidence", "pattern", "assignment",
    "nearby", "secret_group", "prefix", "window", "entropy", "checksum", "structure", "digits",
    "words",
    "paths", "not_paths", "requires", "allow", "examples", "counter_examples", "remediation",
    "references",
  ]

  let table: DocumentTable
  private(set) var problems: [RulePackError.Problem] = []
  private var id: String?

  init(_ table: DocumentTable) { self.table = table }

  mutating func read() -> Rule? {
    problems += table.unknownKeys(allowed: Self.keys).map {
      .init($0, rule: try? table.string("id"))
    }
    do {
      let id = try table.requiredString("id")
      self.id = id
      if !Self.isWellFormed(id) {
        report("id", "must be lower-case letters, digits and single dashes, like vendor-kind")
      }
      var rule = Rule(
        id: id, title: try table.requiredString("title"),
        provider: try table.requiredString("provider"),
        severity: try choice("severity", of: Severity.self) ?? .medium)
      if table["severity"] == nil { report("severity", "is required and missing") }
      rule.confidence = try choice("confidence", of: Confidence.self) ?? .medium
      try readForm(&rule)
      try readLimits(&rule)
      try readWords(&rule)
      try readAllowances(&rule)
      return rule
    } catch let error as DocumentError {
      problems.append(.init(error, rule: id))
    } catch {
      report("id", "\(error)")
    }
    return nil
  }

  static func isWellFormed(_ id: String) -> Bool {
    let parts = id.utf8.split(separator: 0x2d, omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty
        && part.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7a).contains($0) }
    }
  }

  private mutating func report(_ key: String, offset: Int? = nil, _ message: String) {
    problems.append(
      .init(
        file: table.file, line: table.line(of: key), rule: id, key: key, offset: offset, message))
  }

  private mutating func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ key: String, of type: Value.Type
  ) throws -> Value? {
    guard let text = try table.string(key) else { return nil }
    if let value = Value(rawValue: text) { return value }
    let names = Value.allCases.map(\.rawValue)
    let hint = EditDistance.nearest(to: text, among: names).map { "; did you mean \($0)?" } ?? ""
    report(key, "\(text) is none of \(names.joined(separator: ", "))\(hint)")
    return nil
  }

  // MARK: Pattern

  private mutating func readForm(_ rule: inout Rule) throws {
    let forms = ["pattern", "assignment", "nearby"].filter { table[$0] != nil }
    guard forms.count == 1 else {
      return report(
        "pattern",
        forms.isEmpty
          ? "is missing; a rule has pattern, assignment or nearby"
          : "a rule has one of pattern, assignment and nearby, and this one has "
            + forms.joined(separator: " and "))
    }
    switch forms[0] {
    case "pattern":
      let text = try table.requiredString("pattern")
      rule.pattern = text
      let groups = compiled(text, key: "pattern")?.groupCount ?? 0
      rule.secretGroup = groups > 0 ? 1 : nil
      if let group = try table.integer("secret_group") {
        if (0...groups).contains(group) {
          rule.secretGroup = group == 0 ? nil : group
        } else {
          report("secret_group", "is \(group), and the pattern has \(groups) groups")
        }
      }
    case "assignment":
      let (names, value) = try parts("assignment", "names", ["names", "value"])
      rule.form = .assignment
      rule.pattern = AssignmentForm.pattern(names: names, value: value)
      rule.secretGroup = 1
    default:
      let (words, value) = try parts("nearby", "words", ["words", "value", "within"])
      let within = try table.table("nearby")?.integer("within") ?? 64
      if !(1...NearbyForm.farthest).contains(within) {
        report("nearby", "within must be 1 to \(NearbyForm.farthest) bytes")
      }
      rule.form = .nearby
      rule.pattern = NearbyForm.pattern(words: words, value: value, within: within)
      rule.secretGroup = 1
    }
  }

  private mutating func parts(_ key: String, _ first: String, _ allowed: [String]) throws
    -> (String, String)
  {
    guard let form = try table.table(key) else { return ("", "") }
    problems += form.unknownKeys(allowed: allowed).map { .init($0, rule: id) }
    let (name, value) = (try form.requiredString(first), try form.requiredString("value"))
    for (part, text) in [(first, name), ("value", value)] {
      _ = compiled(text, key: key, label: part)
    }
    return (name, value)
  }

  private mutating func compiled(_ text: String, key: String, label: String? = nil)
    -> TextPattern?
  {
    do {
      return try TextPattern(text, id: id ?? "")
    } catch {
      let part = label.map { "\($0): " } ?? ""
      report(key, offset: error.offset, part + error.problem)
      return nil
    }
  }

  private mutating func patterns(_ texts: [String], key: String) -> [String] {
    for text in texts { _ = compiled(text, key: key) }
    return texts
  }

  // MARK: Limits

  private mutating func readLimits(_ rule: inout Rule) throws {
    if let window = try table.table("window") {
      problems += window.unknownKeys(allowed: ["before", "after"]).map { .init($0, rule: id) }
      rule.before = try window.integer("before")
      rule.after = try window.integer("after")
      for (key, value) in [("before", rule.before), ("after", rule.after)] {
        if let value, !(0...65536).contains(value) {
          report("window", "\(key) must be 0 to 65536 bytes")
        }
      }
    }
    rule.prefix = try table.string("prefix")
    rule.entropy = try table.double("entropy")
    if let entropy = rule.entropy, !(0...8).contains(entropy) {
      report("entropy", "must be 0 to 8 bits a byte")
    }
    rule.checksum = try choice("checksum", of: ChecksumKind.self)
    rule.structure = try choice("structure", of: StructureKind.self)
    rule.needsDigit = try table.boolean("digits") ?? false
    rule.mayBeWords = try table.boolean("words") ?? false
    rule.paths = try table.string("paths")
    rule.notPaths = try table.string("not_paths")
    for (key, text) in [("paths", rule.paths), ("not_paths", rule.notPaths)] {
      if let text { _ = compiled(text, key: key) }
    }
    for requirement in try table.tables("requires") {
      problems += requirement.unknownKeys(allowed: ["rule", "within_lines", "within_columns"])
        .map { .init($0, rule: id) }
      rule.requires.append(
        Requirement(
          rule: try requirement.requiredString("rule"),
          withinLines: try requirement.integer("within_lines"),
          withinColumns: try requirement.integer("within_columns")))
    }
  }

  // MARK: Words

  private mutating func readWords(_ rule: inout Rule) throws {
    rule.description = try table.string("description")
    rule.examples = try table.strings("examples") ?? []
    rule.counterExamples = try table.strings("counter_examples") ?? []
    rule.remediation = try table.string("remediation")
    rule.references = try table.strings("references") ?? []
  }

  private mutating func readAllowances(_ rule: inout Rule) throws {
    let keys = ["secrets", "stop_words", "lines", "paths", "matches", "all"]
    for table in try table.tables("allow") {
      problems += table.unknownKeys(allowed: keys).map { .init($0, rule: id) }
      var allowance = Allowance(needsAll: try table.boolean("all") ?? false)
      allowance.secrets = patterns(try table.strings("secrets") ?? [], key: "allow")
      allowance.matches = patterns(try table.strings("matches") ?? [], key: "allow")
      allowance.lines = patterns(try table.strings("lines") ?? [], key: "allow")
      allowance.paths = patterns(try table.strings("paths") ?? [], key: "allow")
      allowance.stopWords = (try table.strings("stop_words") ?? []).map { $0.lowercased() }
      if allowance.isEmpty { report("allow", "an entry allows nothing") }
      rule.allow.append(allowance)
    }
  }
}
