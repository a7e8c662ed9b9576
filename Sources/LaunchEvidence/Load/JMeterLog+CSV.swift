import ReportReading

extension JMeterLog {
  /// The columns of a log, which differ by version and settings.
  private struct Columns {
    var elapsed: Int
    var start: Int
    var success: Int
    var label: Int?
    var users: Int?
    var message: Int?

    init?(_ header: [String]) {
      let column = { (name: String) in header.firstIndex(of: name) }
      guard let elapsed = column("elapsed"), let start = column("timeStamp"),
        let success = column("success")
      else { return nil }
      self.elapsed = elapsed
      self.start = start
      self.success = success
      (label, users, message) = (column("label"), column("allThreads"), column("responseMessage"))
    }
  }

  mutating func read(csv file: DecodedFile) throws {
    let header = file.firstLine
    guard header.contains("timeStamp"), header.contains("elapsed") else {
      throw EvidenceError(
        "\(file.name) has no header line with timeStamp and elapsed: set "
          + "jmeter.save.saveservice.print_field_names=true")
    }
    var limits = file.limits
    // A long test has some million rows, and they are not kept.
    limits.records = 50_000_000
    var columns: Columns?
    let names = try CSVTable.read(file.bytes, separator: separator(header), limits: limits) {
      header, row in
      if columns == nil { columns = Columns(header) }
      guard let columns else { return }
      take(row, columns)
    }
    guard columns != nil || Columns(names) != nil else {
      throw EvidenceError("\(file.name) lacks the column timeStamp, elapsed or success")
    }
    saw("jtl_csv")
  }

  private func separator(_ header: String) -> UInt8 {
    let counts = [",", ";", "\t", "|"].map { mark in
      (mark, header.utf8.count { $0 == mark.utf8.first })
    }
    let best = counts.max { $0.1 < $1.1 }
    return best?.0.utf8.first ?? UInt8(ascii: ",")
  }

  private mutating func take(_ row: [String], _ columns: Columns) {
    guard let elapsed = LenientNumber.real(row[columns.elapsed]) else {
      if row[columns.elapsed] == "elapsed" { repeatedHeaders += 1 } else { unreadable += 1 }
      return
    }
    add(
      Sample(
        elapsed: elapsed, start: LenientNumber.real(row[columns.start]),
        succeeded: row[columns.success].lowercased() == "true",
        label: columns.label.map { row[$0] } ?? "",
        users: columns.users.flatMap { LenientNumber.count(row[$0]) },
        isTransaction: columns.message.map {
          row[$0].hasPrefix(Self.transactionMessage)
        } ?? false))
  }
}
