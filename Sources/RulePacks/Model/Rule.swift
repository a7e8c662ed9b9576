public import FindingModel

/// One kind of secret: how it is found, what it is worth and what to do about it.
public struct Rule: Sendable, Hashable, Codable {
  /// `vendor-kind`, stable for ever.
  public var id: String
  public var title: String
  /// For people; `Generic` where no provider can be told.
  public var provider: String
  public var description: String?
  public var severity: Severity
  /// What a match is worth before any signal is looked at.
  public var confidence: Confidence
  public var form: RuleForm
  /// PCRE2 on bytes, whatever form it was written in; nil for a rule about paths alone.
  public var pattern: String?
  /// Words near the match, for a pattern without a literal of its own; of gitleaks rules.
  public var keywords: [String]
  /// nil for the whole match.
  public var secretGroup: Int?
  /// Public prefix of the format, shown in previews.
  public var prefix: String?
  /// Caps of the window, bytes round the literal.
  public var before: Int?
  public var after: Int?
  /// Least Shannon entropy of the secret, bits a byte; below it a match is none.
  public var entropy: Double?
  public var checksum: ChecksumKind?
  public var structure: StructureKind?
  /// Whether the secret must hold a digit.
  public var needsDigit: Bool
  /// Whether the secret may read as text, as passwords do.
  public var mayBeWords: Bool
  /// Only at paths where this pattern occurs.
  public var paths: String?
  /// Not at paths where this pattern occurs.
  public var notPaths: String?
  public var requires: [Requirement]
  /// Only there for others to require; never reported itself.
  public var isSilent: Bool
  public var allow: [Allowance]
  /// `{~}` stands in every token, so that the pack itself holds no secret.
  public var examples: [String]
  public var counterExamples: [String]
  public var remediation: String?
  public var references: [String]

  public init(id: String, title: String, provider: String, severity: Severity) {
    self.id = id
    self.title = title
    self.provider = provider
    self.severity = severity
    confidence = .medium
    form = .pattern
    keywords = []
    needsDigit = false
    mayBeWords = false
    isSilent = false
    requires = []
    allow = []
    examples = []
    counterExamples = []
    references = []
  }

  /// The provider of every rule that was read from a gitleaks configuration.
  static let gitleaks = "gitleaks"

  /// Of gitleaks, whose own filters are all that is to count.
  public var isOfGitleaks: Bool { provider == Self.gitleaks }

  /// Of no provider: a name alone says what the value is.
  public var isGeneric: Bool { provider == "Generic" }

  /// A format that nothing else has, so that neither path nor context is needed to believe it.
  public var isDistinctive: Bool { confidence == .high && form == .pattern }
}
