import FindingModel

/// The digest of everything that decides what a set finds.
enum SetDigest {
  /// Changes with every change of this module that finds more, less or something else.
  private static let engine = "secgate/patterns/1"

  static func of(_ set: PatternSet) -> String {
    var hasher = SHA256()
    func add(_ text: String) {
      hasher.update(text.utf8)
      hasher.update(CollectionOfOne(0))
    }
    add("\(engine) reach \(GuardBytes.reach) literal \(LiteralText.longest)")
    add("decodes \(set.options.decodes)")
    for source in set.sources {
      add(source.id)
      add(source.pattern)
      add(source.keywords.joined(separator: "\u{1}"))
      add("\(source.secretGroup ?? -1) \(source.before ?? -1) \(source.after ?? -1)")
    }
    for literal in set.literals {
      hasher.update(literal.bytes)
      add(literal.isCaseless ? "i" : "")
    }
    for number in 0..<set.tables.useCount { add("\(set.tables.use(Int32(number)))") }
    for number in 0..<set.tables.guardCount { add(set.tables.guardWords(number)) }
    return hasher.finalized().map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}

extension PatternTables {
  func guardWords(_ number: Int) -> String { unsafe plans[number].words }
}
