import FindingModel

/// The digest of everything that decides what a set finds: its sources, and the version of what is
/// derived from them.
enum SetDigest {
  /// Raised with every change of this module that finds more, less or something else; a test
  /// compares what is derived from some sources with this version's.
  static let engine = "secgate/patterns/5"

  static func of(_ set: PatternSet) -> String {
    var bytes: [UInt8] = []
    func add(_ text: String) {
      bytes += text.utf8
      bytes.append(0)
    }
    add("\(engine) decodes \(set.options.decodes)")
    for source in set.sources {
      add(source.id)
      add(source.pattern)
      add(source.keywords.joined(separator: "\u{1}"))
      add("\(source.secretGroup ?? -1) \(source.before ?? -1) \(source.after ?? -1)")
    }
    // Not byte by byte: this is part of every start.
    var hasher = SHA256()
    hasher.update(bytes)
    return hasher.finalized().hexadecimal
  }
}

extension PatternTables {
  func guardWords(_ number: Int) -> String { unsafe plans[number].words }
}
