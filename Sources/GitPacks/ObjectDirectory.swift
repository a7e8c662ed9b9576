/// What one `objects` folder holds, by file names only: nothing is opened.
public struct ObjectDirectory: Sendable, Hashable {
  public let path: String
  /// Paths of packs without `.pack`, sorted.
  public var packs: [String] = []
  /// Names of loose objects, sorted.
  public var loose: [ObjectName] = []
  public var problems: [StorageProblem] = []

  init(_ directory: Directory) {
    path = directory.path
    listPacks()
    listLoose()
  }

  private mutating func listPacks() {
    guard let folder = Directory(path: path + "/pack") else { return }
    guard let names = folder.names() else {
      problems.append(
        StorageProblem(.unreadableFile, path: folder.path, detail: "folder cannot be listed"))
      return
    }
    let all = Set(names)
    for name in names where name.hasSuffix(".idx") && !name.hasPrefix("multi-pack-index") {
      let stem = String(name.dropLast(4))
      if all.contains(stem + ".pack") {
        packs.append(folder.path + "/" + stem)
      } else {
        problems.append(
          StorageProblem(
            .missingPack, path: folder.path + "/" + name, detail: "\(stem).pack is not there"))
      }
    }
  }

  private mutating func listLoose() {
    let digits = Array("0123456789abcdef")
    for first in digits {
      for second in digits {
        let prefix = String([first, second])
        guard let folder = Directory(path: path + "/" + prefix) else { continue }
        guard let names = folder.names() else {
          problems.append(
            StorageProblem(.unreadableFile, path: folder.path, detail: "folder cannot be listed"))
          continue
        }
        loose += names.compactMap { ObjectName(hexadecimal: prefix + $0) }
      }
    }
  }

  func path(of name: ObjectName) -> String {
    let text = name.description
    return "\(path)/\(text.prefix(2))/\(text.dropFirst(2))"
  }
}
