import FindingModel

/// The samples of JMeter's result logs. A transaction's row repeats its members' time, so that it
/// is counted apart.
struct JMeterLog {
  struct Sample {
    /// Milliseconds.
    var elapsed: Double
    /// Milliseconds since 1970; nil: formatted otherwise.
    var start: Double?
    var succeeded: Bool
    var label: String
    var users: Int?
    var isTransaction: Bool
  }

  /// How JMeter begins the message of a transaction's row.
  static let transactionMessage = "Number of samples in transaction"

  private var times = ResponseTimes()
  private var rows = 0
  private var failures = 0
  private var transactions = 0
  private var failedTransactions = 0
  private var labels: Set<String> = []
  private var users: Int?
  private var first: Double?
  private var last: Double?
  /// Rows and elements whose numbers cannot be read.
  var unreadable = 0
  /// Header lines behind the first: `-l` appends.
  var repeatedHeaders = 0
  var further = Numbers()
  private var formats: Set<String> = []

  mutating func saw(_ format: String) { formats.insert(format) }

  mutating func add(_ sample: Sample) {
    rows += 1
    if let count = sample.users { users = max(users ?? count, count) }
    if let start = sample.start {
      first = min(first ?? start, start)
      last = max(last ?? start, start + sample.elapsed)
    }
    if sample.isTransaction {
      transactions += 1
      failedTransactions += sample.succeeded ? 0 : 1
      return
    }
    labels.insert(sample.label)
    failures += sample.succeeded ? 0 : 1
    if !times.add(sample.elapsed) { unreadable += 1 }
  }

  func fill(_ reading: inout EvidenceReading) {
    var result = LoadResult(formats.sorted().joined(separator: ", "))
    result.requests = rows - transactions
    result.failures = failures
    result.users = users
    if let first, let last { result.duration = (last - first) / 1000 }
    result.latency = times.isEmpty ? nil : times.nearestRank()
    result.percentileMethod = "nearest-rank"
    result.further = further
    result.further.set("rows", rows)
    result.further.set("transactions", transactions)
    result.further.set("transaction_failures", failedTransactions)
    result.further.set("labels", labels.count)
    result.fill(&reading)
    reading.made(ReportTime.milliseconds(first))
    judge(&reading)
  }

  private func judge(_ reading: inout EvidenceReading) {
    if unreadable > 0 {
      reading.problems.append("\(unreadable) rows hold no time that can be read")
    }
    if repeatedHeaders > 0 {
      reading.problems.append(
        "the log holds \(repeatedHeaders + 1) runs: -l appends, use -f or delete it first")
    }
    if transactions > 0 {
      reading.notes.append(
        "\(transactions) rows of transactions stand apart, since they repeat their members")
    }
    if rows > 0, transactions == rows {
      reading.problems.append(
        "only transactions are in the log: switch `generate parent sample` off")
    }
  }
}
