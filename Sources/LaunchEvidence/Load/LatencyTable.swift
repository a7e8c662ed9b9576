/// Response times in milliseconds; nil where the report does not hold the value.
struct LatencyTable: Equatable {
  var min: Double?
  var mean: Double?
  var p50: Double?
  var p90: Double?
  var p95: Double?
  var p99: Double?
  var max: Double?

  private var named: [(name: String, value: Double?)] {
    [
      ("min", min), ("mean", mean), ("p50", p50), ("p90", p90), ("p95", p95), ("p99", p99),
      ("max", max),
    ]
  }

  /// Without what is unknown, and without what no clock can measure.
  var measurements: [String: Double] {
    var result: [String: Double] = [:]
    for (name, value) in named {
      if let value, value.isFinite, value >= 0 { result[name] = value }
    }
    return result
  }

  var numbers: Numbers {
    var numbers = Numbers()
    for (name, value) in named { numbers.set(name == "mean" ? "avg" : name, value) }
    return numbers
  }
}
