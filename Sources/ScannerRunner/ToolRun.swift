public import FindingModel

/// One tool on one target: the evidence so far, and the report for the adapter to read.
public struct ToolRun: Sendable {
  public var tool: String
  public var target: ToolTarget
  public var located: LocatedTool?
  public var version: String?
  public var invocation: ToolInvocation?
  public var result: ToolProcessResult?
  /// The report's bytes; nil where there is none.
  public var report: [UInt8]?
  /// Why the run counts as broken whatever the report says.
  public var problems: [String]
  /// Why the run counts as partial at best.
  public var omissions: [String] = []

  public init(tool: String, target: ToolTarget) {
    self.tool = tool
    self.target = target
    problems = []
  }

  /// The evidence of this run; outcome and counts are filled in when the report was read.
  public func evidence(category: Category) -> Evidence {
    var evidence = Evidence(
      id: "", tool: tool, category: category, source: "run", outcome: .broken, looked: .unknown)
    evidence.version = version
    evidence.digest = located?.digest
    evidence.digestOf = located?.digestOf
    evidence.arguments = invocation?.arguments
    evidence.exitCode = result?.exitCode
    evidence.start = result?.start
    evidence.end = result?.end
    evidence.target = invocation?.target.target ?? target.target
    evidence.problems = problems + omissions
    if let report { evidence.reportDigest = SHA256.hexadecimal(report) }
    let parts = [tool, evidence.target ?? "", evidence.reportDigest ?? "", problems.joined()]
    evidence.id = SHA256.hexadecimal(parts.joined(separator: "\u{0}").utf8)
    return evidence
  }
}
