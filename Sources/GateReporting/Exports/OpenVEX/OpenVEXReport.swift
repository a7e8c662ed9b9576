public import FindingModel

/// OpenVEX 0.2.0: what we say about known flaws of packages. An accepted risk stays `affected`;
/// only what the decision says cannot be exploited is `not_affected`.
public struct OpenVEXReport: ReportFormat {
  /// The identifier of what contains the packages, an IRI such as a purl; nil: each package
  /// stands for itself.
  public var product: String?

  public init(product: String? = nil) { self.product = product }

  public func write(_ outcome: GateOutcome, to sink: any ByteSink) throws(ReportError) {
    let outcome = outcome.bounded
    // One flaw of one package in two manifests is one statement; the schema wants each once.
    var seen: Set<String> = []
    let statements = outcome.findings.compactMap { VEXStatement($0, product: product) }
      .filter { seen.insert($0.summary).inserted }
    guard !statements.isEmpty else {
      throw ReportError(
        .nothingToSay,
        "no OpenVEX document: there is no finding about a package, and a document without a "
          + "statement is not valid")
    }
    let output = ReportOutput(sink)
    var json = JSONWriter(output)
    json.object { json in
      json.member("@context", "https://openvex.dev/ns/v0.2.0")
      json.member("@id", "urn:secgate:vex:" + digest(statements, outcome))
      json.member("author", "secgate")
      json.member("timestamp", (outcome.scope.at ?? Timestamp(seconds: 0)).description)
      json.member("version", 1)
      json.member("tooling", "secgate " + outcome.version)
      json.member("statements", statements)
    }
    output.write(0x0a)
    try output.finish()
  }

  /// The document is named by what it says, so that a changed one has another name and needs no
  /// higher version.
  private func digest(_ statements: [VEXStatement], _ outcome: GateOutcome) -> String {
    let words = [outcome.scope.at?.description ?? ""] + statements.map(\.summary)
    return SHA256.hexadecimal(words.joined(separator: "\u{0}").utf8)
  }
}
