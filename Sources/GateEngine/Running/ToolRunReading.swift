public import FindingModel
import Foundation
import GitHistory
public import ScannerReports
public import ScannerRunner

/// Turns what a tool left behind into its word: the evidence of the run and the findings that its
/// adapter read, masked.
public struct ToolRunReading: Sendable {
  /// What evidence says about the judged tree.
  public struct Subject: Sendable {
    public var commit: String?
    public var tree: String?
    public var dirty: Bool?

    public init(commit: String? = nil, tree: String? = nil, dirty: Bool? = nil) {
      self.commit = commit
      self.tree = tree
      self.dirty = dirty
    }
  }

  public var root: String
  public var subject: Subject
  public var mask: any TextMasking

  public init(root: String, subject: Subject, mask: any TextMasking) {
    self.root = root
    self.subject = subject
    self.mask = mask
  }

  public func result(_ run: ToolRun, settings: ToolSettings) -> ToolResult {
    let tool = ToolCatalog.tool(named: run.tool)
    var evidence = run.evidence(category: tool?.category ?? .code)
    bind(&evidence)
    var findings: [Finding] = []
    if let report = run.report, run.result != nil {
      if let adapter = AdapterCatalog.adapter(named: run.tool) {
        let reading = adapter.read(report, context(of: run))
        reading.fill(&evidence)
        findings = reading.findings
      } else {
        evidence.problems.append("no adapter of this secgate reads reports of \(run.tool)")
      }
    }
    let told = run.problems + run.omissions
    evidence.problems = told + evidence.problems.filter { !told.contains($0) }
    if !run.omissions.isEmpty, evidence.outcome != .broken { evidence.outcome = .partial }
    if !run.problems.isEmpty || run.report == nil {
      evidence.outcome = .broken
      if evidence.problems.isEmpty { evidence.problems = ["\(run.tool) left no report"] }
      addErrors(of: run, to: &evidence)
    }
    tellUntrusted(settings, &evidence)
    evidence.count = findings.count { $0.suppressed != true }
    evidence = evidence.masked(by: mask)
    return ToolResult(evidence: evidence, findings: findings.map { $0.masked(by: mask) })
  }

  func bind(_ evidence: inout Evidence) {
    evidence.commit = subject.commit
    evidence.tree = subject.tree
    evidence.dirty = subject.dirty
  }

  private func context(of run: ToolRun) -> ReportContext {
    let root = root
    return ReportContext(
      exitCode: run.result?.exitCode,
      manifest: run.target.kind == "manifest" ? run.target.target : nil,
      image: run.target.kind == "image" ? run.target.target : nil,
      root: run.invocation?.directory ?? root,
      source: { path in
        guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else { return nil }
        return try? SmallFile.bytes(
          Array("\(root)/\(path)".utf8), limit: 16 << 20, followingLink: false)
      })
  }

  /// The last words of a tool that broke, since they mostly say why.
  private func addErrors(of run: ToolRun, to evidence: inout Evidence) {
    guard let errors = run.result?.errors, !errors.isEmpty else { return }
    let lines = String(decoding: errors.suffix(4096), as: UTF8.self)
      .split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
    guard let last = lines.last else { return }
    evidence.problems.append("\(run.tool) said: \(last.prefix(300))")
  }

  private func tellUntrusted(_ settings: ToolSettings, _ evidence: inout Evidence) {
    guard !settings.untrusted.isEmpty else { return }
    evidence.problems.append(
      "[tools.\(evidence.tool)] \(settings.untrusted.joined(separator: ", ")) ignored: nobody "
        + "trusts this repository's tool settings yet; look at them with secgate trust")
    if evidence.outcome != .broken { evidence.outcome = .partial }
  }
}

extension ScannerReports.ToolReading {
  /// Puts what the report says about itself into the evidence.
  public func fill(_ evidence: inout Evidence) {
    evidence.category = category
    evidence.outcome = outcome
    evidence.looked = looked
    evidence.version = evidence.version ?? version
    evidence.covered = covered
    evidence.skipped = skipped
    evidence.problems = problems
    evidence.databaseDate = databaseDate
    evidence.target = evidence.target ?? target
    evidence.count = count
  }
}

extension Evidence {
  /// The evidence with every text of foreign origin masked.
  public func masked(by mask: any TextMasking) -> Evidence {
    var copy = self
    copy.version = version.map(mask.masked)
    copy.arguments = arguments?.map(mask.masked)
    copy.covered = covered.map(mask.masked)
    copy.skipped = skipped.map(mask.masked)
    copy.problems = problems.map(mask.masked)
    copy.target = target.map(mask.masked)
    copy.databaseDate = databaseDate.map(mask.masked)
    copy.environment = environment.map(mask.masked)
    return copy
  }
}
