/// What `secgate evidence add` takes: the tool of a load test, or the kind of proof.
public enum EvidenceKind: String, CaseIterable, Sendable {
  case k6, locust, jmeter, artillery, junit, playwright, tap, coverage, check

  /// Whether it measures load.
  public var isLoad: Bool {
    switch self {
    case .k6, .locust, .jmeter, .artillery: true
    case .junit, .playwright, .tap, .coverage, .check: false
    }
  }

  /// Whether it counts test cases.
  public var isTests: Bool { self == .junit || self == .playwright || self == .tap }
}
