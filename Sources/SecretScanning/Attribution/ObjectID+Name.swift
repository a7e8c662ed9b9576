public import GitHistory
public import GitPacks

extension ObjectID {
  /// The same object as the packs name it.
  public init(_ name: ObjectName) {
    self.init(high: name.first, middle: name.second, low: name.third)
  }
}

extension ObjectName {
  /// The same object as libgit2 names it.
  public init(_ id: ObjectID) {
    self.init(first: id.high, second: id.middle, third: id.low)
  }
}
