/// The regions that a worker has searched of late, and the places in them that were not rejected
/// near. A text that was put in once comes again in the versions that git made from the same one, or
/// in another file, with the same bytes around it: then the same literals stand in it, and all but
/// those places are rejected again.
///
/// Plain memory, so that nothing is counted or checked for a region; its owner frees it.
@safe struct KnownRegions {
  /// What tells regions apart. The exact rules are proven; tests change one at a time and must see
  /// results differ.
  struct Rules: Sendable {
    /// Bytes before a region that the guard of a literal in it may see.
    var before = GuardBytes.context
    /// Bytes behind a region by which a guard rejects the last literal near.
    var behind = GuardBytes.near
    /// Whether the places that were not rejected near are asked again.
    var asksOpen = true
    /// Whether regions are told apart that end at different places of the same bytes.
    var tellsBounds = true

    static let exact = Rules()
  }

  /// A literal in a region.
  private struct Place {
    let literal: Int32
    /// Bytes behind the region's beginning.
    let offset: Int32
  }

  private struct Region {
    var value = TextHash.Value()
    var firstPlace: Int32 = 0
    var placeCount: Int32 = 0
  }

  /// Regions that are known at once: most come again soon or never.
  private static let most = 1 << 13
  /// When there are more places, all regions are forgotten: 2 MB.
  private static let mostPlaces = 1 << 18

  let rules: Rules
  private let hash = TextHash()
  private let regions: UnsafeMutablePointer<Region>
  private let places: UnsafeMutablePointer<Place>
  private var placeCount = 0
  /// Of the region that was not known last.
  private var pending = TextHash.Value()

  init(_ rules: Rules) {
    self.rules = rules
    unsafe regions = .allocate(capacity: Self.most)
    unsafe regions.initialize(repeating: Region(), count: Self.most)
    unsafe places = .allocate(capacity: Self.mostPlaces)
  }

  func free() {
    hash.free()
    unsafe regions.deallocate()
    unsafe places.deallocate()
  }

  /// Takes the places of a region as if a searcher had found them.
  ///
  /// - Parameter low: with `high` the bounds of a region that can be known.
  /// - Returns: false where it is not: it is to be searched and ``note(_:_:)``d.
  @inline(__always)
  mutating func tell(
    _ low: Int, _ high: Int, to search: UnsafeMutablePointer<AnchorSearch>
  ) -> Bool {
    let size = unsafe search.pointee.size
    let (start, end) = (max(0, low - rules.before), min(size, high + rules.behind))
    let facts = rules.tellsBounds ? (high - low, (low - start) << 8 | (end - high)) : (0, 0)
    pending = unsafe hash(
      search.pointee.content + start, count: end - start,
      facts: (UInt64(facts.0), UInt64(facts.1)))
    let region = unsafe regions[Self.number(of: pending)]
    guard region.value == pending else { return false }
    guard rules.asksOpen else { return true }
    for index in region.firstPlace..<region.firstPlace + region.placeCount {
      let place = unsafe places[Int(index)]
      unsafe AnchorSearch.hit(
        search, literal: Int(place.literal), start: low + Int(place.offset))
    }
    return true
  }

  /// Whether a region can be known.
  @inline(__always)
  static func takes(_ low: Int, _ high: Int) -> Bool {
    high - low >= TextHash.shortest
      && high - low <= TextHash.longest - GuardBytes.context - GuardBytes.near
  }

  /// Notes the region that was searched last.
  ///
  /// - Parameter open: its places that were not rejected near; nil where they are too many to list.
  mutating func note(_ low: Int, _ open: AnchorList?) {
    guard let open else { return }
    if placeCount + open.count > Self.mostPlaces {
      placeCount = 0
      unsafe regions.update(repeating: Region(), count: Self.most)
    }
    for index in 0..<open.count {
      let anchor = unsafe open.base[index]
      unsafe (places + placeCount + index).initialize(
        to: Place(literal: anchor.use, offset: anchor.start - Int32(low)))
    }
    unsafe regions[Self.number(of: pending)] = Region(
      value: pending, firstPlace: Int32(placeCount), placeCount: Int32(open.count))
    placeCount += open.count
  }

  @inline(__always)
  private static func number(of value: TextHash.Value) -> Int {
    let mixed = (value.low ^ value.high) &* 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: mixed >> 51)
  }
}
