/// Paths as small numbers, each stored as its parent and its last name.
struct PathTable {
  private struct Key: Hashable {
    var parent: Int32
    var name: [UInt8]
  }

  private var numbers: [Key: Int32] = [:]
  private var keys: [Key] = []
  private var lengths: [Int] = []

  /// The top of the work tree.
  static let root: Int32 = -1

  /// Nil for a path that is too long to be real.
  mutating func number(_ name: [UInt8], below parent: Int32) -> Int32? {
    let key = Key(parent: parent, name: name)
    if let number = numbers[key] { return number }
    let length = name.count + 1 + (parent < 0 ? 0 : lengths[Int(parent)])
    guard length <= Repository.longestPath, keys.count < Int(Int32.max) else { return nil }
    let number = Int32(keys.count)
    numbers[key] = number
    keys.append(key)
    lengths.append(length)
    return number
  }

  func path(_ number: Int32) -> [UInt8] {
    var names: [[UInt8]] = []
    var number = number
    while number >= 0 {
      names.append(keys[Int(number)].name)
      number = keys[Int(number)].parent
    }
    return Array(names.reversed().joined(separator: [0x2f]))
  }
}
