public import Documents

/// Reads packs: ours, and gitleaks' configurations, told apart by their keys.
public enum RulePackReader {
  /// - Parameter file: the name for messages and for the pack.
  /// - Throws: everything that is wrong with the file.
  public static func read(_ bytes: [UInt8], file: String) throws(RulePackError) -> RulePack {
    let document: DocumentTable
    do {
      document = try TOMLReader.parse(bytes, file: file)
    } catch {
      throw RulePackError([.init(error)])
    }
    return try read(document)
  }

  public static func read(_ document: DocumentTable) throws(RulePackError) -> RulePack {
    let controls = ControlCharacters.keys(in: .table(document))
    guard controls.isEmpty else {
      throw RulePackError(
        controls.map {
          .init(file: document.file, line: $0.line, key: $0.key, "holds a control character")
        })
    }
    var pack =
      isOurs(document) ? try OwnPackReader.read(document) : try GitleaksReader.read(document)
    pack.digest = RulePackDigest.of(pack)
    return pack
  }

  /// Ours begin with `version = 1`; gitleaks has no such key.
  private static func isOurs(_ document: DocumentTable) -> Bool {
    if document["version"] != nil { return true }
    let gitleaks = ["title", "extend", "allowlist", "allowlists", "minVersion"]
    if document.keys.contains(where: gitleaks.contains) { return false }
    guard case .array(let rules)? = document["rules"], case .table(let rule)? = rules.first else {
      return false
    }
    return rule["severity"] != nil || rule["assignment"] != nil || rule["nearby"] != nil
  }
}
