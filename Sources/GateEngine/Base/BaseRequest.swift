/// Which base a judgement is to be made against, and who said so.
public struct BaseRequest: Sendable, Hashable {
  /// A revision: `origin/main`, an object id.
  public var reference: String
  /// For people: `--base`, `SECGATE_BASE`, `GitHub Actions`.
  public var source: String
  /// The branch at the remote, where it is one: what the repairing command fetches.
  public var branch: String?
  public var remote: String

  public init(
    reference: String, source: String, branch: String? = nil, remote: String = "origin"
  ) {
    self.reference = reference
    self.source = source
    self.branch = branch
    self.remote = remote
  }

  /// The flag goes before `SECGATE_BASE`, and this before what the CI service says about the
  /// change it builds; nil: nobody names a base.
  public static func find(flag: String?, environment: (String) -> String?) -> BaseRequest? {
    if let flag, !flag.isEmpty { return named(flag, source: "--base") }
    if let text = said(environment, "SECGATE_BASE") { return named(text, source: "SECGATE_BASE") }
    return CIBase.find(environment)
  }

  static func said(_ environment: (String) -> String?, _ name: String) -> String? {
    environment(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func named(_ reference: String, source: String) -> BaseRequest {
    var request = BaseRequest(reference: reference, source: source)
    if let slash = reference.firstIndex(of: "/"), !reference.hasPrefix("refs/") {
      request.remote = String(reference[..<slash])
      request.branch = String(reference[reference.index(after: slash)...])
    }
    return request
  }
}
