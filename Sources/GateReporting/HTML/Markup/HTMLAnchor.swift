/// An id that links inside the page can name.
struct HTMLAnchor: Hashable {
  let text: String

  init(_ constant: StaticString) { text = constant.description }

  /// An id for a finding, evidence or check: 64 bits of FNV-1a (isthe.com/chongo/tech/comp/fnv) of its
  /// name, since the names themselves hold any character. A forged collision only misleads a link.
  init(_ prefix: StaticString, of name: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    text = prefix.description + "-" + String(repeating: "0", count: 16 - digits.count) + digits
  }

  static func row(_ finding: String) -> HTMLAnchor { HTMLAnchor("f", of: finding) }
  static func blocking(_ finding: String) -> HTMLAnchor { HTMLAnchor("b", of: finding) }
  static func evidence(_ id: String) -> HTMLAnchor { HTMLAnchor("e", of: id) }
}
