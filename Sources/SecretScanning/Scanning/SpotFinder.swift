import FindingModel
import GitHistory

/// Makes spots from places of history, with author and date of each commit read once.
struct SpotFinder {
  /// What all spots of a commit have in common.
  private struct Dated {
    var commit: String
    var author: String?
    var date: String?
    var order: Int
  }

  private var commits: [ObjectID: Dated] = [:]
  /// Most contents stand where others stood before.
  private var paths: [[UInt8]: String] = [:]
  /// The blob whose spots were made last.
  private var blob: (id: ObjectID, text: String)?
  private var reader: PackedCommitReader?
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
  ///
  /// - Parameter reader: reads what it can; nil to ask libgit2 for every commit.
  init(_ graph: CommitGraph, reader: PackedCommitReader?) {
    self.reader = reader
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
    var location = Location(path: place.path.map { text(ofPath: $0) })
    location.blob = text(of: blob)
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
    let dated = commits[commit] ?? read(commit, in: repository)
    commits[commit] = dated
    var location = location
    (location.commit, location.author, location.date) = (dated.commit, dated.author, dated.date)
    return Spot(location: location, order: dated.order)
  }

  private func read(_ commit: ObjectID, in repository: borrowing Repository) -> Dated {
    var dated = Dated(commit: commit.description, order: order(commit) ?? Int.max - 1)
    if let record = reader?.commit(commit) ?? (try? repository.commit(commit)) {
      dated.author = record.author.text
      dated.date = Timestamp(seconds: record.author.seconds).description
    }
    return dated
  }

  private mutating func text(ofPath path: [UInt8]) -> String {
    if let text = paths[path] { return text }
    let text = VisibleText.of(path)
    paths[path] = text
    return text
  }

  private mutating func text(of id: ObjectID) -> String {
    if let blob, blob.id == id { return blob.text }
    let text = id.description
    blob = (id, text)
    return text
  }

  private static func exposure(_ reach: Reach) -> Exposure {
    switch reach {
    case .head: .head
    case .refs: .refs
    case .unreachable: .unreachable
    }
  }
}
