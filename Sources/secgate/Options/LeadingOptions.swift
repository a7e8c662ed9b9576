/// Global flags before the command, as git takes them: `secgate -C DIR scan`.
enum LeadingOptions {
  private static let withValue: Set<String> = ["-C", "--config"]
  private static let alone: Set<String> = ["--no-color", "--offline", "-q", "-v"]

  /// The arguments with leading global flags moved behind the command, where the parser looks for
  /// them; in front of `--`, behind which everything is an operand.
  static func moved(_ arguments: [String]) -> [String] {
    var leading: [String] = []
    var rest = arguments[...]
    while let first = rest.first {
      if withValue.contains(first), rest.count > 1 {
        leading += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if alone.contains(first) {
        leading.append(first)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    guard !leading.isEmpty, !rest.isEmpty else { return arguments }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return rest[..<end] + leading + rest[end...]
  }
}
