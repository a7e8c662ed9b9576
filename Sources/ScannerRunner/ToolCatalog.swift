/// Every tool that secgate can run by itself.
public enum ToolCatalog {
  public static let tools: [any ScannerTool] = [
    BanditTool(), PipAuditTool(), SafetyTool(), NpmAuditTool(), SemgrepTool(), TrivyTool(),
    GitleaksTool(), TrufflehogTool(), ZapTool(),
  ]

  /// Tools that answer the same question from the same files: where one ran, the other is not
  /// missing.
  public static func alternatives(to name: String) -> [String] {
    alternatives.first { $0.contains(name) } ?? []
  }

  private static let alternatives = [["pip-audit", "safety"]]

  public static func tool(named name: String) -> (any ScannerTool)? {
    tools.first { $0.name == name }
  }
}
