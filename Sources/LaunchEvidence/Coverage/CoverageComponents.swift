import FindingModel

/// Coverage by the parts of a project: the first folder that sets the files apart.
enum CoverageComponents {
  /// More parts than this are no overview.
  private static let limit = 200

  static func of(_ files: [String: CoverageCount]) -> [CoverageMeasurements.Component] {
    let paths = files.keys.map { $0.split { $0 == "/" || $0 == "\\" } }
    let common = commonFolders(paths)
    var sums: [String: CoverageCount] = [:]
    for (name, count) in files where count.valid > 0 {
      let path = name.split { $0 == "/" || $0 == "\\" }
      let part = path.count > common + 1 ? String(path[common]) : "."
      sums[part] = sums[part].map { $0 + count } ?? count
    }
    guard sums.count <= limit else { return [] }
    return sums.sorted { $0.key < $1.key }.map {
      CoverageMeasurements.Component(
        name: $0.key, linesCovered: $0.value.covered, linesValid: $0.value.valid)
    }
  }

  /// How many folders all paths begin with.
  private static func commonFolders(_ paths: [[Substring]]) -> Int {
    guard var common = paths.first?.dropLast() else { return 0 }
    for path in paths {
      let same = zip(common, path.dropLast()).prefix { $0 == $1 }.count
      common = common.prefix(same)
    }
    return common.count
  }
}
