/// The names of the objects in one pack, by its index alone.
public struct PackNames {
  private enum Source {
    case checked(PackIndex)
    case trusted(ByteBuffer, PackIndexLayout)
  }

  private let source: Source
  /// A pack may hold an object twice.
  public let count: Int

  /// Checks the index, and header and trailer of the pack.
  ///
  /// - Parameter stem: the path without `.pack` or `.idx`, see `ObjectDirectory.packs`.
  public init(stem: String) throws(StorageProblem) {
    let index = try PackFile(stem: stem).index
    (source, count) = (.checked(index), index.count)
  }

  /// Takes the index of a pack that was checked before and has the same seal since: its checksum,
  /// and the order of the names, are not looked at again.
  public init(checkedBefore stem: String) throws(StorageProblem) {
    let file = try InputFile(path: stem + ".idx").contents(limit: 80 << 30)
    guard let layout = unsafe PackIndexLayout(file.bytes) else {
      throw StorageProblem(
        .badIndex, path: stem + ".idx", detail: "wrong signature, version or size")
    }
    (source, count) = (.trusted(file, layout), layout.count)
  }

  /// Ascending.
  public func name(at position: Int) -> ObjectName {
    switch source {
    case .checked(let index): index.name(at: position)
    case .trusted(let file, let layout):
      unsafe ObjectName(in: file.bytes, at: layout.names + position * layout.nameStride)
    }
  }
}
