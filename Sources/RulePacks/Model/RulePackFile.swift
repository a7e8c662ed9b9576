import Foundation

/// Reads packs from the file system, with the files that they extend.
public enum RulePackFile {
  /// A chain of files that extend each other may have so many; gitleaks stops at two.
  private static let deepest = 4

  /// - Throws: ``RulePackError``, also where a file cannot be read.
  public static func read(_ path: String) throws(RulePackError) -> [RulePack] {
    try read(path, depth: 1)
  }

  private static func read(_ path: String, depth: Int) throws(RulePackError) -> [RulePack] {
    let bytes: [UInt8]
    do {
      bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
    } catch {
      throw RulePackError([.init(file: path, "cannot be read: \(error.localizedDescription)")])
    }
    let pack = try RulePackReader.read(bytes, file: path)
    guard let extended = pack.extendedPath else { return [pack] }
    guard depth < deepest else {
      throw RulePackError([
        .init(file: path, key: "extend.path", "extends through more than \(deepest) files")
      ])
    }
    let folder = URL(filePath: path).deletingLastPathComponent()
    let below = extended.hasPrefix("/") ? extended : folder.appending(path: extended).path()
    // Its own rules replace those of the file that it extends.
    let own = Set(pack.rules.map(\.id))
    let base = try read(below, depth: depth + 1).map { base in
      var base = base
      base.rules.removeAll { own.contains($0.id) || pack.disabled.contains($0.id) }
      return base
    }
    return base + [pack]
  }
}
