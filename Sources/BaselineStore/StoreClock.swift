public import FindingModel
import Foundation

/// Where the store's times come from; tests set it.
public struct StoreClock: Sendable {
  public var now: @Sendable () -> Timestamp

  public init(now: @escaping @Sendable () -> Timestamp) { self.now = now }

  public static let system = StoreClock {
    Timestamp(seconds: Int(Date().timeIntervalSince1970.rounded(.down)))
  }

  public static func fixed(_ time: Timestamp) -> StoreClock { StoreClock { time } }
}
