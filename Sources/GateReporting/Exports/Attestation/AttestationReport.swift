public import FindingModel

/// An in-toto Statement with a SLSA verification summary (slsa.dev/spec, predicate v1), unsigned:
/// to be signed by whatever the user signs with. There is no third result, so that INCOMPLETE is
/// FAILED.
public struct AttestationReport: ReportFormat {
  /// What was verified, an IRI; nil: the repository by its name.
  public var resource: String?

  public init(resource: String? = nil) { self.resource = resource }

  public func write(_ outcome: GateOutcome, to sink: any ByteSink) throws(ReportError) {
    let outcome = outcome.bounded
    guard let commit = outcome.scope.commit, !outcome.scope.dirty else {
      throw ReportError(
        .misleading,
        "no attestation: it must name a commit, and what was judged is a work tree or no commit")
    }
    let output = ReportOutput(sink)
    var json = JSONWriter(output, breakDepth: 3)
    json.object { json in
      json.member("_type", "https://in-toto.io/Statement/v1")
      json.member("subject") { json in
        json.array([commit]) { json, commit in
          json.object { json in
            json.member("name", PlainText.line(outcome.scope.name, limit: 200))
            json.member("digest") { json in json.object { $0.member("gitCommit", commit) } }
          }
        }
      }
      json.member("predicateType", "https://slsa.dev/verification_summary/v1")
      json.member("predicate") { json in json.object { writeSummary(outcome, to: &$0) } }
    }
    output.write(0x0a)
    try output.finish()
  }

  private func writeSummary(_ outcome: GateOutcome, to json: inout JSONWriter) {
    let passed = outcome.verdict == .pass
    json.member("verifier") { json in
      json.object { json in
        json.member("id", "urn:secgate:gate")
        json.member("version") { json in json.object { $0.member("secgate", outcome.version) } }
      }
    }
    json.member("timeVerified", outcome.scope.at?.description)
    json.member(
      "resourceUri",
      resource ?? "urn:secgate:repository:" + RelativeURI.of(path: outcome.scope.name))
    json.member("policy") { json in
      json.object { json in
        json.member(
          "uri", "urn:secgate:policy:" + RelativeURI.of(path: outcome.policy?.source ?? "built-in"))
        if let digest = outcome.digests?.policy { Self.writeDigest(digest, to: &json) }
      }
    }
    let inputs = (outcome.runs ?? []).filter { $0.reportDigest != nil }
    json.member("inputAttestations") { json in
      json.array(inputs) { json, run in
        json.object { json in
          json.member("uri", "urn:secgate:evidence:" + RelativeURI.of(path: run.tool))
          if let digest = run.reportDigest { Self.writeDigest(digest, to: &json) }
        }
      }
    }
    json.member("verificationResult", passed ? "PASSED" : "FAILED")
    // No level of SLSA was verified, so that none is claimed.
    json.member("verifiedLevels", [passed ? "SECGATE_GATE_PASSED" : "FAILED"])
    json.member("slsaVersion", "1.0")
  }

  private static func writeDigest(_ digest: String, to json: inout JSONWriter) {
    let plain = digest.hasPrefix("sha256:") ? String(digest.dropFirst(7)) : digest
    json.member("digest") { json in json.object { $0.member("sha256", plain) } }
  }
}
