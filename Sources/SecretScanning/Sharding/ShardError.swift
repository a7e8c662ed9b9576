/// Why results of shards cannot be joined, naming the shard.
public struct ShardError: Error, Sendable, Equatable, CustomStringConvertible {
  public var description: String

  init(_ description: String) { self.description = description }
}
