import FindingModel
import ReportReading

/// What the suites of a JUnit file say beside its cases.
struct JUnitSuites {
  private(set) var isPytest = false
  /// The oldest time stamp with a zone.
  private(set) var oldest: Timestamp?
  /// Tests and failures by the attributes of the suites without suites in them, or of the root
  /// where they say nothing. Only believed where there is no case at all.
  private(set) var claimed = 0
  private(set) var claimedFailures = 0

  /// - Parameter root: the document without its cases.
  init?(_ root: XMLNode) {
    guard ["testsuites", "testsuite", "result", "testsuitesGroup"].contains(root.name) else {
      return nil
    }
    visit(root)
    if claimed == 0, root.name == "testsuites" { claim(root) }
  }

  private mutating func visit(_ node: XMLNode) {
    guard node.name != "properties" else { return }
    let name = node.attributes["name"]
    if name == "pytest" || name == "pytest tests" { isPytest = true }
    if let time = ReportTime.rfc3339(node.attributes["timestamp"]) {
      oldest = min(oldest ?? time, time)
    }
    if node.name == "testsuite", node["testsuite"] == nil { claim(node) }
    for child in node.children { visit(child) }
  }

  private mutating func claim(_ node: XMLNode) {
    claimed = claimed.plus(LenientNumber.count(node.attributes["tests"]) ?? 0)
    for name in ["failures", "errors"] {
      claimedFailures = claimedFailures.plus(LenientNumber.count(node.attributes[name]) ?? 0)
    }
  }
}
