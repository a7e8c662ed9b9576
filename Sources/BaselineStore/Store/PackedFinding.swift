import FindingModel

// The fields of a finding in the order in which they are stored. A test holds each of them: one that
// is not written here is lost.

extension Category: PackedValue {}
extension Severity: PackedValue {}
extension SeveritySource: PackedValue {}
extension Confidence: PackedValue {}
extension Exposure: PackedValue {}
extension FindingState: PackedValue {}

extension Finding: PackedValue {
  func write(to writer: inout PackedWriter) {
    writer.write(id)
    writer.write(category)
    writer.write(severity)
    writer.write(severitySource)
    writer.write(confidence)
    writer.write(title)
    writer.write(ruleID)
    writer.write(identifiers)
    writer.write(locations)
    writer.write(witnesses)
    writer.write(countedAs)
    writer.write(description)
    writer.write(cvss)
    writer.write(package)
    writer.write(exposure)
    writer.write(preview)
    writer.write(remediation)
    writer.write(references)
    writer.write(related)
    writer.write(firstSeen)
    writer.write(lastSeen)
    writer.write(state)
    writer.write(decision)
    writer.write(stateReason)
    writer.write(failing)
    writer.write(owner)
    writer.write(suppressed)
    writer.write(suppressionReason)
    writer.write(signals)
    writer.write(count)
    writer.write(basis)
  }

  init(from reader: inout PackedReader) throws {
    self.init(
      id: try reader.read(), category: try reader.read(), severity: try reader.read(),
      severitySource: try reader.read(), confidence: try reader.read(), title: try reader.read(),
      ruleID: try reader.read(), identifiers: try reader.read(), locations: try reader.read(),
      witnesses: try reader.read())
    countedAs = try reader.read()
    description = try reader.read()
    cvss = try reader.read()
    package = try reader.read()
    exposure = try reader.read()
    preview = try reader.read()
    remediation = try reader.read()
    references = try reader.read()
    related = try reader.read()
    firstSeen = try reader.read()
    lastSeen = try reader.read()
    state = try reader.read()
    decision = try reader.read()
    stateReason = try reader.read()
    failing = try reader.read()
    owner = try reader.read()
    suppressed = try reader.read()
    suppressionReason = try reader.read()
    signals = try reader.read()
    count = try reader.read()
    basis = try reader.read()
  }
}

extension CVSS: PackedValue {
  func write(to writer: inout PackedWriter) {
    writer.write(score)
    writer.write(vector)
  }

  init(from reader: inout PackedReader) throws {
    self.init(score: try reader.read(), vector: try reader.read())
  }
}

extension Package: PackedValue {
  func write(to writer: inout PackedWriter) {
    writer.write(purl)
    writer.write(name)
    writer.write(installed)
    writer.write(fixedIn)
  }

  init(from reader: inout PackedReader) throws {
    self.init(
      purl: try reader.read(), name: try reader.read(), installed: try reader.read(),
      fixedIn: try reader.read())
  }
}

extension Witness: PackedValue {
  func write(to writer: inout PackedWriter) {
    writer.write(tool)
    writer.write(version)
    writer.write(ruleID)
    writer.write(severity)
    writer.write(note)
  }

  init(from reader: inout PackedReader) throws {
    self.init(
      tool: try reader.read(), version: try reader.read(), ruleID: try reader.read(),
      severity: try reader.read(), note: try reader.read())
  }
}

extension Location: PackedValue {
  func write(to writer: inout PackedWriter) {
    writer.write(path)
    writer.write(line)
    writer.write(column)
    writer.write(endLine)
    writer.write(commit)
    writer.write(author)
    writer.write(date)
    writer.write(blob)
    writer.write(object)
    writer.write(inHead)
    writer.write(exposure)
    writer.write(manifest)
    writer.write(url)
    writer.write(method)
    writer.write(parameter)
    writer.write(image)
    writer.write(layer)
  }

  init(from reader: inout PackedReader) throws {
    self.init(path: try reader.read(), line: try reader.read())
    column = try reader.read()
    endLine = try reader.read()
    commit = try reader.read()
    author = try reader.read()
    date = try reader.read()
    blob = try reader.read()
    object = try reader.read()
    inHead = try reader.read()
    exposure = try reader.read()
    manifest = try reader.read()
    url = try reader.read()
    method = try reader.read()
    parameter = try reader.read()
    image = try reader.read()
    layer = try reader.read()
  }
}

extension IdentityBasis: PackedValue {
  func write(to writer: inout PackedWriter) {
    switch self {
    case .secret: writer.writeNumber(0)
    case .redacted: writer.writeNumber(1)
    case .dependency(let scope):
      writer.writeNumber(2)
      writer.write(scope)
    case .code(let rule, let path, let snippet):
      writer.writeNumber(3)
      writer.write(rule)
      writer.write(path)
      writer.write(snippet)
    case .web(let rule, let method, let path, let parameter):
      writer.writeNumber(4)
      for text in [rule, method, path, parameter] { writer.write(text) }
    case .evidence(let check, let name):
      writer.writeNumber(5)
      writer.write(check)
      writer.write(name)
    }
  }

  init(from reader: inout PackedReader) throws {
    switch try reader.readNumber() {
    case 0: self = .secret
    case 1: self = .redacted
    case 2: self = .dependency(scope: try reader.read())
    case 3:
      self = .code(
        rule: try reader.read(), path: try reader.read(), snippet: try reader.read())
    case 4:
      self = .web(
        rule: try reader.read(), method: try reader.read(), path: try reader.read(),
        parameter: try reader.read())
    case 5: self = .evidence(check: try reader.read(), name: try reader.read())
    default: throw PackedReader.Failure.damaged
    }
  }
}
