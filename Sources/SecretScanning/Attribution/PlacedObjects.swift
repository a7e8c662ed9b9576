/// Objects at paths. Nearly all objects stand at one path only: that one is held in a table, so that
/// nothing is hashed for it.
struct PlacedObjects {
  enum Meeting: Equatable {
    /// The object was never met.
    case first
    /// It was met at other paths only.
    case further
    /// It was met at this path.
    case known
  }

  static let nowhere = Int32.min

  /// The first path of each object.
  private var paths: [Int32]
  private var others: Set<UInt64> = []

  /// - Parameter count: one more than the largest number of an object.
  init(count: Int) { paths = [Int32](repeating: Self.nowhere, count: count) }

  mutating func insert(_ object: Int32, at path: Int32) -> Meeting {
    let first = paths[Int(object)]
    if first == path { return .known }
    if first == Self.nowhere {
      paths[Int(object)] = path
      return .first
    }
    return others.insert(Self.key(object, path)).inserted ? .further : .known
  }

  /// The path at which an object was met first; `nowhere` for none.
  func firstPath(of object: Int32) -> Int32 { paths[Int(object)] }

  func contains(_ object: Int32, at path: Int32) -> Bool {
    paths[Int(object)] == path || others.contains(Self.key(object, path))
  }

  mutating func removeAll() {
    unsafe paths.withUnsafeMutableBufferPointer { unsafe $0.update(repeating: Self.nowhere) }
    others = []
  }

  private static func key(_ object: Int32, _ path: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: object)) << 32 | UInt64(UInt32(bitPattern: path))
  }
}
