import Foundation

/// The record that a package manager wrote when it installed a script's package: what really runs
/// is the package, not the few lines of the script.
struct InstalledRecord: Sendable {
  var version: String?
  var digest: String

  /// The `RECORD` of a Python distribution, which lists each installed file with its SHA-256
  /// (packaging.python.org, "Recording installed projects").
  static func python(script: Data, at path: String, package: String) -> InstalledRecord? {
    guard
      let line = String(decoding: script.prefix(512), as: UTF8.self).split(separator: "\n").first,
      line.contains("python")
    else { return nil }
    let bin = URL(filePath: path).deletingLastPathComponent()
    let prefixes = [bin.deletingLastPathComponent()] + interpreterPrefix(String(line))
    for prefix in prefixes {
      for folder in sitePackages(below: prefix) {
        guard let record = record(of: package, in: folder) else { continue }
        return record
      }
    }
    return nil
  }

  /// `package.json` of the package that holds the script.
  static func node(script path: String) -> InstalledRecord? {
    var folder = URL(filePath: path).deletingLastPathComponent()
    for _ in 0..<4 {
      let file = folder.appending(path: "package.json")
      if let bytes = try? Data(contentsOf: file),
        let object = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any],
        let version = object["version"] as? String
      {
        return InstalledRecord(version: version, digest: "sha256:" + FileDigest.sha256(bytes))
      }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }

  private static func interpreterPrefix(_ line: String) -> [URL] {
    let words = line.dropFirst(2).split(separator: " ")
    guard let interpreter = words.first, interpreter.hasPrefix("/"),
      !interpreter.hasSuffix("/env")
    else { return [] }
    return [
      URL(filePath: String(interpreter)).deletingLastPathComponent().deletingLastPathComponent()
    ]
  }

  private static func sitePackages(below prefix: URL) -> [URL] {
    ["lib", "lib64", "local/lib"].flatMap { library -> [URL] in
      let folder = prefix.appending(path: library)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
      return names.filter { $0.hasPrefix("python3") }.sorted().flatMap { name in
        ["site-packages", "dist-packages"].map { folder.appending(path: name).appending(path: $0) }
      }
    }
  }

  private static func record(of package: String, in folder: URL) -> InstalledRecord? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    let wanted = package.replacing("-", with: "_").lowercased()
    for name in names.sorted() where name.hasSuffix(".dist-info") {
      let parts = name.dropLast(".dist-info".count).split(separator: "-", maxSplits: 1)
      guard parts.count == 2, parts[0].replacing("-", with: "_").lowercased() == wanted,
        let bytes = try? Data(contentsOf: folder.appending(path: name).appending(path: "RECORD"))
      else { continue }
      return InstalledRecord(
        version: String(parts[1]), digest: "sha256:" + FileDigest.sha256(bytes))
    }
    return nil
  }
}
