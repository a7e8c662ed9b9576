/// One place where a finding stands; only the fields that apply are set.
public struct Location: Codable, Sendable, Hashable {
  /// Relative to the repository's root, with `/`; bytes that are not UTF-8 are shown as `\xNN`.
  public var path: String?
  /// From 1.
  public var line: Int?
  /// From 1, in Unicode code points.
  public var column: Int?
  public var endLine: Int?
  /// The commit that introduced the content at this path, full object id.
  public var commit: String?
  /// `Name <address>` of that commit.
  public var author: String?
  /// Author date of that commit, RFC 3339, UTC.
  public var date: String?
  /// The blob's object id.
  public var blob: String?
  /// What else holds it: `commit OID`, `tag OID`, `ref NAME`, `config KEY`, `index`.
  public var object: String?
  public var inHead: Bool?
  public var exposure: Exposure?
  /// The dependency manifest, as the tool was given it or reports it.
  public var manifest: String?
  public var url: String?
  public var method: String?
  public var parameter: String?
  /// The image with its tag.
  public var image: String?
  public var layer: String?

  public init(path: String? = nil, line: Int? = nil) {
    self.path = path
    self.line = line
  }

  enum CodingKeys: String, CodingKey {
    case path, line, column, commit, author, date, blob, object, exposure, manifest, url, method
    case parameter, image, layer
    case endLine = "end_line"
    case inHead = "in_head"
  }
}
