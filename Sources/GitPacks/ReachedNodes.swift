/// What can be read of a forest.
struct ReachedNodes {
  var count: Int
  /// Bases before what is built on them; nil where the order of nodes is one.
  var order: [Int32]?
}
