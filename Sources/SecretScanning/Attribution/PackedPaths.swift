import GitHistory
import GitPacks

/// Paths as small numbers, each stored as its folder's and the number of its last name.
struct PackedPaths {
  private var numbers: [UInt64: Int32] = [:]
  private var keys: [(parent: Int32, name: Int32)] = []
  private var lengths: [Int] = []
  /// Those that were asked for as bytes.
  private var paths: [Int32: [UInt8]] = [:]

  /// The top of the work tree.
  static let root: Int32 = -1

  /// Nil for a path that is too long to be real.
  mutating func number(_ name: Int32, below parent: Int32, in graph: TreeGraph) -> Int32? {
    let key = UInt64(UInt32(bitPattern: parent)) << 32 | UInt64(UInt32(bitPattern: name))
    if let number = numbers[key] { return number }
    let length = graph.name(name).count + 1 + (parent < 0 ? 0 : lengths[Int(parent)])
    guard length <= Repository.longestPath, keys.count < Int(Int32.max) else { return nil }
    let number = Int32(keys.count)
    numbers[key] = number
    keys.append((parent, name))
    lengths.append(length)
    return number
  }

  /// Whether a number stands for this path; false for one that is none.
  func isPath(_ number: Int32, _ name: Int32, below parent: Int32) -> Bool {
    number >= 0 && keys[Int(number)].parent == parent && keys[Int(number)].name == name
  }

  /// The same bytes for all who ask.
  mutating func path(_ number: Int32, in graph: TreeGraph) -> [UInt8] {
    if let path = paths[number] { return path }
    var names: [ArraySlice<UInt8>] = []
    var folder = number
    while folder >= 0 {
      names.append(graph.name(keys[Int(folder)].name))
      folder = keys[Int(folder)].parent
    }
    let path = Array(names.reversed().joined(separator: [0x2f]))
    paths[number] = path
    return path
  }
}
