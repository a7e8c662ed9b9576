/// Which lines and branches of which files were reached: what can be merged over reports.
struct LineCoverage {
  /// One line or branch of a file.
  private struct Place: Hashable {
    var file: Int
    var line: Int
    var detail: String
  }

  private var files: [String: Int] = [:]
  private var names: [String] = []
  private var lines: [Place: Bool] = [:]
  private var branches: [Place: (covered: Int, valid: Int)] = [:]

  var fileCount: Int { files.count }

  /// The number of a file, which is counted from now on even without a line.
  mutating func file(_ name: String) -> Int {
    if let known = files[name] { return known }
    files[name] = names.count
    names.append(name)
    return names.count - 1
  }

  mutating func add(file: Int, line: Int, isCovered: Bool) {
    let place = Place(file: file, line: line, detail: "")
    lines[place] = (lines[place] ?? false) || isCovered
  }

  /// Adds branches at a place; of two reports on the same place the better counts.
  mutating func add(file: Int, line: Int, detail: String = "", covered: Int, valid: Int) {
    let place = Place(file: file, line: line, detail: detail)
    if let known = branches[place], known.covered >= covered { return }
    branches[place] = (covered, valid)
  }

  mutating func merge(_ other: LineCoverage) {
    let moved = other.names.map { file($0) }
    for (place, isCovered) in other.lines {
      add(file: moved[place.file], line: place.line, isCovered: isCovered)
    }
    for (place, count) in other.branches {
      add(
        file: moved[place.file], line: place.line, detail: place.detail, covered: count.covered,
        valid: count.valid)
    }
  }

  var lineCount: CoverageCount {
    CoverageCount(covered: lines.values.count { $0 }, valid: lines.count)
  }

  /// nil: no branch was measured.
  var branchCount: CoverageCount? {
    guard !branches.isEmpty else { return nil }
    return CoverageCount(
      covered: branches.values.map(\.covered).total, valid: branches.values.map(\.valid).total)
  }

  /// Lines by file.
  var byFile: [String: CoverageCount] {
    var counts = [CoverageCount](
      repeating: CoverageCount(covered: 0, valid: 0), count: names.count)
    for (place, isCovered) in lines {
      counts[place.file].valid += 1
      counts[place.file].covered += isCovered ? 1 : 0
    }
    return Dictionary(uniqueKeysWithValues: zip(names, counts))
  }
}
