import FindingModel

/// Ignore files of one entry a line.
enum IgnoreLines {
  /// `commit:file:rule:line` or `file:rule:line` (gitleaks' fingerprints); `#` begins a comment.
  static func gitleaks(_ text: String) -> ForeignBaseline {
    var baseline = ForeignBaseline(.gitleaksIgnore)
    for (number, line) in lines(text) {
      let parts = line.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard parts.count >= 3, let position = Int(parts[parts.count - 1]), position > 0 else {
        baseline.problems.append("line \(number) is no gitleaks fingerprint")
        continue
      }
      var entry = ForeignBaseline.Entry(.falsePositive, line)
      entry.line = position
      var front = parts.dropLast(2)
      if let first = front.first, front.count > 1, isCommit(first) {
        entry.commit = first
        front = front.dropFirst()
      }
      // A file's name may hold colons.
      entry.path = front.joined(separator: ":")
      entry.reason = "ignored by .gitleaksignore"
      baseline.entries.append(entry)
    }
    return baseline
  }

  /// An advisory or rule a line, `exp:2027-01-31` behind it; the comment above is the reason.
  static func trivy(_ text: String) -> ForeignBaseline {
    var baseline = ForeignBaseline(.trivyIgnore)
    var comment: String?
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = raw.drop(while: \.isWhitespace)
      if line.hasPrefix("#") {
        comment = line.drop { $0 == "#" || $0.isWhitespace }.description
        continue
      }
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let id = words.first else {
        comment = nil
        continue
      }
      var entry = ForeignBaseline.Entry(.acceptedRisk, id)
      entry.advisory = id
      entry.reason = comment ?? "ignored by .trivyignore"
      if let mark = words.dropFirst().first(where: { $0.hasPrefix("exp:") }) {
        entry.expires = Day(mark.dropFirst(4))
        if entry.expires == nil {
          baseline.problems.append("line \(index + 1): \(mark) is no day")
          continue
        }
      }
      baseline.entries.append(entry)
    }
    return baseline
  }

  private static func lines(_ text: String) -> [(Int, String)] {
    let all = text.split(separator: "\n", omittingEmptySubsequences: false)
    return all.enumerated().compactMap { index, line in
      let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
      return words.first.map { (index + 1, String($0)) }
    }
  }

  private static func isCommit(_ text: String) -> Bool {
    text.utf8.count == 40
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
