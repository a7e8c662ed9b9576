import FindingModel

/// Text that grows up to a limit, piece by piece; a piece that does not fit is left out whole.
struct MarkdownPage {
  private(set) var text = ""
  private var count = 0
  private var reserved = 0
  private let limit: Int

  /// Room for the line that says what was left out.
  private static let remarkRoom = 120

  init(limit: Int) { self.limit = limit }

  /// - Returns: whether it fitted.
  @discardableResult
  mutating func add(_ piece: String, room: Int = 0) -> Bool {
    let length = piece.utf16.count
    guard count + length + room + reserved <= limit else { return false }
    text += piece
    count += length
    return true
  }

  mutating func reserve(_ piece: String) { reserved += piece.utf16.count }

  mutating func addReserved(_ piece: String) {
    reserved -= piece.utf16.count
    add(piece)
  }

  /// A folded table of findings as far as it fits, and a line that says how many did not.
  ///
  /// - Returns: how many did not fit.
  mutating func add(table title: String, _ findings: [Finding], isOpen: Bool) -> Int {
    guard !findings.isEmpty else { return 0 }
    let head =
      "<details\(isOpen ? " open" : "")><summary><b>\(title): "
      + "\(Numbers.grouped(findings.count))</b></summary>\n\n"
      + "| Severity | Finding | Where | State | Fix |\n| --- | --- | --- | --- | --- |\n"
    let end = "\n</details>\n\n"
    let room = end.utf16.count + Self.remarkRoom
    guard add(head, room: room) else { return findings.count }
    var shown = 0
    for finding in findings {
      guard add(MarkdownRow.text(finding), room: room) else { break }
      shown += 1
    }
    let left = findings.count - shown
    if left > 0 {
      add("\n… and \(Numbers.grouped(left)) more, none worse: they did not fit here.\n")
    }
    add(end)
    return left
  }
}
