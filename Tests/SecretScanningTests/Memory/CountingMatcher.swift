import FindingModel
import SecretScanning
import Synchronization

/// Counts the bytes that are searched.
struct CountingMatcher: SecretMatcher {
  final class Counter: Sendable {
    private let count = Atomic<Int>(0)

    var bytes: Int { count.load(ordering: .relaxed) }
    func reset() { count.store(0, ordering: .relaxed) }
    func add(_ bytes: Int) { count.add(bytes, ordering: .relaxed) }
  }

  private let inner = TokenMatcher()
  private let counter: Counter
  let digest: String
  var ruleCount: Int { inner.ruleCount }

  init(_ counter: Counter, digest: Character) {
    self.counter = counter
    self.digest = String(repeating: digest, count: 64)
  }

  func ruleID(_ number: Int) -> String { inner.ruleID(number) }
  func makeWorker() throws -> any SecretMatchWorker {
    Worker(inner: try inner.makeWorker(), counter: counter)
  }

  private final class Worker: SecretMatchWorker {
    private let inner: any SecretMatchWorker
    private let counter: Counter

    init(inner: any SecretMatchWorker, counter: Counter) {
      (self.inner, self.counter) = (inner, counter)
    }

    func matches(in content: Span<UInt8>) throws -> [SecretMatch] {
      counter.add(content.count)
      return try inner.matches(in: content)
    }

    func assess(_ match: SecretMatch, in content: Span<UInt8>, path: String?) -> AssessedSecret? {
      inner.assess(match, in: content, path: path)
    }

    func nearMisses(in part: Range<Int>, of content: Span<UInt8>, path: String?) -> [RuleTrace] {
      inner.nearMisses(in: part, of: content, path: path)
    }
  }
}
