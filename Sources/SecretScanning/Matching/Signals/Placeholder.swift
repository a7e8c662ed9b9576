/// Values that stand where a secret will be put.
enum Placeholder {
  /// Words that say so; those of 6 letters or more never stand in random text.
  private static let words: [[UInt8]] = [
    "example", "placeholder", "changeme", "change_me", "change-me", "replaceme", "replace_me",
    "replace-me", "redacted", "insert_", "insert-", "yourpass", "yourtoken", "yoursecret",
    "yourkey", "yourapi", "your_", "your-", "yourown", "enter_", "enter-your", "dummy", "sample",
    "foobar", "notasecret", "not_a_secret", "not-a-secret", "notarealkey", "not-real", "not_real",
    "secret_here", "key_here", "token_here", "-here", "_here", "my_secret", "my-secret", "mysecret",
    "my_token", "mytoken", "my-token", "my_key", "my_api", "my-api", "myapikey", "fixme",
    "undefined",
    "deadbeef", "<your", "goes_here", "goeshere", "goes-here",
  ].map { Array($0.utf8) }

  /// Whole values that are no secret.
  private static let values: Set<[UInt8]> = Set(
    [
      "null", "nil", "none", "true", "false", "undefined", "string", "password", "passwd", "pass",
      "pwd", "secret", "token", "key", "apikey", "api_key", "api-key", "test", "testing", "tbd",
      "todo",
      "empty", "required", "optional", "default", "value", "text", "hidden", "masked", "private",
      "credentials", "auth", "authorization", "bearer", "basic", "login", "username", "user", "xxx",
      "n/a", "na", "foo", "bar", "baz", "abc", "abc123", "hunter2", "fake", "mock", "stub", "dev",
      "localhost", "admin123", "redacted", "changeit", "invalid", "unknown", "yes", "no", "on",
      "off",
      "utf-8", "utf8", "latin1", "latin-1", "iso-8859-1", "ascii", "sha1", "sha256", "md5",
      "base64", "digest", "plain", "replace", "changepassword", "nopass", "nopassword",
      "accesstoken", "access_token", "refreshtoken", "refresh_token", "real_key", "somepassword",
    ].map { Array($0.utf8) })

  /// Why a value is a placeholder, to follow "the value"; nil where it is none.
  ///
  /// - Parameter isDistinctive: of a format that nothing else has: only what no real one holds
  ///   counts.
  static func reason(_ value: [UInt8], isDistinctive: Bool) -> String? {
    if value.isEmpty { return "is empty" }
    if !isDistinctive,
      !String(decoding: value, as: UTF8.self).contains(where: { $0.isLetter || $0.isNumber })
    {
      return "holds neither letter nor digit"
    }
    let lower = value.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
    if let reason = repetition(lower, isDistinctive: isDistinctive) { return reason }
    if isReference(value) { return "is a reference to another one" }
    if !isDistinctive, values.contains(lower) { return "is a word that stands for one" }
    if let word = words.first(where: { contains(lower, $0) }) {
      return "holds “\(String(decoding: word, as: UTF8.self))”"
    }
    if !isDistinctive, isName(value) { return "is a name of one" }
    let run = longestSequence(withoutRepeats(lower))
    if run >= 8, run * 2 >= value.count || run == withoutRepeats(lower).count {
      return "is a sequence"
    }
    if !isDistinctive, run >= 4, run == value.count { return "is a sequence" }
    return nil
  }

  private static let nameWords: Set<String> = [
    "password", "passwords", "passwd", "pass", "pwd", "passphrase", "secret", "secrets", "token",
    "tokens", "key", "apikey", "credentials",
  ]

  /// Words joined by dashes or underscores, one of which is what the value is called: `--password`,
  /// `DB_PASSWORD`, `new-access-token`.
  private static func isName(_ text: [UInt8]) -> Bool {
    let value = text.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
    // One case throughout, as names are written that are joined so.
    guard value == text || !text.contains(where: { (0x61...0x7a).contains($0) }) else {
      return false
    }
    let parts = value.split { !isWord($0) || $0 == 0x5f }
    guard value.contains(where: { !isWord($0) || $0 == 0x5f }),
      parts.allSatisfy({ $0.allSatisfy { (0x61...0x7a).contains($0) } })
    else { return false }
    let named = parts.count { nameWords.contains(String(decoding: $0, as: UTF8.self)) }
    // Other marks stand in passwords, too: only where nothing but such words is between them.
    return value.allSatisfy { isWord($0) || $0 == 0x2d || $0 == 0x2e }
      ? named > 0 : named > 0 && named == parts.count
  }

  private static func repetition(_ value: [UInt8], isDistinctive: Bool) -> String? {
    let distinct = Set(value).count
    if value.count >= 4, distinct <= (value.count >= 12 ? 3 : 1) {
      return "is made of \(distinct) different characters"
    }
    var longest = 1
    var run = 1
    var ofMarks = 1
    for (left, right) in zip(value, value.dropFirst()) {
      run = left == right ? run + 1 : 1
      longest = max(longest, run)
      if [0x78, 0x2a, 0x2e, 0x5f, 0x2d, 0x23].contains(right) { ofMarks = max(ofMarks, run) }
    }
    if ofMarks >= (isDistinctive ? 6 : 4) { return "repeats one character" }
    if longest >= 8, longest * 3 >= value.count { return "repeats one character" }
    return repeated(value) * 2 >= value.count ? "repeats its characters" : nil
  }

  /// Bytes in runs of one character that no random text holds: four and more.
  private static func repeated(_ value: [UInt8]) -> Int {
    var (sum, run) = (0, 1)
    for (index, byte) in value.enumerated().dropFirst() {
      run = byte == value[index - 1] ? run + 1 : 1
      sum += run == 4 ? 4 : run > 4 ? 1 : 0
    }
    return sum
  }

  /// `${NAME}`, `$(command)`, `{{name}}`, `<name>`, `%s`, `#{name}`, `$NAME`, `[name]`, `env.NAME`.
  private static func isReference(_ value: [UInt8]) -> Bool {
    guard let first = value.first, let last = value.last else { return false }
    let text = String(decoding: value.prefix(256), as: UTF8.self)
    switch first {
    case 0x3c: if last == 0x3e { return true }
    case 0x5b: if last == 0x5d { return true }
    case 0x24:
      let rest = value.dropFirst()
      if rest.first == 0x7b || rest.first == 0x28 { return true }
      if !rest.isEmpty, rest.allSatisfy({ isWord($0) }) { return true }
    case 0x7b: if last == 0x7d { return true }
    case 0x25:
      if value.count <= 3 || last == 0x25 || value.dropFirst().first == 0x28 { return true }
    default: break
    }
    if text.hasPrefix("&lt;") || text.hasPrefix("@@")
      || text.hasPrefix("__") && text.hasSuffix("__")
    {
      return true
    }
    return ["process.env", "os.environ", "getenv", "ENV[", "<%"].contains { text.contains($0) }
      || holdsTemplate(value)
  }

  /// `${name}`, `#{name}`, `$(name)`, `%(name)s` or `{{ name }}` somewhere inside.
  private static func holdsTemplate(_ value: [UInt8]) -> Bool {
    for (index, byte) in value.enumerated() where byte == 0x7b || byte == 0x28 {
      guard index > 0 else { continue }
      let before = value[index - 1]
      let isDouble = byte == 0x7b && before == 0x7b
      guard
        isDouble || before == 0x24 || (before == 0x23 && byte == 0x7b)
          || (before == 0x25 && byte == 0x28)
      else { continue }
      let inside = value[(index + 1)...].prefix { byte in
        isWord(byte) || [0x20, 0x2e, 0x24, 0x2d, 0x7c, 0x22, 0x27, 0x3a].contains(byte)
      }
      let end = inside.endIndex
      let close: [UInt8] = isDouble ? [0x7d, 0x7d] : byte == 0x7b ? [0x7d] : [0x29]
      if !inside.isEmpty, value[end...].starts(with: close) { return true }
    }
    return false
  }

  /// `aabbcc` is as ordered as `abc`.
  private static func withoutRepeats(_ value: [UInt8]) -> [UInt8] {
    zip(value, value.dropFirst()).filter { $0 != $1 }.map(\.0) + value.suffix(1)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
      || byte == 0x5f
  }

  /// Characters that count up or down by one, as in `123456789` or `abcdefgh`.
  private static func longestSequence(_ value: [UInt8]) -> Int {
    var longest = 1
    var run = 1
    var step = 0
    for (left, right) in zip(value, value.dropFirst()) {
      let difference = Int(right) - Int(left)
      // 9 is followed by 0 or a, as in 1234567890abcdef.
      let isStep = abs(difference) == 1 || (left == 0x39 && (right == 0x30 || right == 0x61))
      let direction = left == 0x39 && difference != -1 ? 1 : difference
      run = isStep ? (run == 1 || direction == step ? run + 1 : 2) : 1
      step = direction
      longest = max(longest, run)
    }
    return longest
  }

  private static func contains(_ value: [UInt8], _ word: [UInt8]) -> Bool {
    guard value.count >= word.count else { return false }
    return (0...(value.count - word.count)).contains { value[$0...].starts(with: word) }
  }
}
