/// The identities of findings, version `sg1`. What goes in, and why, is section 4 of the design;
/// a change to any of these functions is a new version.
public enum Fingerprint {
  private static let domain = Array("secgate/sg1".utf8)

  /// The identity of a secret with a normalised value: the same in every repository, at every
  /// path and from every tool that states the value. A value that a person may have chosen gets
  /// `sg1:pw:`, with too few bits of the value to confirm a guess.
  ///
  /// - Parameters:
  ///   - value: normalised: keys as their decoded bytes, encoded values decoded.
  ///   - path: where it stands; used for chosen values only.
  ///   - name: the left-hand side of the assignment; used for chosen values only.
  public static func secret(value: [UInt8], path: String, name: String) -> String {
    let digest = SHA256.hash(domain + [0] + value)
    guard GuessableValue.mayBeChosen(value) else {
      return "sg1:sec:" + Base32.encode(digest.prefix(10))
    }
    let bits = digest.prefix(2).hexadecimal.prefix(3)
    return "sg1:pw:\(bits)-" + self.digest(["pw", path, name])
  }

  /// Whether path and name are part of a secret's identity: the value alone may be guessed.
  public static func namesPlace(value: [UInt8]) -> Bool { GuessableValue.mayBeChosen(value) }

  /// The identity of a secret whose value the report hides.
  public static func redacted(rule: String, path: String, commit: String?, line: Int?) -> String {
    "sg1:red:" + digest(["red", rule, path, commit ?? "", line.map(String.init) ?? ""])
  }

  /// - Parameters:
  ///   - advisory: the primary one, see ``primaryAdvisory(of:)``.
  ///   - purl: without version.
  ///   - scope: manifest, or image without tag.
  public static func dependency(advisory: String, purl: String, scope: String?) -> String {
    "sg1:dep:\(advisory):\(purl):\(scope ?? "unknown")"
  }

  /// - Parameters:
  ///   - snippet: from ``snippet(_:)``.
  ///   - ordinal: 0 for the first equal snippet of the rule in the file, in line order.
  public static func code(rule: String, path: String, snippet: String, ordinal: Int) -> String {
    "sg1:code:" + digest(["code", rule, path, snippet, String(ordinal)])
  }

  public static func web(rule: String, method: String, path: String, parameter: String) -> String {
    "sg1:web:" + digest(["web", rule, method.uppercased(), path, parameter])
  }

  public static func evidence(check: String, name: String) -> String {
    "sg1:ev:" + digest(["ev", check, name])
  }

  /// The digest of flagged source text, with each run of white space as one space.
  public static func snippet(_ text: String) -> String {
    let words = text.utf8.split { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0d) }
    return digest([
      "snippet",
      words.map { String(decoding: $0, as: UTF8.self) }
        .joined(separator: " "),
    ])
  }

  /// The lowest CVE, else GHSA, PYSEC, OSV, else the lowest of what there is.
  public static func primaryAdvisory(of identifiers: some Collection<String>) -> String? {
    for prefix in ["CVE-", "GHSA-", "PYSEC-", "OSV-"] {
      if let lowest = identifiers.filter({ $0.hasPrefix(prefix) }).min(by: advisoryOrder) {
        return lowest
      }
    }
    return identifiers.filter { !$0.hasPrefix("CWE-") && !$0.hasPrefix("OWASP") }
      .min(by: advisoryOrder)
  }

  /// CVE-2020-9 before CVE-2020-10: numbers compare as numbers.
  private static func advisoryOrder(_ left: String, _ right: String) -> Bool {
    let (a, b) = (left.split(separator: "-"), right.split(separator: "-"))
    for (x, y) in zip(a, b) where x != y {
      if let m = Int(x), let n = Int(y), m != n { return m < n }
      return x < y
    }
    return a.count == b.count ? left < right : a.count < b.count
  }

  /// 80 bits of SHA-256 over the parts with NUL between, as 16 base32 characters.
  public static func digest(_ parts: [String]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.reduce(domain.count) { $0 + 1 + $1.utf8.count })
    bytes += domain
    for part in parts {
      bytes.append(0)
      bytes += part.utf8
    }
    return Base32.encode(SHA256.hash(bytes).prefix(10))
  }
}
