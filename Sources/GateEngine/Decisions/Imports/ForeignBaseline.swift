public import FindingModel

/// What another tool's ignore file or baseline hides, before it is held against findings.
public struct ForeignBaseline: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    case gitleaksIgnore = "gitleaksignore"
    case gitleaks
    case detectSecrets = "secrets-baseline"
    case trivyIgnore = "trivyignore"
    case trivyIgnoreYAML = "trivyignore-yaml"
    case osvScanner = "osv-scanner"
    case bandit
    case openVEX = "openvex"

    /// By the file's name; nil: its content must tell.
    public static func recognise(name: String) -> Format? {
      switch name.split(separator: "/").last.map(String.init) ?? name {
      case ".gitleaksignore": .gitleaksIgnore
      case ".secrets.baseline": .detectSecrets
      case ".trivyignore": .trivyIgnore
      case ".trivyignore.yaml", ".trivyignore.yml": .trivyIgnoreYAML
      case "osv-scanner.toml": .osvScanner
      default: nil
      }
    }
  }

  /// One thing that is hidden.
  public struct Entry: Sendable, Hashable {
    public var kind: Decision.Kind
    /// As the file says it, for people.
    public var words: String
    public var reason: String?
    public var expires: Day?
    public var justification: String?
    var advisory: String?
    var purl: String?
    var path: String?
    var line: Int?
    var commit: String?
    var rule: String?

    init(_ kind: Decision.Kind, _ words: String) {
      self.kind = kind
      self.words = words
    }
  }

  public var format: Format
  public var entries: [Entry]
  /// Lines that say nothing we understand; never dropped silently.
  public var problems: [String]

  init(_ format: Format) {
    self.format = format
    entries = []
    problems = []
  }

  /// The entries with the findings they hide, and those that hide none of them. An entry never
  /// decides about something nobody has seen.
  public func matched(to findings: [Finding]) -> (
    found: [(entry: Entry, finding: Finding)], unused: [Entry]
  ) {
    var found: [(entry: Entry, finding: Finding)] = []
    var unused: [Entry] = []
    var taken: Set<String> = []
    for entry in entries {
      let own = findings.filter { entry.covers($0) }
      if own.isEmpty { unused.append(entry) }
      for finding in own where taken.insert(finding.id).inserted { found.append((entry, finding)) }
    }
    return (found, unused)
  }
}

extension ForeignBaseline.Entry {
  /// Whether everything the entry names is true of the finding.
  func covers(_ finding: Finding) -> Bool {
    if let advisory {
      guard finding.identifiers.contains(advisory) || finding.ruleID == advisory else {
        return false
      }
    }
    if let purl, finding.package.map({ Self.bare($0.purl) }) != Self.bare(purl) { return false }
    if let rule, !finding.witnesses.contains(where: { $0.ruleID == rule }), finding.ruleID != rule {
      return false
    }
    guard path != nil || line != nil || commit != nil else { return advisory != nil || purl != nil }
    return finding.locations.contains { location in
      (path == nil || location.path == path || location.manifest == path)
        && (line == nil || location.line == line)
        && (commit == nil || location.commit == commit)
    }
  }

  private static func bare(_ purl: String) -> String {
    let version = purl.dropFirst(5).lastIndex(of: "@")
    let end = version.map { purl[purl.index(before: $0)] == "/" ? purl.endIndex : $0 }
    return String(purl[..<(end ?? purl.endIndex)].prefix { $0 != "?" && $0 != "#" })
  }
}
