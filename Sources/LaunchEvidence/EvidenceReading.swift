public import FindingModel
import ReportReading

/// What one piece of launch evidence says, whatever number of files it came in.
public struct EvidenceReading: Sendable {
  public var kind: EvidenceKind
  /// The format that was recognised: `cobertura`, `k6 summary`, `junit`; empty where none was.
  public var format: String
  /// clean: nothing failed and something happened. findings: a test, check or tool threshold
  /// failed. partial: part of the work did not happen or cannot be shown. broken: refused.
  public var outcome: ToolOutcome
  /// Whether the files prove that something was measured.
  public var looked: Looked
  public var measurements: Measurements
  /// Why the outcome is partial or broken, one line each.
  public var problems: [String]
  /// What people should know beside the numbers, one line each.
  public var notes: [String]
  /// What failed by the evidence's own word, at most ``failureLimit``.
  public var failures: [EvidenceFailure]
  /// How to get a value that this format does not hold, by its name: `p99`, `branches`.
  public var advice: [String: String]
  /// When the oldest of the files says it was made; nil: it does not say, or without a zone.
  public var madeAt: Timestamp?
  /// The commit it was made for. No format known holds one, so this is nil until the caller's
  /// `--commit` fills it.
  public var commit: String?
  /// The version of the tool, where the report states it.
  public var toolVersion: String?
  public var exitCode: Int?
  public var files: [File]

  /// One file that was read.
  public struct File: Sendable, Hashable {
    public var name: String
    /// SHA-256 of the bytes as they came, 64 digits.
    public var digest: String
    public var format: String
  }

  /// The numbers as this format states them, for `--dry-run`.
  var numbers = Numbers()

  /// More names help nobody and would let a report grow without bound.
  static let failureLimit = 100

  init(_ kind: EvidenceKind, format: String = "") {
    self.kind = kind
    self.format = format
    outcome = .clean
    looked = .unknown
    measurements = Measurements()
    problems = []
    notes = []
    failures = []
    advice = [:]
    files = []
  }

  /// SHA-256 over the digests of the files in the order of their digests: the same for the same
  /// files, whatever order they are named in.
  public var digest: String {
    let digests = files.map(\.digest).sorted()
    return digests.count == 1 ? digests[0] : SHA256.hexadecimal(digests.joined().utf8)
  }

  mutating func fail(_ failure: EvidenceFailure) {
    if failures.count < Self.failureLimit { failures.append(failure) }
  }

  /// Takes over when the oldest part was made.
  mutating func made(_ time: Timestamp?) {
    guard let time else { return }
    madeAt = min(madeAt ?? time, time)
  }

  /// Settles the outcome from what was collected.
  mutating func settle() {
    if !problems.isEmpty {
      outcome = .partial
    } else {
      outcome = failures.isEmpty ? .clean : .findings
    }
  }

  mutating func refuse(_ problem: String) {
    outcome = .broken
    looked = .unknown
    measurements = Measurements()
    numbers = Numbers()
    failures = []
    notes = []
    problems = [problem]
    madeAt = nil
  }
}
