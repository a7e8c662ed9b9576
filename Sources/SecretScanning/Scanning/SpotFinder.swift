import FindingModel
import GitHistory

/// Makes spots from places of history, with author and date of each commit read once.
struct SpotFinder {
  private var records: [ObjectID: CommitRecord] = [:]
  private let order: (ObjectID) -> Int?

  /// Between two commits there is room for so many that come later.
  static let orderStep = 1 << 20

  /// - Parameter commits: oldest first.
  init(commits: [ObjectID]) {
    let orders = Dictionary(
      commits.enumerated().map { ($0.element, $0.offset * Self.orderStep) },
      uniquingKeysWith: { first, _ in first })
    order = { orders[$0] }
  }

  /// For the commits of a whole history.
  init(_ graph: CommitGraph) {
    var orders = [Int32](repeating: 0, count: graph.commits.count)
    for (order, position) in graph.oldestFirst().enumerated() { orders[position] = Int32(order) }
    order = { [orders] in graph.position(of: $0).map { Int(orders[$0]) * Self.orderStep } }
  }

  /// - Parameter orders: of the commits that will be asked for, see ``Spot/order``.
  init(orders: [ObjectID: Int]) { order = { orders[$0] } }

  /// The spot of a blob at a place.
  mutating func spot(
    _ blob: ObjectID, _ place: GitHistory.Place, in repository: borrowing Repository
  ) -> Spot {
    var location = Location(path: place.path.map { VisibleText.of($0) })
    location.blob = blob.description
    location.inHead = place.reach == .head
    location.exposure = Self.exposure(place.reach)
    return dated(location, by: place.commit, in: repository)
  }

  /// The spot of a commit's own text.
  mutating func spot(
    commit: ObjectID, isReachable: Bool, in repository: borrowing Repository
  ) -> Spot {
    var location = Location()
    location.object = "commit \(commit)"
    location.exposure = isReachable ? .refs : .unreachable
    return dated(location, by: commit, in: repository)
  }

  /// The spot of an annotated tag's text.
  func spot(tag: ObjectID, isReachable: Bool, in repository: borrowing Repository) -> Spot {
    var location = Location()
    location.object = "tag \(tag)"
    location.exposure = isReachable ? .refs : .unreachable
    if let record = try? repository.tag(tag) {
      location.author = record.tagger.text
      location.date = Timestamp(seconds: record.tagger.seconds).description
    }
    return Spot(location: location, order: Int.max)
  }

  private mutating func dated(
    _ location: Location, by commit: ObjectID?, in repository: borrowing Repository
  ) -> Spot {
    guard let commit else { return Spot(location: location, order: Int.max - 1) }
    var location = location
    location.commit = commit.description
    if let record = records[commit] ?? (try? repository.commit(commit)) {
      records[commit] = record
      location.author = record.author.text
      location.date = Timestamp(seconds: record.author.seconds).description
    }
    return Spot(location: location, order: order(commit) ?? Int.max - 1)
  }

  private static func exposure(_ reach: Reach) -> Exposure {
    switch reach {
    case .head: .head
    case .refs: .refs
    case .unreachable: .unreachable
    }
  }
}
