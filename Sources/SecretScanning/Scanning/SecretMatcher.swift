public import FindingModel
public import PatternMatching

/// What the scan needs of the rules: the seam between finding the bytes and judging them.
public protocol SecretMatcher: Sendable {
  var ruleCount: Int { get }
  /// SHA-256 of everything that decides what is found, 64 digits.
  var digest: String { get }
  /// The id of a rule by its number, see ``SecretMatch/rule``.
  func ruleID(_ number: Int) -> String
  /// One for each worker, with scratch memory of its own.
  func makeWorker() throws -> any SecretMatchWorker
}

/// One worker's matcher; never shared.
public protocol SecretMatchWorker: AnyObject {
  /// Every match of every rule in a content, sorted.
  func matches(in content: Span<UInt8>) throws -> [SecretMatch]
  /// What a match is worth at a path; nil where it is none after all, such as a path that its
  /// rule leaves out.
  func assess(_ match: SecretMatch, in content: Span<UInt8>, path: String?) -> AssessedSecret?
  /// Rules of which a literal stands in a part of a content, though they do not match there.
  func nearMisses(in part: Range<Int>, of content: Span<UInt8>, path: String?) -> [RuleTrace]
}

/// Where a rule matched. What it is worth depends on the path and is judged later.
public struct SecretMatch: Hashable, Sendable, Comparable {
  /// The rule's number in its set.
  public var rule: Int
  /// The bytes of the secret group; for an unjudged match those of the anchor.
  public var secret: Range<Int>
  /// False where a limit stopped the search: neither a match nor none.
  public var isJudged: Bool
  /// The pattern's match that it comes from: how the bytes are written and what stands round them.
  public var origin: PatternMatch?
  /// Whether its rule wants another match near by, and there is none.
  public var isAlone = false

  public init(rule: Int, secret: Range<Int>, isJudged: Bool = true) {
    self.rule = rule
    self.secret = secret
    self.isJudged = isJudged
  }

  public static func < (left: SecretMatch, right: SecretMatch) -> Bool {
    (left.secret.lowerBound, left.secret.upperBound, left.rule, left.isJudged ? 1 : 0)
      < (right.secret.lowerBound, right.secret.upperBound, right.rule, right.isJudged ? 1 : 0)
  }
}

/// A match, judged.
public struct AssessedSecret: Sendable {
  public var rule: RuleWords
  public var confidence: Confidence
  /// Why, one line for each signal.
  public var signals: [String]
  /// As it stands there; for previews and masking.
  public var value: SecretValue
  /// What the identity is computed from: keys as their decoded bytes, encoded values decoded.
  public var normalised: [UInt8]
  /// The left-hand side of the assignment, empty where there is none.
  public var name: String

  public init(
    rule: RuleWords, confidence: Confidence, signals: [String], value: SecretValue,
    normalised: [UInt8], name: String
  ) {
    self.rule = rule
    self.confidence = confidence
    self.signals = signals
    self.value = value
    self.normalised = normalised
    self.name = name
  }
}

/// What a rule says about its findings.
public struct RuleWords: Sendable, Hashable {
  public var id: String
  public var title: String
  public var description: String?
  public var severity: Severity
  public var remediation: String?
  public var references: [String]
  /// Whether it names no provider; a rule that does knows more of the same bytes.
  public var isGeneric: Bool

  public init(
    id: String, title: String, description: String? = nil, severity: Severity,
    remediation: String? = nil, references: [String] = [], isGeneric: Bool = false
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.severity = severity
    self.remediation = remediation
    self.references = references
    self.isGeneric = isGeneric
  }
}
