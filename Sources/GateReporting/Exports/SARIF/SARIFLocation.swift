import FindingModel

/// A place as SARIF's physical location. GitHub shows nothing without a path in the repository,
/// so that for it an address or image becomes one.
struct SARIFLocation: JSONWritable {
  private let uri: String
  private let isRelative: Bool
  private let location: Location
  private let needsWholeRegion: Bool

  init(finding: Finding, location: Location, _ audience: SARIFReport.Audience) {
    self.location = location
    needsWholeRegion = audience == .github
    if let path = location.path ?? location.manifest {
      uri = RelativeURI.of(path: path)
      isRelative = true
    } else if let url = location.url {
      isRelative = audience == .github
      uri = isRelative ? RelativeURI.of(url: url) : RelativeURI.absolute(url)
    } else {
      uri = RelativeURI.of(path: location.image ?? location.object ?? finding.category.rawValue)
      isRelative = true
    }
  }

  func write(to json: inout JSONWriter) {
    json.member("physicalLocation") { json in
      json.object { json in
        json.member("artifactLocation") { json in
          json.object { json in
            json.member("uri", uri)
            if isRelative { json.member("uriBaseId", "%SRCROOT%") }
          }
        }
        if location.line != nil || needsWholeRegion {
          json.member("region") { json in json.object { writeRegion(to: &$0) } }
        }
      }
    }
    if let words { json.member("message", SARIFText(text: SARIFResult.message(words))) }
  }

  private func writeRegion(to json: inout JSONWriter) {
    let line = max(1, location.line ?? 1)
    let column = location.column.map { max(1, $0) }
    json.member("startLine", line)
    json.member("startColumn", column ?? (needsWholeRegion ? 1 : nil))
    let end = max(line, location.endLine ?? line)
    if needsWholeRegion || location.endLine != nil { json.member("endLine", end) }
    // One past the first character: where it ends within the line no report says.
    if needsWholeRegion { json.member("endColumn", end == line ? (column ?? 1).plusOne : 1) }
  }

  /// What else names the place.
  private var words: String? {
    let parts = [
      location.object, location.commit.map { "since commit \($0)" }, location.method,
      location.parameter.map { "parameter \($0)" }, location.image,
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension Int {
  fileprivate var plusOne: Int { self == .max ? self : self + 1 }
}
