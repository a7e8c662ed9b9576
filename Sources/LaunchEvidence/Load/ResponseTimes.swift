/// Response times by value with how often each was seen: raw samples and histograms alike, and
/// what can be joined without averaging percentiles.
struct ResponseTimes {
  private var counts: [Double: Int] = [:]
  private(set) var total = 0
  private var sum = 0.0

  var isEmpty: Bool { total == 0 }

  /// Adds a time in milliseconds; what is no time is left out and said so.
  ///
  /// - Returns: whether it was taken.
  mutating func add(_ time: Double, count: Int = 1) -> Bool {
    guard time.isFinite, time >= 0, count > 0 else { return count == 0 }
    counts[time] = (counts[time] ?? 0).plus(count)
    total = total.plus(count)
    sum += time * Double(count)
    return true
  }

  /// The whole table by nearest rank: the smallest value that at least the share reaches.
  func nearestRank() -> LatencyTable {
    table { values, share in
      let rank = Swift.max(1, Int((share * Double(total)).rounded(.up)))
      return values.value(at: rank - 1)
    }
  }

  /// The whole table by linear interpolation between neighbours, as k6 computes its own.
  func linear() -> LatencyTable {
    table { values, share in
      let place = share * Double(total - 1)
      guard let low = values.value(at: Int(place.rounded(.down))),
        let high = values.value(at: Int(place.rounded(.up)))
      else { return nil }
      return low + (high - low) * (place - place.rounded(.down))
    }
  }

  private func table(_ percentile: (Sorted, Double) -> Double?) -> LatencyTable {
    guard !isEmpty else { return LatencyTable() }
    let sorted = Sorted(counts)
    return LatencyTable(
      min: sorted.value(at: 0), mean: sum / Double(total), p50: percentile(sorted, 0.5),
      p90: percentile(sorted, 0.9), p95: percentile(sorted, 0.95), p99: percentile(sorted, 0.99),
      max: sorted.value(at: total - 1))
  }

  /// The distinct values in order, each with the rank behind its last.
  private struct Sorted {
    private var values: [Double] = []
    private var ends: [Int] = []

    init(_ counts: [Double: Int]) {
      var end = 0
      for (value, count) in counts.sorted(by: { $0.key < $1.key }) {
        end = end.plus(count)
        values.append(value)
        ends.append(end)
      }
    }

    /// The value at a position of all, from 0.
    func value(at position: Int) -> Double? {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = low + (high - low) / 2
        if ends[middle] > position { high = middle } else { low = middle + 1 }
      }
      return low < values.count ? values[low] : values.last
    }
  }
}
