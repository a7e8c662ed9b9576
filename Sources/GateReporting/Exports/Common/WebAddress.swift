/// The parts of an address that reports name.
struct WebAddress {
  /// `https://host:port`; empty where there is none.
  var origin = ""
  var host = ""
  /// With its slash; never empty.
  var path = "/"

  init(_ url: String) {
    var rest = Substring(url)
    if let mark = rest.firstRange(of: "://") {
      let scheme = rest[..<mark.lowerBound]
      rest = rest[mark.upperBound...]
      let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      // Credentials in an address are nobody's business.
      host = String(authority.split(separator: "@", omittingEmptySubsequences: false).last ?? "")
      origin = scheme + "://" + host
      rest = rest[authority.endIndex...]
    }
    let path = rest.prefix { $0 != "?" && $0 != "#" }
    self.path = path.hasPrefix("/") ? String(path) : "/" + path
  }

  static func isWeb(_ url: String) -> Bool {
    let lower = url.prefix(8).lowercased()
    return (lower.hasPrefix("https://") || lower.hasPrefix("http://")) && url.utf8.count < 2000
  }
}
