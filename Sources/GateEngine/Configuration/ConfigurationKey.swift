/// One key of the configuration: what it holds, for the reader, the schema and the documentation.
struct ConfigurationKey: Sendable, Hashable {
  indirect enum Kind: Sendable, Hashable {
    case text, flag, count, duration, size, day
    case number(ClosedRange<Double>)
    /// One of some words.
    case word([String])
    case list(Kind)
    /// Severities as keys.
    case bySeverity(Kind)
    /// A table at this place of the key list.
    case table(String)
    case tables(String)
    /// Tables under names of the user's choice, or of a fixed list.
    case named(String, names: [String]?)
  }

  var name: String
  var kind: Kind
  var summary: String
  /// As it would be written; nil: off, or nothing, unless written.
  var standard: String?
  var isRequired = false

  init(
    _ name: String, _ kind: Kind, _ summary: String, standard: String? = nil,
    isRequired: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.summary = summary
    self.standard = standard
    self.isRequired = isRequired
  }
}
