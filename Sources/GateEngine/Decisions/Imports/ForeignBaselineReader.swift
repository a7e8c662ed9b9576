import Documents
import FindingModel
import Foundation

/// Reads what a repository already ignores for other tools.
public enum ForeignBaselineReader {
  private static let largest = 64 << 20

  /// - Parameter format: nil: from the name, else from the content.
  /// - Throws: ``DecisionRefusal`` for a file that is none of them.
  public static func read(_ bytes: [UInt8], name: String, format: ForeignBaseline.Format? = nil)
    throws(DecisionRefusal) -> ForeignBaseline
  {
    guard bytes.count <= largest else {
      throw DecisionRefusal(["\(name) is larger than \(largest >> 20) MiB"])
    }
    let known = format ?? ForeignBaseline.Format.recognise(name: name)
    switch known {
    case .gitleaksIgnore: return IgnoreLines.gitleaks(text(bytes))
    case .trivyIgnore: return IgnoreLines.trivy(text(bytes))
    case .trivyIgnoreYAML: return try IgnoreDocuments.trivy(text(bytes), name: name)
    case .osvScanner: return try IgnoreDocuments.osvScanner(bytes, name: name)
    case .gitleaks, .detectSecrets, .bandit, .openVEX, nil: break
    }
    guard let json = try? JSONSerialization.jsonObject(with: Data(bytes)) else {
      throw DecisionRefusal(["\(name) is no baseline that secgate reads (and no JSON)"])
    }
    guard let baseline = IgnoreReports.read(json, format: known) else {
      let formats = ForeignBaseline.Format.allCases.map(\.rawValue).joined(separator: ", ")
      throw DecisionRefusal(["\(name) is none of: \(formats)"])
    }
    return baseline
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
