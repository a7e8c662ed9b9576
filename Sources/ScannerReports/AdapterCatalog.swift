import ReportReading

/// All adapters, by name and by content.
public enum AdapterCatalog {
  /// In the order in which they are asked whether they recognise a report: those with the most
  /// distinctive formats first.
  public static let adapters: [any ReportAdapter] = [
    BanditAdapter(), NpmAuditAdapter(), SafetyAdapter(), GrypeAdapter(), OsvScannerAdapter(),
    CheckovAdapter(), CycloneDXAdapter(), PipAuditAdapter(), GitleaksAdapter(),
    TrufflehogAdapter(), DetectSecretsAdapter(), TrivyAdapter(), ZapAdapter(), BurpAdapter(),
    SarifAdapter(), SemgrepAdapter(),
  ]

  /// Other names that people use.
  private static let otherNames = [
    "pip_audit": "pip-audit", "npm": "npm-audit", "npm_audit": "npm-audit", "owasp-zap": "zap",
    "detect_secrets": "detect-secrets", "osv": "osv-scanner", "osv_scanner": "osv-scanner",
    "pnpm": "npm-audit", "pnpm-audit": "npm-audit", "yarn": "npm-audit",
    "yarn-audit": "npm-audit", "trufflehog3": "trufflehog", "burp-suite": "burp",
    "vex": "cyclonedx",
  ]

  public static func adapter(named name: String) -> (any ReportAdapter)? {
    let name = name.lowercased()
    let wanted = otherNames[name] ?? name
    return adapters.first { $0.tool == wanted }
  }

  /// The adapter for a report by its content; nil where none recognises it.
  public static func recognise(_ bytes: [UInt8]) -> (any ReportAdapter)? {
    guard let text = try? ReportText.decode(bytes) else { return nil }
    return recognise(ReportSample(text))
  }

  static func recognise(_ sample: ReportSample) -> (any ReportAdapter)? {
    sample.isHTML ? nil : adapters.first { $0.recognises(sample) }
  }
}
