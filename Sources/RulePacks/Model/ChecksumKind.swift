/// A checksum inside a token that tells a real one from a made-up one offline.
public enum ChecksumKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// GitHub and npm: the last 6 characters are the base62 CRC-32 of the 30 before.
  case github
  /// Atlassian `ATATT3` and `ATCTT3`: 8 upper-case hexadecimal digits of the CRC-32.
  case atlassian
  /// Bitbucket `ATBB`: the last 8 are the hexadecimal CRC-32.
  case bitbucket
  /// Grafana `glsa_`: the last 8 are the hexadecimal little-endian CRC-32.
  case grafana
  /// GitLab's routable tokens: the last 7 are the base36 CRC-32 of all before.
  case gitlabRoutable = "gitlab-routable"
  /// age: the checksum of bech32.
  case bech32
}
