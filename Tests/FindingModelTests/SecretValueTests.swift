import FindingModel
import Testing

@Suite struct SecretValueTests {
  @Test func `a preview shows the public prefix and two characters of a long secret`() {
    let long = SecretValue("ghp_0123456789abcdefghijXY".utf8, publicPrefix: 4)
    #expect(long.preview == "ghp_…XY")
    #expect("\(long)" == long.preview)
    #expect(SecretValue("hunter2".utf8).preview == "•••• (under 8 characters)")
  }

  @Test func `a key in PEM is shown by its first line`() {
    let body = String(repeating: "MIIEvQIBADANBgkq", count: 4)
    let text = "-----BEGIN " + "RSA PRIVATE KEY-----\n\(body)\n-----END RSA PRIVATE KEY-----"
    #expect(SecretValue(text.utf8).preview == "-----BEGIN RSA " + "PRIVATE KEY-----…")
    // What only begins like one may hold anything in its place.
    let other = "-----BEGIN " + "my\u{1B}pass-----\n\(body)"
    #expect(SecretValue(other.utf8).preview == "…kq")
  }
}
