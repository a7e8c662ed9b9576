import Documents
import ScannerRunner

/// The `[tools.NAME]` tables.
enum ToolReading {
  static func all(in root: TableReading) -> [String: ToolConfiguration] {
    guard let table = root.value("tools", root.table.table) else { return [:] }
    let names = TableReading(names: table, root.problems)
    names.problems.all += table.unknownKeys(allowed: ToolNames.runnable)
    var all: [String: ToolConfiguration] = [:]
    for name in table.keys where ToolNames.runnable.contains(name) {
      if let inner = names.inner(name, place: "tools.*") { all[name] = tool(inner) }
    }
    return all
  }

  private static func tool(_ table: TableReading) -> ToolConfiguration {
    var tool = ToolConfiguration()
    tool.enabled = table.flag("enabled")
    tool.version = table.words("version")
    tool.sha256 = digest(table)
    tool.timeout = table.duration("timeout").map { .seconds($0) }
    if tool.timeout == .zero { table.add("timeout", "is nothing") }
    tool.network = table.flag("network")
    tool.path = table.words("path")
    tool.arguments = table.strings("args") ?? []
    tool.runs = table.inners("run", place: "tools.*.run").compactMap { run in
      let (kind, target) = (run.requiredWords("kind"), run.requiredWords("target"))
      guard let kind, let target else { return nil }
      guard ToolNames.targetKinds.contains(kind) else {
        let near = EditDistance.nearest(to: kind, among: ToolNames.targetKinds)
        run.add(
          "kind",
          "\(kind) is none of \(ToolNames.targetKinds.joined(separator: ", "))"
            + (near.map { "; did you mean \($0)?" } ?? ""))
        return nil
      }
      return ToolTarget(kind: kind, target: target)
    }
    return tool
  }

  private static func digest(_ table: TableReading) -> String? {
    guard let text = table.words("sha256") else { return nil }
    let digits = text.hasPrefix("sha256:") ? String(text.dropFirst(7)) : text
    guard digits.utf8.count == 64, digits.utf8.allSatisfy(isHexadecimal) else {
      table.add("sha256", "is no SHA-256 of 64 hexadecimal digits")
      return nil
    }
    return digits.lowercased()
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) || (0x41...0x46).contains(byte)
  }
}
