/// What a secret must decode to; one that does not is a suspect.
public enum StructureKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// Three parts of which the first decodes to JSON with `alg`.
  case jwt
  /// A PEM block with a body that decodes to DER, or to an OpenSSH, PGP or encrypted body.
  case pem
  /// The body of an OpenSSH key.
  case openssh
  /// A PuTTY key file.
  case ppk
  /// A JSON document.
  case json
  /// Base64 of a JSON document.
  case base64JSON = "base64-json"
  /// Base64 of `user:password`.
  case basicAuthorization = "basic-auth"
  /// Base64, of at least 16 bytes.
  case base64
  /// An access key id with a valid account number inside.
  case awsAccessKeyID = "aws-access-key-id"
  /// A UUID that is not all zeros or one digit.
  case uuid
  /// A macaroon in base64url, as PyPI's tokens are.
  case macaroon
}
