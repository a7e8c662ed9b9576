/// Addresses as web scanners report them.
struct WebAddress: Equatable {
  /// Scheme, host and port.
  let origin: String
  /// Without query and fragment; `/` at least.
  let path: String

  init(_ url: String) {
    var rest = Substring(Words.line(url))
    var origin = ""
    if let scheme = rest.firstRange(of: "://") {
      let after = rest[scheme.upperBound...]
      let end = after.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? after.endIndex
      var authority = after[..<end]
      // Credentials before the host are nobody's business.
      if let at = authority.lastIndex(of: "@") { authority = authority[after.index(after: at)...] }
      origin = rest[..<scheme.upperBound].lowercased() + authority.lowercased()
      rest = after[end...]
    }
    self.origin = origin
    let path = rest.prefix { $0 != "?" && $0 != "#" }
    self.path = path.hasPrefix("/") ? String(path) : "/" + path
  }

  /// Origin and path, nothing else.
  var text: String { origin + path }

  /// Without user information, query and fragment.
  static func withoutSecrets(_ url: String) -> String { WebAddress(url).text }

  /// The path with what changes from record to record as `{}`: numbers, UUIDs, long hexadecimal.
  var template: String {
    path.split(separator: "/", omittingEmptySubsequences: false).map { part in
      Self.isVariable(part) ? "{}" : String(part)
    }.joined(separator: "/")
  }

  private static func isVariable(_ part: Substring) -> Bool {
    let part = part.prefix { $0 != ";" }
    guard !part.isEmpty else { return false }
    let digits = part.utf8.count { (0x30...0x39).contains($0) }
    if digits == part.utf8.count { return true }
    let hex = part.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20) || byte == 0x2d
    }
    return hex && digits > 0 && part.utf8.count >= 16
  }
}
