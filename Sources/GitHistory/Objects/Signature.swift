/// Who wrote a commit or tag, and when.
public struct Signature: Sendable, Hashable {
  /// `Name <address>`, as the bytes say it.
  public var person: [UInt8]
  /// Seconds since 1970, within the years 1970 to 9999; 0 where it cannot be read.
  public var seconds: Int

  private static let lastSecond = 253_402_300_799

  /// Reads `Name <address> seconds zone`; what cannot be read is left out.
  init(_ line: some Collection<UInt8>) {
    let line = Array(line)
    let end = line.lastIndex(of: 0x3e).map { $0 + 1 } ?? line.count
    person = Array(line[..<end])
    let digits = line[end...].drop { $0 == 0x20 }.prefix { (0x30...0x39).contains($0) }
    seconds = min(Int(String(decoding: digits, as: UTF8.self)) ?? 0, Self.lastSecond)
  }

  /// `Name <address>`, safe to print.
  public var text: String { VisibleText.of(person) }
}
