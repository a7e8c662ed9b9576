import Documents
import FindingModel
import SecretScanning

/// Reads `.secgate.toml`.
public enum ConfigurationReader {
  static let version = 1

  /// - Parameter file: the name for messages.
  /// - Throws: everything that is wrong with it, in the order of the file.
  public static func read(_ bytes: [UInt8], file: String = Configuration.fileName)
    throws(ConfigurationError) -> Configuration
  {
    let table: DocumentTable
    do throws(DocumentError) {
      table = try TOMLReader.parse(bytes, file: file)
    } catch {
      throw ConfigurationError(problems: [error])
    }
    let problems = TableReading.Problems()
    let root = TableReading(table, place: "", problems)
    var configuration = Configuration()
    readVersion(root)
    if let policy = root.inner("policy", place: "policy") {
      configuration.policy = PolicyReading(reading: policy).settings()
    }
    configuration.requirements = RequirementReading.all(in: root)
    configuration.allowances = root.inners("allow", place: "allow").compactMap(allowance)
    configuration.tools = ToolReading.all(in: root)
    if let secrets = root.inner("secrets", place: "secrets") {
      configuration.secrets = Self.secrets(secrets)
    }
    guard problems.all.isEmpty else {
      throw ConfigurationError(
        problems: problems.all.sorted {
          ($0.line ?? 0, $0.key ?? "", $0.message) < ($1.line ?? 0, $1.key ?? "", $1.message)
        })
    }
    return configuration
  }

  private static func readVersion(_ root: TableReading) {
    guard root.table["version"] != nil else {
      root.problems.all.append(
        root.table.error(.missing, "version", "is required and missing; write version = 1"))
      return
    }
    guard let version = root.count("version"), version != self.version else { return }
    root.add("version", "is \(version); this secgate reads version \(self.version)")
  }

  private static func allowance(_ table: TableReading) -> Allowance? {
    let kind = table.word("kind", Gap.Kind.self)
    let (rule, path) = (table.words("rule"), table.words("path"))
    let reason = table.requiredWords("reason")
    var expires: Day?
    if let text = table.day("expires") {
      expires = Day(text)
      if expires == nil { table.add("expires", "is no day, YYYY-MM-DD") }
    }
    if table.table["kind"] == nil, table.table["rule"] == nil, table.table["path"] == nil {
      table.add("reason", "an entry that names neither kind, rule nor path would allow everything")
    }
    guard let reason else { return nil }
    var allowance = Allowance(kind: kind, rule: rule, path: path, reason: reason)
    allowance.expires = expires
    return allowance
  }

  private static func secrets(_ table: TableReading) -> SecretSettings {
    var settings = SecretSettings()
    settings.rules = table.strings("rules") ?? []
    settings.disable = table.strings("disable") ?? []
    settings.exclude = table.inners("exclude", place: "secrets.exclude").compactMap { entry in
      let (path, reason) = (entry.requiredWords("path"), entry.requiredWords("reason"))
      guard let path, let reason else { return nil }
      return PathExclusion(pattern: path, reason: reason)
    }
    if table.table["max_blob"] != nil { settings.maxBlob = size(table) ?? settings.maxBlob }
    settings.decodeDepth =
      depth("decode_depth", table, most: 1, "undone twice") ?? settings.decodeDepth
    settings.archiveDepth =
      depth("archive_depth", table, most: 0, "opened in archives") ?? settings.archiveDepth
    return settings
  }

  private static func size(_ table: TableReading) -> Int? {
    if case .integer = table.table["max_blob"] { return table.count("max_blob") }
    guard let text = table.string("max_blob") else { return nil }
    guard let bytes = Quantity.bytes(text) else {
      table.add("max_blob", "is no size (64MiB, 500kB)")
      return nil
    }
    return bytes
  }

  /// What cannot be done yet is refused: a gate that took the word would not have looked.
  private static func depth(
    _ key: String, _ table: TableReading, most: Int, _ missing: String
  ) -> Int? {
    guard let depth = table.count(key) else { return nil }
    guard depth <= most else {
      table.add(key, "is \(depth), and nothing is \(missing) yet; \(most) is the most")
      return nil
    }
    return depth
  }
}
