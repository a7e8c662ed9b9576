/// What an identity is computed from, kept beside the finding until all reports are merged:
/// dependency aliases join and equal code snippets are numbered only when everything is known.
public enum IdentityBasis: Codable, Sendable, Hashable {
  /// The id is final: computed from the value, which is not kept.
  case secret
  /// A report that hides the value: never merged with another tool's.
  case redacted
  /// Joined by aliases within `Finding.package`, then named by the lowest advisory and `scope`
  /// (manifest or image without tag; nil while unknown).
  case dependency(scope: String?)
  /// `snippet`: digest of the flagged source with white space collapsed (``Fingerprint``);
  /// nil where the report holds none and the source must be read.
  case code(rule: String, path: String, snippet: String?)
  case web(rule: String, method: String, path: String, parameter: String)
  /// A missed target or failed test of a named check.
  case evidence(check: String, name: String)
}
