/// Every tool that secgate can run by itself.
public enum ToolCatalog {
  public static let tools: [any ScannerTool] = [
    BanditTool(), PipAuditTool(), SafetyTool(), NpmAuditTool(), SemgrepTool(), TrivyTool(),
    GitleaksTool(), TrufflehogTool(), ZapTool(),
  ]

  public static func tool(named name: String) -> (any ScannerTool)? {
    tools.first { $0.name == name }
  }
}
