#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How a repository is opened.
public struct OpenOptions: Sendable {
  /// Read it although somebody else owns it.
  public var trustOwner: Bool
  /// Look into the folders above the path too.
  public var searchesParents: Bool
  /// Variables of the process; a test passes its own.
  public var environment: @Sendable (String) -> String?

  public init(
    trustOwner: Bool = false, searchesParents: Bool = true,
    environment: @escaping @Sendable (String) -> String? = OpenOptions.processEnvironment
  ) {
    self.trustOwner = trustOwner
    self.searchesParents = searchesParents
    self.environment = environment
  }

  public static let processEnvironment: @Sendable (String) -> String? = { name in
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}
