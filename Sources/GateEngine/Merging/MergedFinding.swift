import FindingModel

/// One finding out of several reports' records of it.
struct MergedFinding {
  let id: String
  /// In ``FindingRecord/precedes``' order; at least one.
  let records: [FindingRecord]

  var finding: Finding {
    var finding = records[0].finding
    finding.id = id
    let all = records.map(\.finding)
    (finding.severity, finding.severitySource) = severity(all)
    finding.confidence = all.map(\.confidence).max() ?? finding.confidence
    finding.category = all.map(\.category).min { Self.rank($0) < Self.rank($1) } ?? finding.category
    finding.description = first(all, \.description)
    finding.remediation = first(all, \.remediation)
    finding.preview = first(all, \.preview)
    finding.owner = first(all, \.owner)
    finding.signals = first(all, \.signals)
    finding.identifiers = Set(all.flatMap(\.identifiers)).sorted()
    finding.references = Self.unique(all.flatMap(\.references))
    finding.cvss = all.compactMap(\.cvss).max {
      ($0.score, $0.vector ?? "") < ($1.score, $1.vector ?? "")
    }
    finding.package = package(all)
    finding.locations = Self.unique(all.flatMap(\.locations).sorted(by: Self.precedes))
    finding.exposure = all.compactMap(\.exposure).max { $0.rank < $1.rank }
    finding.witnesses = all.flatMap(\.witnesses)
    finding.count = count(all, finding.locations)
    finding.firstSeen = all.compactMap(\.firstSeen).min()
    finding.lastSeen = all.compactMap(\.lastSeen).max()
    // A comment is the native scanner's word about its own places only.
    finding.state =
      all.allSatisfy { $0.state == .allowedInline } || isAllowedByNative ? .allowedInline : .new
    return Self.tidied(finding, tool: records[0].tool)
  }

  private var isAllowedByNative: Bool {
    let native = records.filter { $0.tool == "secgate" }
    return !native.isEmpty && native.allSatisfy { $0.finding.state == .allowedInline }
  }

  /// Witnesses in order, each once; one for the reporting tool where the adapter gave none.
  static func tidied(_ finding: Finding, tool: String) -> Finding {
    var finding = finding
    if finding.witnesses.isEmpty {
      finding.witnesses = [Witness(tool: tool, ruleID: finding.ruleID)]
    }
    if finding.witnesses.count > 1 {
      finding.witnesses = Set(finding.witnesses).sorted {
        ($0.tool, $0.ruleID, $0.version ?? "", $0.severity ?? "", $0.note ?? "")
          < ($1.tool, $1.ruleID, $1.version ?? "", $1.severity ?? "", $1.note ?? "")
      }
    }
    return finding
  }

  /// The highest that somebody stated; each tool's own word stays with its witness.
  private func severity(_ all: [Finding]) -> (Severity, SeveritySource) {
    let stated = all.filter { $0.severitySource != .none }
    let best = (stated.isEmpty ? all : stated).max {
      ($0.severity, $1.severitySource.rawValue) < ($1.severity, $0.severitySource.rawValue)
    }
    return (best?.severity ?? .high, best?.severitySource ?? .none)
  }

  private func first<Value>(_ all: [Finding], _ field: (Finding) -> Value?) -> Value? {
    for finding in all { if let value = field(finding) { return value } }
    return nil
  }

  private func package(_ all: [Finding]) -> Package? {
    let packages = all.compactMap(\.package)
    guard var package = packages.first else { return nil }
    package.installed = packages.compactMap(\.installed).min()
    package.fixedIn = VersionOrder.sorted(packages.flatMap(\.fixedIn))
    return package
  }

  private func count(_ all: [Finding], _ locations: [Location]) -> Int? {
    if let counted = records.compactMap(\.count).max() { return counted }
    let stated = all.compactMap(\.count).max()
    guard records[0].finding.category == .secret else { return stated }
    return max(stated ?? 1, Set(locations.compactMap(\.path)).count)
  }

  private static func rank(_ category: Category) -> Int {
    Category.allCases.firstIndex(of: category) ?? 0
  }

  static func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }

  private static func precedes(_ left: Location, _ right: Location) -> Bool {
    let (a, b) = (left.exposure?.rank ?? 0, right.exposure?.rank ?? 0)
    return a == b ? key(left) < key(right) : a > b
  }

  /// A text that differs wherever locations do.
  private static func key(_ location: Location) -> String {
    let texts = [
      location.path, location.manifest, location.image, location.url, location.object,
      location.line.map { padded($0) }, location.column.map { padded($0) },
      location.endLine.map { padded($0) }, location.commit, location.blob, location.method,
      location.parameter, location.layer, location.author, location.date,
      location.inHead.map(String.init),
    ]
    return texts.map { $0 ?? "" }.joined(separator: "\u{0}")
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
  }
}
