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
    var groups: [String: [FindingRecord]] = [:]
    var (packages, code): ([FindingRecord], [FindingRecord]) = ([], [])
    for record in records {
      switch record.finding.basis {
      case .dependency: packages.append(record)
      case .code: code.append(record)
      default: groups[record.identity, default: []].append(record)
      }
    }
    for (id, records) in PackageGrouping(packages).groups { groups[id, default: []] += records }
    for (id, records) in CodeGrouping(code, source: source).groups {
      groups[id, default: []] += records
    }
    findings = Self.worstFirst(CodeLinks.linked(groups.map { Self.merged($0.key, $0.value) }))
    self.suppressions = Set(suppressions).sorted {
      ($0.tool, $0.place, $0.what, $0.reason ?? "") < ($1.tool, $1.place, $1.what, $1.reason ?? "")
    }
  }

  /// Sorts places, not findings: each move of a finding would count all its texts anew.
  private static func worstFirst(_ findings: [Finding]) -> [Finding] {
    let keys: [(rank: Int, id: String, place: Int)] = findings.indices.map {
      (findings[$0].counted.rank, findings[$0].id, $0)
    }
    return keys.sorted { $0.rank == $1.rank ? $0.id < $1.id : $0.rank > $1.rank }
      .map { findings[$0.place] }
  }

  static func isWorse(_ left: Finding, _ right: Finding) -> Bool {
    left.counted == right.counted ? left.id < right.id : left.counted > right.counted
  }

  private static func merged(_ id: String, _ records: [FindingRecord]) -> Finding {
    guard records.count > 1 else {
      var finding = records[0].finding
      finding.id = id
      finding.count = records[0].count ?? finding.count
      return MergedFinding.tidied(finding, tool: records[0].tool)
    }
    return MergedFinding(id: id, records: records.sorted(by: FindingRecord.precedes)).finding
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
