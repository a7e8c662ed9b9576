import Yams

/// Reads foreign YAML (one document) into the same values; anchors and aliases are refused, since
/// they multiply and no format read here needs them.
public enum YAMLReader {
  public static let largest = 8 << 20
  /// Aliases multiply: more nodes than this in the result are refused.
  private static let mostNodes = 1_000_000
  private static let deepest = 64

  public static func parse(_ text: String, file: String) throws(DocumentError) -> DocumentValue {
    guard text.utf8.count <= largest else {
      throw DocumentError(.tooLarge, file: file, "is larger than \(largest >> 20) MiB")
    }
    try YAMLGuard.check(text, file: file)
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw DocumentError(.syntax, file: file, line: line(of: error), "is not YAML")
    } catch {
      throw DocumentError(.syntax, file: file, "is not YAML")
    }
    guard let node else { return .null }
    var budget = mostNodes
    return try value(node, file: file, path: "", depth: 0, budget: &budget)
  }

  private static func line(of error: YamlError) -> Int? {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: nil
    }
  }

  private static func value(
    _ node: Node, file: String, path: String, depth: Int, budget: inout Int
  ) throws(DocumentError) -> DocumentValue {
    budget -= 1
    guard budget > 0, depth < deepest else {
      throw DocumentError(.tooDeep, file: file, "holds too many or too deeply nested values")
    }
    switch node {
    case .scalar(let scalar): return self.scalar(node, scalar)
    case .sequence(let items):
      var values: [DocumentValue] = []
      for (index, item) in items.enumerated() {
        values.append(
          try value(
            item, file: file, path: "\(path)[\(index)]", depth: depth + 1, budget: &budget))
      }
      return .array(values)
    case .mapping(let pairs):
      var table = DocumentTable(file: file, path: path, line: node.mark?.line)
      for (key, item) in pairs {
        let name = key.string ?? ""
        let inner = try value(
          item, file: file, path: table.fullKey(name), depth: depth + 1, budget: &budget)
        table.entries.append(.init(key: name, value: inner, line: key.mark?.line))
      }
      return .table(table)
    case .alias:
      throw DocumentError(.invalid, file: file, "holds an alias that leads nowhere")
    }
  }

  private static func scalar(_ node: Node, _ scalar: Node.Scalar) -> DocumentValue {
    guard scalar.style == .plain || scalar.style == .any else { return .string(scalar.string) }
    if node.null != nil { return .null }
    if let flag = node.bool { return .boolean(flag) }
    if let number = node.int { return .integer(number) }
    if let number = node.float { return .double(number) }
    return .string(scalar.string)
  }
}
