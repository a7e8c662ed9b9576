/// The rules of one file.
public struct RulePack: Sendable, Hashable, Codable {
  /// The file's name, without folders for built-in ones.
  public var name: String
  public var rules: [Rule]
  /// For every rule of every pack beside it.
  public var allow: [Allowance]
  /// Rules of other packs that this one switches off.
  public var disabled: [String]
  /// Whether the built-in packs stand beside this one, as gitleaks' `useDefault` asks.
  public var extendsBuiltIn: Bool
  /// Another file whose rules come first, as it is written.
  public var extendedPath: String?
  /// What of the file could not be kept as it was meant, one line each.
  public var differences: [String]
  /// SHA-256 of everything that decides what is found, 64 digits.
  public var digest: String

  public init(name: String) {
    self.name = name
    rules = []
    allow = []
    disabled = []
    extendsBuiltIn = false
    differences = []
    digest = ""
  }
}
