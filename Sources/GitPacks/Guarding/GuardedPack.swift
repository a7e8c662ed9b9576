import Synchronization

/// A pack from which libgit2 is about to read: tells whether the way to an object stays inside of the
/// pack and comes to an end. Version 1.5 checks neither: it crashes at an offset outside of the file
/// and follows bases that lead in a circle for ever.
///
/// Nothing but heads of entries is read: sizes, fan-out, header and trailer on opening, then what
/// stands on the way.
public final class GuardedPack: Sendable {
  public enum Way: Sendable, Equatable {
    /// The pack's index does not name the object.
    case none
    case sound
    case unsound(UnreadableObject.Reason)
  }

  /// The path without `.pack` or `.idx`.
  public let stem: String
  private let index: MappedFile
  private let layout: PackIndexLayout
  private let pack: MappedFile
  /// Where ways over many bases lead, by some of the places on them: thousands of objects may share
  /// one.
  private let landmarks = Mutex<[UInt64: Way]>([:])
  /// Places on a way from one landmark to the next.
  private static let landmarkDistance = 64
  private static let mostLandmarks = 1 << 16

  /// - Throws: what keeps the pack from being used at all, in the words of `DeltaForest.problems`.
  public init(stem: String) throws(StorageProblem) {
    self.stem = stem
    index = try MappedFile(path: stem + ".idx")
    guard let layout = unsafe PackIndexLayout(index.bytes(0..<index.size)) else {
      throw StorageProblem(
        .badIndex, path: stem + ".idx", detail: "wrong signature, version or size")
    }
    self.layout = layout
    pack = try MappedFile(path: stem + ".pack")
    guard hasAscendingCounts() else {
      throw StorageProblem(
        .badIndex, path: stem + ".idx", detail: "names out of order or fan-out wrong")
    }
    let sum = unsafe ObjectName(in: index.bytes(0..<index.size), at: index.size - 40)
    let problem = unsafe PackFile.problem(
      beginning: pack.bytes(0..<min(pack.size, 12)),
      end: pack.bytes(max(pack.size - 20, 0)..<pack.size), size: pack.size, count: layout.count,
      checksum: sum)
    if let problem { throw StorageProblem(.badPack, path: stem + ".pack", detail: problem) }
  }

  func letGoOfPages() {
    index.letGoOfPages()
    pack.letGoOfPages()
  }

  /// Where a read of an object leads.
  public func way(to name: ObjectName) -> Way {
    guard let position = position(of: name) else { return .none }
    guard let start = unsafe layout.offset(at: position, in: index.base) else {
      return .unsound(.header)
    }
    var passed: [UInt64] = []
    let way = way(from: start, &passed)
    if !passed.isEmpty { note(passed, way) }
    return way
  }

  /// - Parameter passed: takes some places on the way.
  private func way(from start: UInt64, _ passed: inout [UInt64]) -> Way {
    var here = start
    // After 1, 2, 4, … steps the place is marked: a circle comes back to a mark.
    var (mark, steps, most) = (UInt64.max, 0, 1)
    var taken = 0
    while true {
      switch next(from: here) {
      case .end(let way): return way
      case .base(let offset): here = offset
      }
      if here == mark { return .unsound(.cycle) }
      steps += 1
      if steps == most { (mark, steps, most) = (here, 0, most * 2) }
      taken += 1
      guard taken >= Self.landmarkDistance else { continue }
      if let way = landmarks.withLock({ $0[here] }) { return way }
      if taken % Self.landmarkDistance == 0 { passed.append(here) }
    }
  }

  private enum Step {
    case end(Way)
    case base(UInt64)
  }

  private func next(from place: UInt64) -> Step {
    switch base(of: place) {
    case nil: return .end(.unsound(.header))
    case .some(.none): return .end(.sound)
    case .distance(let distance):
      guard distance > 0, distance < place else { return .end(.unsound(.missingBase)) }
      return .base(place - distance)
    case .name(let name):
      guard let position = position(of: name),
        let offset = unsafe layout.offset(at: position, in: index.base)
      else { return .end(.unsound(.missingBase)) }
      return .base(offset)
    }
  }

  /// All places on a way lead where it leads.
  private func note(_ places: [UInt64], _ way: Way) {
    landmarks.withLock { landmarks in
      if landmarks.count >= Self.mostLandmarks { landmarks = [:] }
      for place in places { landmarks[place] = way }
    }
  }

  /// Nil where no entry can begin there.
  private func base(of offset: UInt64) -> EntryHeader.Base? {
    let end = UInt64(pack.size - 20)
    guard offset >= 12, offset < end else { return nil }
    let range = Int(offset)..<Int(min(offset + UInt64(EntryHeader.longest), end))
    return unsafe EntryHeader(pack.bytes(range))?.base
  }

  /// By halving, as libgit2 does it: where names are out of order or there twice, each way of
  /// searching finds others.
  private func position(of name: ObjectName) -> Int? {
    let byte = Int(name.first >> 56)
    var low = byte == 0 ? 0 : unsafe layout.count(upTo: byte - 1, in: index.base)
    var high = unsafe layout.count(upTo: byte, in: index.base)
    while low < high {
      let middle = (low + high) / 2
      let here = self.name(at: middle)
      if here == name { return middle }
      if name < here { high = middle } else { low = middle + 1 }
    }
    return low < layout.count && self.name(at: low) == name ? low : nil
  }

  private func name(at position: Int) -> ObjectName {
    let start = layout.names + position * layout.nameStride
    return unsafe ObjectName(in: index.bytes(start..<start + 20), at: 0)
  }

  private func hasAscendingCounts() -> Bool {
    var last = 0
    for byte in 0..<256 {
      let count = unsafe layout.count(upTo: byte, in: index.base)
      guard count >= last else { return false }
      last = count
    }
    return last == layout.count
  }
}
