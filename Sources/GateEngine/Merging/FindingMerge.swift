public import FindingModel

/// All tools' findings as one list: what several of them see is one finding with their witnesses.
/// The same findings in any order give the same result.
public struct FindingMerge: Sendable {
  /// Worst first, then by id; suspects included.
  public let findings: [Finding]
  /// What the reports themselves suppress.
  public let suppressions: [Suppression]

  /// - Parameter source: the text of a file of the judged tree, for reports that do not quote the
  ///   code they flag.
  public init(_ results: [ToolResult], source: @escaping (String) -> [UInt8]? = { _ in nil }) {
    var records: [FindingRecord] = []
    var suppressions: [Suppression] = []
    for (report, result) in results.enumerated() {
      for finding in result.findings {
        if finding.suppressed == true {
          suppressions.append(Self.suppression(finding, result.evidence.tool))
        } else {
          records.append(
            FindingRecord(finding: finding, tool: result.evidence.tool, report: report))
        }
      }
    }
    // Records stay where they are: a finding is large, and a report may hold a million.
    var groups: [String: [Int]] = [:]
    var (packages, code): ([Int], [Int]) = ([], [])
    for (position, record) in records.enumerated() {
      switch record.finding.basis {
      case .dependency: packages.append(position)
      case .code: code.append(position)
      default: groups[record.identity, default: []].append(position)
      }
    }
    PackageGrouping.group(&records, at: packages, into: &groups)
    CodeGrouping.group(&records, at: code, into: &groups, source: source)
    findings = Self.worstFirst(
      CodeLinks.linked(groups.map { Self.merged($0.key, $0.value, of: records) }))
    self.suppressions = Set(suppressions).sorted {
      ($0.tool, $0.place, $0.what, $0.reason ?? "") < ($1.tool, $1.place, $1.what, $1.reason ?? "")
    }
  }

  /// By what it counts as, then by id.
  static func worstFirst(_ findings: [Finding]) -> [Finding] {
    let keys = findings.indices.map { (rank: findings[$0].counted.rank, id: findings[$0].id) }
    func isWorse(_ left: Int, _ right: Int) -> Bool {
      keys[left].rank == keys[right].rank
        ? keys[left].id < keys[right].id : keys[left].rank > keys[right].rank
    }
    let isSorted = keys.indices.dropFirst().allSatisfy { !isWorse($0, $0 - 1) }
    return isSorted ? findings : keys.indices.sorted(by: isWorse).map { findings[$0] }
  }

  private static func merged(_ id: String, _ positions: [Int], of records: [FindingRecord])
    -> Finding
  {
    guard positions.count > 1 else {
      let record = records[positions[0]]
      var finding = record.finding
      finding.id = id
      finding.count = record.count ?? finding.count
      return MergedFinding.tidied(finding, tool: record.tool)
    }
    let group = positions.map { records[$0] }.sorted(by: FindingRecord.precedes)
    return MergedFinding(id: id, records: group).finding
  }

  private static func suppression(_ finding: Finding, _ tool: String) -> Suppression {
    let location = finding.locations.first
    let place = location?.path ?? location?.manifest ?? location?.image ?? location?.url ?? ""
    var suppression = Suppression(
      kind: "report", tool: tool, place: location?.line.map { "\(place):\($0)" } ?? place,
      what: finding.title, counts: true)
    suppression.reason = finding.suppressionReason
    suppression.finding = finding.id
    return suppression
  }
}
