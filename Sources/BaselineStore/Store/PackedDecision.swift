import FindingModel

extension Decision.Kind: PackedValue {}
extension DecisionSummary.Status: PackedValue {}

extension DecisionSummary: PackedValue {
  func write(to writer: inout PackedWriter) {
    writer.write(decision)
    writer.write(status)
    writer.write(voidReasons)
    writer.write(commit)
    writer.write(broughtBy)
    writer.write(broughtOn)
    writer.write(severityNow)
  }

  init(from reader: inout PackedReader) throws {
    self.init(decision: try reader.read(), status: try reader.read())
    voidReasons = try reader.read()
    commit = try reader.read()
    broughtBy = try reader.read()
    broughtOn = try reader.read()
    severityNow = try reader.read()
  }
}

extension Decision: PackedValue {
  func write(to writer: inout PackedWriter) {
    writer.write(id)
    writer.write(kind)
    writer.write(reason)
    writer.write(owner)
    writer.write(created)
    writer.write(expires)
    writer.write(justification)
    writer.write(approver)
    writer.write(ticket)
    writer.write(aliases)
    writer.write(at)
    writer.write(title)
  }

  init(from reader: inout PackedReader) throws {
    self.init(
      id: try reader.read(), kind: try reader.read(), reason: try reader.read(),
      owner: try reader.read(), created: try reader.read(), expires: try reader.read())
    justification = try reader.read()
    approver = try reader.read()
    ticket = try reader.read()
    aliases = try reader.read()
    at = try reader.read()
    title = try reader.read()
  }
}

extension Decision.Circumstances: PackedValue {
  func write(to writer: inout PackedWriter) {
    writer.write(severity)
    writer.write(fix)
    writer.write(kev)
    writer.write(count)
  }

  init(from reader: inout PackedReader) throws {
    self.init(
      severity: try reader.read(), fix: try reader.read(), kev: try reader.read(),
      count: try reader.read())
  }
}

extension Day: PackedValue {
  /// What has four digits for its year; days beyond could not be written as text either.
  private static let written = Day(year: 0, month: 1, day: 1)...Day(year: 9999, month: 12, day: 31)

  func write(to writer: inout PackedWriter) { writer.write(sinceEpoch) }

  init(from reader: inout PackedReader) throws {
    self.init(sinceEpoch: try reader.read())
    guard Self.written.contains(self) else { throw PackedReader.Failure.damaged }
  }
}
