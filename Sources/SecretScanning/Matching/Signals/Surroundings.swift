/// What the text round a value says about it.
enum Surroundings {
  /// Written before ids that are no secret: commits, digests, comments of an issue, parts of a
  /// picture.
  private static let marks = [
    "commit ", "commit: ", "commits ", "commit/", "commits/", "/compare/", "/tree/", "/blob/",
    "sha1:", "sha1-", "sha1=", "sha256:", "sha256-", "sha256=", "sha384-", "sha512:", "sha512-",
    "sha512=", "md5:", "md5=", "md5-", "checksum=", "checksum: ", "revision ", "revision: ",
    "revision = ", "issuecomment-", "xmp.did:", "xmp.iid:", "uuid:", "urn:uuid:", "integrity=",
    "etag: ", "object ", "tree ", "parent ", "merge ", "into ", "change-id: ", "reverts ",
  ].map { Array($0.utf8) }

  /// Names that RFC 2606 and RFC 6761 keep for examples and for this very machine.
  private static let hosts = [
    "example.com", "example.org", "example.net", "localhost", "127.0.0.1", "0.0.0.0", "[::1]",
  ]
  private static let domains = [
    ".example", ".example.com", ".example.org", ".example.net", ".test", ".invalid", ".localhost",
  ]

  /// Lines of base64 that stand in blocks: signatures, certificates, pictures.
  private static let shortestBlockLine = 60

  /// Whether a value stands where the id of a commit, a digest or the like does.
  static func holdsIdentifier(_ text: MatchedText) -> Bool {
    let before = text.before.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
    return marks.contains { before.suffix($0.count).elementsEqual($0) }
  }

  /// Whether a value is cut out of a longer line that holds nothing but base64.
  static func isInBlock(_ text: MatchedText) -> Bool {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0d }
    var line = text.lines.drop(while: isBlank)
    while let last = line.last, isBlank(last) || last == 0x3d { line.removeLast() }
    return line.count >= shortestBlockLine && line.count > text.secret.count
      && !text.lines.contains(0x0a)
      && line.allSatisfy {
        isAlphanumeric($0) || $0 == 0x2b || $0 == 0x2f
      }
  }

  /// Whether more of one word stands between an opening quote and the value: `'ab?VALUE'`.
  static func isCutOut(_ text: MatchedText) -> Bool {
    let isOpen: (UInt8) -> Bool = { [0x22, 0x27, 0x60].contains($0) }
    // What separates a value from what stands before it: white space, and the marks of URLs,
    // assignments, lists and brackets.
    let separators = Set(" \t=:/&,;({[<>|%".utf8)
    guard let open = text.before.lastIndex(where: isOpen) else { return false }
    let between = text.before[(open + 1)...]
    return !between.isEmpty && !between.contains(where: separators.contains)
      && !(between.last.map { $0 == 0x2d || $0 == 0x5f || isAlphanumeric($0) } ?? false)
  }

  /// Why a password of a URL is none, to follow "the password"; nil where nothing speaks against it.
  static func urlReason(_ text: MatchedText) -> String? {
    guard text.before.last == 0x3a else { return nil }
    let user = text.before.dropLast().reversed().prefix {
      isAlphanumeric($0) || $0 == 0x5f || $0 == 0x2d || $0 == 0x2e
    }
    let name = String(decoding: user.reversed(), as: UTF8.self)
    let password = String(decoding: text.secret, as: UTF8.self)
    if !name.isEmpty, name == password { return "is the user's name" }
    if let (who, what) = bareNames(name, password), who == what {
      return "is the user's name with the word for a password"
    }
    guard text.after.first == 0x40 else { return nil }
    let host = text.after.dropFirst().prefix {
      isAlphanumeric($0) || [0x2d, 0x2e, 0x5b, 0x5d].contains($0)
        || ($0 == 0x3a && text.after.dropFirst().first == 0x5b)
    }
    let place = String(decoding: host, as: UTF8.self).lowercased()
    if hosts.contains(place) || domains.contains(where: place.hasSuffix) {
      return "is for a host of examples or for this machine alone"
    }
    return nil
  }

  /// `my` and `my` of `myuser:mypass`; nil where the words do not stand there.
  private static func bareNames(_ user: String, _ password: String) -> (String, String)? {
    guard let who = ["username", "user", "name"].first(where: user.lowercased().hasSuffix),
      let what = ["password", "passwd", "pass", "pwd"]
        .first(where: password.lowercased().hasSuffix)
    else { return nil }
    return (String(user.dropLast(who.count)), String(password.dropLast(what.count)))
  }

  /// Whether the line is an example inside a comment: indented behind the mark, as documentation
  /// tools want it.
  static func isExample(_ text: MatchedText) -> Bool {
    let line = text.lines.drop { $0 == 0x20 || $0 == 0x09 }
    let start = String(decoding: line.prefix(8), as: UTF8.self)
    return start.hasPrefix(">>> ")
      || ["#", "//", "///", "*"].contains { mark in
        start.hasPrefix(mark + "   ") || start.hasPrefix(mark + "\t")
      }
  }

  /// Whether the line is a comment of a program, up to the match.
  static func isComment(_ text: MatchedText) -> Bool {
    let line = text.lines.drop { $0 == 0x20 || $0 == 0x09 }
    let start = String(decoding: line.prefix(8), as: UTF8.self)
    if start.hasPrefix("#") {
      return !["#def", "#if", "#inc", "#und", "#pra"].contains(where: start.hasPrefix)
    }
    return start.hasPrefix("//") || start.hasPrefix("* ") || start.hasPrefix("/*")
      || start.hasPrefix("-- ") || start.hasPrefix(">>> ")
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
  }
}
