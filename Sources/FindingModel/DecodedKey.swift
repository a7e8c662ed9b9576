/// What the text of a private key decodes to; the decoded bytes are its identity, whoever read it.
public enum DecodedKey: Sendable, Equatable {
  /// `note` is for people.
  case decodes(note: String, bytes: [UInt8])
  /// Why it is no key, for people.
  case broken(String)
}
