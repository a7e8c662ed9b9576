import FindingModel

/// The parts of a dependency's identity: `sg1:dep:ADVISORY:PURL:SCOPE`.
struct DependencyKey: Hashable {
  var advisory: String
  var purl: String
  /// Manifest or image; `*` in a decision stands for every one.
  var scope: String

  init?(_ id: String) {
    let prefix = "sg1:dep:"
    guard id.hasPrefix(prefix) else { return nil }
    let rest = id.dropFirst(prefix.count)
    guard let first = rest.firstIndex(of: ":") else { return nil }
    let after = rest[rest.index(after: first)...]
    // A purl holds one colon, after `pkg`; further ones are percent-encoded.
    guard after.hasPrefix("pkg:"), let second = after.dropFirst(4).firstIndex(of: ":") else {
      return nil
    }
    advisory = String(rest[..<first])
    purl = String(after[..<second])
    scope = String(after[after.index(after: second)...])
  }

  var package: String { purl + "\u{0}" + scope }
  var everyScope: String { purl + "\u{0}*" }
}
