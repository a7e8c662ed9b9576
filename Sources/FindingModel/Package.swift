/// The package a dependency or container finding is about.
public struct Package: Codable, Sendable, Hashable {
  /// Package URL without version, such as `pkg:pypi/urllib3` (github.com/package-url/purl-spec).
  public var purl: String
  /// The name as people write it.
  public var name: String
  /// The installed version, where the report states it.
  public var installed: String?
  /// Versions that fix the flaw, lowest first; empty: no fix is known.
  public var fixedIn: [String]

  public init(purl: String, name: String, installed: String? = nil, fixedIn: [String] = []) {
    self.purl = purl
    self.name = name
    self.installed = installed
    self.fixedIn = fixedIn
  }

  enum CodingKeys: String, CodingKey {
    case purl, name, installed
    case fixedIn = "fixed_in"
  }
}
