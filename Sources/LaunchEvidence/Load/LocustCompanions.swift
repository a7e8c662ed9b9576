import FindingModel
import ReportReading

/// The tables beside Locust's statistics: they add users, duration and what failed.
enum LocustCompanions {
  static func add(history tables: [CSVTable], to reading: inout EvidenceReading) {
    guard let table = tables.first, let name = table.column("Name") else { return }
    let rows = table.rows.filter { $0[name] == "Aggregated" }
    let column = { (title: String) in
      rows.compactMap { row in table.column(title).flatMap { LenientNumber.count(row[$0]) } }
    }
    let times = column("Timestamp")
    let span = times.last.flatMap { last in times.first.map { last.minus($0) } }
    let users = column("User Count").max()
    reading.made(ReportTime.seconds(times.first.map(Double.init)))
    if reading.measurements.load != nil {
      reading.measurements.load?.users = users
      if reading.measurements.load?.duration == nil, let span {
        reading.measurements.load?.duration = Double(max(0, span))
      }
      return
    }
    reading.numbers.set("rows", table.rows.count)
    reading.numbers.set("users_max", users)
    reading.numbers.set("span_s", span)
    reading.numbers.set("last_requests", column("Total Request Count").last)
    reading.numbers.set("last_failures", column("Total Failure Count").last)
  }

  static func add(failures tables: [CSVTable], to reading: inout EvidenceReading) {
    guard let table = tables.first, let column = table.column("Occurrences") else { return }
    let occurrences = table.rows.map { LenientNumber.count($0[column]) ?? 0 }.total
    guard let load = reading.measurements.load else {
      reading.numbers.set("kinds", table.rows.count)
      reading.numbers.set("occurrences", occurrences)
      return
    }
    if let failures = load.failures, occurrences > failures {
      reading.problems.append(
        "Locust's failures list \(occurrences) failed requests, its statistics \(failures)")
    }
  }

  /// A task that raises makes no failed request: it shows nowhere else.
  static func add(exceptions tables: [CSVTable], to reading: inout EvidenceReading) {
    let count = tables.map(\.rows.count).total
    guard count > 0 else { return }
    reading.fail(
      EvidenceFailure(.tool, "task exceptions", "\(count) kinds of exceptions in Locust's tasks"))
  }
}
