import Foundation
import Synchronization

/// Ends the process where one report takes longer than ten seconds of CPU time, and says which: a
/// fuzzer that runs beside other work may wait for minutes.
enum FuzzWatch {
  private struct Current {
    var tool = ""
    var seed = UInt64(0)
    var since = 0.0
  }

  private static let current = Mutex(Current())
  private static let started: Void = Thread.detachNewThread {
    while true {
      Thread.sleep(forTimeInterval: 1)
      let now = current.withLock { $0 }
      guard cpuSeconds() - now.since > 10 else { continue }
      FileHandle.standardError.write(Data("hang: \(now.tool) at state \(now.seed)\n".utf8))
      abort()
    }
  }

  static func note(_ tool: String, _ seed: UInt64) {
    _ = started
    current.withLock { $0 = Current(tool: tool, seed: seed, since: cpuSeconds()) }
  }
}
