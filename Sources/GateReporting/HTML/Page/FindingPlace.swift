import FindingModel

/// Where a finding stands, as one line.
enum FindingPlace {
  static func text(_ finding: Finding) -> String {
    guard let first = finding.locations.first else {
      return finding.package?.purl ?? "—"
    }
    let more = finding.locations.count - 1
    return text(first) + (more > 0 ? " and \(Numbers.grouped(more)) more" : "")
  }

  static func text(_ location: Location) -> String {
    if let path = location.path ?? location.manifest {
      return location.line.map { "\(path):\($0)" } ?? path
    }
    if let url = location.url {
      let parameter = location.parameter.map { " · \($0)" } ?? ""
      return (location.method.map { "\($0) " } ?? "") + url + parameter
    }
    if let image = location.image {
      return image + (location.layer.map { ", layer \(short($0))" } ?? "")
    }
    return location.object ?? "—"
  }

  /// Twelve digits of a digest tell one layer from the others.
  private static func short(_ layer: String) -> String {
    let digest = layer.split(separator: ":").last ?? ""
    let isLong = digest.utf8.count >= 40 && digest.allSatisfy(\.isHexDigit)
    return isLong ? String(digest.prefix(12)) : layer
  }

  static func tools(_ finding: Finding) -> String {
    var seen: [String] = []
    for witness in finding.witnesses where !seen.contains(witness.tool) {
      seen.append(witness.tool)
    }
    return seen.joined(separator: ", ")
  }
}
