import Foundation

/// The environment a tool gets: what it needs to run, and no token of the caller.
public enum ToolEnvironment {
  /// Variables that are passed on because a tool cannot work without them behind a proxy or with
  /// an own certificate authority; a value with a password in it is not passed on.
  private static let passed = [
    "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy",
    "SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS",
  ]

  public static func minimal(
    workspace: ToolWorkspace, extra: [String: String],
    from callerEnvironment: [String: String]? = nil
  ) -> [String: String] {
    let caller = callerEnvironment ?? ProcessInfo.processInfo.environment
    var environment = [
      "PATH": searchPath(caller["PATH"] ?? "/usr/bin:/bin", outside: workspace.root)
        .joined(separator: ":"),
      "HOME": workspace.home,
      "TMPDIR": workspace.temporary,
      "LANG": "C.UTF-8",
      "LC_ALL": "C.UTF-8",
      "TZ": "UTC",
      "NO_COLOR": "1",
      "PYTHONDONTWRITEBYTECODE": "1",
      "PYTHONSAFEPATH": "1",
    ]
    for name in passed {
      if let value = caller[name], !value.contains("@") { environment[name] = value }
    }
    return environment.merging(extra) { _, added in added }
  }

  /// The absolute folders of a PATH that do not lie inside the scanned repository.
  public static func searchPath(_ path: String, outside root: String) -> [String] {
    let inside = URL(filePath: root).resolvingSymlinksInPath().path(percentEncoded: false)
    return path.split(separator: ":").map(String.init).filter { folder in
      guard folder.hasPrefix("/") else { return false }
      let resolved = URL(filePath: folder).resolvingSymlinksInPath().path(percentEncoded: false)
      return !isInside(resolved, inside)
    }
  }

  static func isInside(_ path: String, _ root: String) -> Bool {
    let bare = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
    return path == bare || path.hasPrefix(bare == "/" ? "/" : bare + "/")
  }
}
