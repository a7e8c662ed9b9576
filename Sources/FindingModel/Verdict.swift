/// The answer to "may this commit ship?".
public enum Verdict: String, Codable, Sendable, CaseIterable {
  case pass, fail, incomplete

  /// 0, 1 and 3; see section 2 of the design.
  public var exitCode: Int32 {
    switch self {
    case .pass: 0
    case .fail: 1
    case .incomplete: 3
    }
  }
}
