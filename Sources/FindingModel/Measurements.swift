/// The numbers of one piece of launch evidence. A value that the report does not hold is nil,
/// which is unknown and never zero.
public struct Measurements: Codable, Sendable, Hashable {
  public var load: LoadMeasurements?
  public var tests: TestMeasurements?
  public var coverage: CoverageMeasurements?
  public var checks: [CheckMeasurement]?

  public init() {}
}

/// A load test's totals.
public struct LoadMeasurements: Codable, Sendable, Hashable {
  public var requests: Int?
  public var failures: Int?
  /// 0...1.
  public var errorRate: Double?
  /// Milliseconds by name: `min`, `mean`, `p50`, `p90`, `p95`, `p99`, `max`.
  public var latency: [String: Double]
  /// How percentiles were computed: `tool`, `nearest-rank`, `histogram`, `linear`.
  public var percentileMethod: String?
  /// Requests a second.
  public var throughput: Double?
  public var users: Int?
  /// Seconds.
  public var duration: Double?
  /// The tool's own thresholds: expression and whether it held.
  public var thresholds: [Threshold]

  public struct Threshold: Codable, Sendable, Hashable {
    public var expression: String
    public var held: Bool

    public init(expression: String, held: Bool) {
      self.expression = expression
      self.held = held
    }
  }

  public init() {
    latency = [:]
    thresholds = []
  }

  enum CodingKeys: String, CodingKey {
    case requests, failures, throughput, users, duration, thresholds
    case latency = "latency_ms"
    case errorRate = "error_rate"
    case percentileMethod = "percentile_method"
  }
}

/// Counts of test cases, counted by us and not taken from attributes.
public struct TestMeasurements: Codable, Sendable, Hashable {
  public var total: Int
  public var passed: Int
  public var failed: Int
  public var errored: Int
  public var skipped: Int
  /// Passed, but only on a retry; not in `passed`.
  public var flaky: Int
  /// Names of failed and errored cases, at most 100.
  public var failing: [String]
  /// Seconds.
  public var duration: Double?

  public init() {
    (total, passed, failed, errored, skipped, flaky) = (0, 0, 0, 0, 0, 0)
    failing = []
  }
}

/// Covered and valid counts; rates are computed from them and never averaged.
public struct CoverageMeasurements: Codable, Sendable, Hashable {
  public var linesCovered: Int?
  public var linesValid: Int?
  /// nil: branches were not measured.
  public var branchesCovered: Int?
  public var branchesValid: Int?
  public var files: Int?
  /// The same by component (package, module or top folder), where the report tells.
  public var components: [Component]

  public struct Component: Codable, Sendable, Hashable {
    public var name: String
    public var linesCovered: Int
    public var linesValid: Int

    public init(name: String, linesCovered: Int, linesValid: Int) {
      self.name = name
      self.linesCovered = linesCovered
      self.linesValid = linesValid
    }

    enum CodingKeys: String, CodingKey {
      case name
      case linesCovered = "lines_covered"
      case linesValid = "lines_valid"
    }
  }

  public init() { components = [] }

  enum CodingKeys: String, CodingKey {
    case files, components
    case linesCovered = "lines_covered"
    case linesValid = "lines_valid"
    case branchesCovered = "branches_covered"
    case branchesValid = "branches_valid"
  }
}

/// One smoke check or sign-off.
public struct CheckMeasurement: Codable, Sendable, Hashable {
  public var name: String
  /// `pass`, `fail` or `skip`.
  public var status: String
  public var url: String?
  public var code: Int?
  public var milliseconds: Double?
  public var message: String?
  /// Who signed off, for manual checks.
  public var by: String?
  public var note: String?
  public var expires: Day?

  public init(name: String, status: String) {
    self.name = name
    self.status = status
  }

  enum CodingKeys: String, CodingKey {
    case name, status, url, code, message, by, note, expires
    case milliseconds = "duration_ms"
  }
}
