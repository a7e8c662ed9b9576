/// The object folders that a repository reads: its own first, then `info/alternates`, each once.
enum Alternates {
  /// Git itself stops at five levels; a cycle is cut by folder identity before that.
  static let deepest = 5

  static func directories(from path: String, problems: inout [StorageProblem]) -> [Directory] {
    guard let first = Directory(path: path) else {
      problems.append(StorageProblem(.unreadableFile, path: path, detail: "no such folder"))
      return []
    }
    var found = [first]
    var seen: Set = [first.identity]
    var waiting = [(first, 0)]
    while let (directory, depth) = waiting.popLast() {
      for line in lines(of: directory, problems: &problems) {
        let path = line.hasPrefix("/") ? line : directory.path + "/" + line
        guard depth < deepest, let next = Directory(path: path) else {
          problems.append(
            StorageProblem(
              .badAlternate, path: directory.path + "/info/alternates",
              detail: depth < deepest ? "\(path) is no folder" : "nested too deep"))
          continue
        }
        guard seen.insert(next.identity).inserted else { continue }
        found.append(next)
        waiting.append((next, depth + 1))
      }
    }
    return found
  }

  private static func lines(of directory: Directory, problems: inout [StorageProblem]) -> [String] {
    let path = directory.path + "/info/alternates"
    guard Directory.exists(path) else { return [] }
    do throws(StorageProblem) {
      let buffer = try InputFile(path: path).contents(limit: 1 << 20)
      let text = unsafe String(decoding: buffer.bytes, as: UTF8.self)
      return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
    } catch {
      problems.append(error)
      return []
    }
  }
}
