/// The names of the objects in one pack, by its index alone, header and trailer of the pack checked.
public struct PackNames: Sendable {
  private let index: PackIndex

  /// - Parameter stem: the path without `.pack` or `.idx`, see `ObjectDirectory.packs`.
  public init(stem: String) throws(StorageProblem) { index = try PackFile(stem: stem).index }

  /// A pack may hold an object twice.
  public var count: Int { index.count }

  /// Ascending.
  public func name(at position: Int) -> ObjectName { index.name(at: position) }

  public func contains(_ name: ObjectName) -> Bool { index.position(of: name) != nil }
}
