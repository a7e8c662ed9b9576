public import Documents
public import FindingModel

/// One decision as a TOML file: sections 7 and 14 of the design.
public enum DecisionFile {
  /// The longest readable part of a file name; file systems allow 255 bytes for the whole.
  private static let longestStem = 200
  /// A decision is a few hundred bytes; more is no decision.
  static let largest = 1 << 20

  static let keys = [
    "id", "kind", "title", "reason", "justification", "owner", "approver", "ticket", "created",
    "expires", "aliases", "at",
  ]

  /// The id with every character outside `A-Za-z0-9._-` as `_`, `-`, the first 8 hexadecimal
  /// digits of SHA-256 of the id, `.toml`. A very long id is cut before the `-`.
  public static func name(for id: String) -> String {
    let stem = id.unicodeScalars.prefix(longestStem).map { scalar in
      let isPlain =
        ("0"..."9").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("a"..."z").contains(scalar) || scalar == "." || scalar == "_" || scalar == "-"
      return isPlain ? Character(scalar) : "_"
    }
    return String(stem) + "-" + SHA256.hexadecimal(id.utf8).prefix(8) + ".toml"
  }

  /// The file's text; equal decisions are equal bytes.
  public static func text(_ decision: Decision) -> String {
    var text = line("id", decision.id) + line("kind", decision.kind.rawValue)
    text += decision.title.map { line("title", $0) } ?? ""
    text += line("reason", decision.reason)
    text += decision.justification.map { line("justification", $0) } ?? ""
    text += line("owner", decision.owner)
    text += decision.approver.map { line("approver", $0) } ?? ""
    text += decision.ticket.map { line("ticket", $0) } ?? ""
    text += TOMLWriter.line("created", decision.created.description)
    text += decision.expires.map { TOMLWriter.line("expires", $0.description) } ?? ""
    if !decision.aliases.isEmpty {
      text += TOMLWriter.line("aliases", TOMLWriter.array(decision.aliases))
    }
    if let at = decision.at {
      text += TOMLWriter.line(
        "at",
        "{ severity = \(TOMLWriter.quoted(at.severity.rawValue)), "
          + "fix = \(TOMLWriter.quoted(at.fix)), kev = \(at.kev), count = \(at.count) }")
    }
    return text
  }

  private static func line(_ key: String, _ value: String) -> String {
    TOMLWriter.line(key, TOMLWriter.quoted(value))
  }

  /// Reads a decision file: our own layout at once, any other valid TOML through the parser.
  ///
  /// - Throws: the first thing that is wrong, with file, line and key.
  public static func parse(_ bytes: [UInt8], file: String) throws(DocumentError) -> Decision {
    guard bytes.count <= largest else {
      throw DocumentError(.tooLarge, file: file, "is larger than \(largest) bytes")
    }
    if let decision = CanonicalDecision.parse(bytes) { return decision }
    return try DecisionReading(table: try TOMLReader.parse(bytes, file: file)).decision()
  }
}
