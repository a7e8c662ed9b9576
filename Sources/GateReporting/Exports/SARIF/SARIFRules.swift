import FindingModel

/// The rules of a run, each once, in the order of their ids.
///
/// GitHub shows the severity of the rule beside each result, so that for it findings of one rule
/// and several severities need a rule each: the worst keeps the plain id.
struct SARIFRules {
  struct Rule {
    var id: String
    var example: Finding
  }

  private(set) var rules: [Rule] = []
  private var indices: [String: Int] = [:]
  private var worst: [String: Severity] = [:]
  private let splits: Bool

  init(_ findings: [Finding], splitBySeverity: Bool) {
    splits = splitBySeverity
    for finding in findings {
      let known = worst[finding.ruleID]
      worst[finding.ruleID] = known.map { max($0, finding.counted) } ?? finding.counted
    }
    var examples: [String: Finding] = [:]
    for finding in findings {
      let id = id(of: finding)
      // The worst finding describes its rule; findings come worst first.
      if examples[id] == nil { examples[id] = finding }
    }
    for (id, example) in examples.sorted(by: { $0.key < $1.key }) {
      indices[id] = rules.count
      rules.append(Rule(id: id, example: example))
    }
  }

  func id(of finding: Finding) -> String {
    let name = finding.ruleID.isEmpty ? finding.category.rawValue : finding.ruleID
    let plain = PlainText.line(name, limit: 200)
    guard splits, worst[finding.ruleID] != finding.counted else { return plain }
    return plain + "/" + finding.counted.rawValue
  }

  func index(of finding: Finding) -> Int { indices[id(of: finding)] ?? 0 }

  /// CWE numbers of all rules, sorted.
  var weaknesses: [Int] {
    Set(rules.flatMap { ExportFinding($0.example).weaknesses }).sorted()
  }
}
