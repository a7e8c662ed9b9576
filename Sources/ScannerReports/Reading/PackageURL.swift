import FindingModel

/// Package URLs without version (github.com/package-url/purl-spec), the same from every tool.
enum PackageURL {
  /// - Parameters:
  ///   - type: `pypi`, `npm`, `deb` …
  ///   - name: as the tool writes it, a namespace before `/` included.
  static func make(_ type: String, _ name: String) -> String {
    let type = type.lowercased()
    let parts = normalised(Words.line(name), type).split(separator: "/")
    return "pkg:\(type)/" + parts.map { escaped(String($0)) }.joined(separator: "/")
  }

  /// A reported package URL without version, qualifiers and subpath; nil where it is none.
  static func withoutVersion(_ purl: String) -> String? {
    let text = Words.line(purl)
    guard text.lowercased().hasPrefix("pkg:"), text.utf8.count < 2048 else { return nil }
    var rest = text.dropFirst(4).drop { $0 == "/" }
    if let end = rest.firstIndex(where: { $0 == "?" || $0 == "#" }) { rest = rest[..<end] }
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    // A version follows the last `@` behind the last `/`; a scope's `@` should be escaped, is not
    // always, and stands before.
    let start = rest.lastIndex(of: "/") ?? slash
    if let mark = rest[start...].lastIndex(of: "@"), mark > rest.index(after: start) {
      rest = rest[..<mark]
    }
    let name = ReportPath.percentDecoded(String(rest[rest.index(after: slash)...]))
    return name.isEmpty ? nil : make(String(rest[..<slash]), name)
  }

  /// The name that a package URL ends with, its namespace included.
  static func name(of purl: String) -> String {
    let rest = purl.dropFirst(4)
    guard let slash = rest.firstIndex(of: "/") else { return purl }
    return ReportPath.percentDecoded(String(rest[rest.index(after: slash)...]))
  }

  private static func normalised(_ name: String, _ type: String) -> String {
    switch type {
    case "pypi": pythonName(name)
    case "npm", "composer", "github", "bitbucket", "deb", "alpm": name.lowercased()
    case "maven": name.replacing(":", with: "/")
    default: name
    }
  }

  /// PEP 503: lower case, runs of `-`, `_` and `.` as one `-`.
  static func pythonName(_ name: String) -> String {
    var result = ""
    for character in name.lowercased() {
      let isSeparator = character == "-" || character == "_" || character == "."
      if !isSeparator {
        result.append(character)
      } else if result.last != "-" {
        result.append("-")
      }
    }
    return result
  }

  private static func escaped(_ part: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in part.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e, 0x3a: result.append(byte)
      default: result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
