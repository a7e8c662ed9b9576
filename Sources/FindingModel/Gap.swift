/// One place where something was not looked at, or could not be judged.
public struct Gap: Codable, Sendable, Hashable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case shallow, partial, missing, corrupt, unreadable, dirty
    case blobLimit = "blob-limit"
    case matchLimit = "match-limit"
    case archiveLimit = "archive-limit"
    case decodeLimit = "decode-limit"
    case toolPartial = "tool-partial"
  }

  public var kind: Kind
  /// What it is about, for people: an object id, a path, a tool.
  public var subject: String
  public var path: String?
  public var rule: String?
  /// What happened and what to do.
  public var detail: String
  /// The `[[allow]]` entry or `allow` kind that lets it pass, in words; nil: it does not pass.
  public var allowedBy: String?

  public init(
    kind: Kind, subject: String, path: String? = nil, rule: String? = nil, detail: String
  ) {
    self.kind = kind
    self.subject = subject
    self.path = path
    self.rule = rule
    self.detail = detail
  }

  enum CodingKeys: String, CodingKey {
    case kind, subject, path, rule, detail
    case allowedBy = "allowed_by"
  }
}
