import FindingModel
import Synchronization

/// Patterns that are searched for together; immutable, shared by all workers.
///
/// What a set finds is defined place by place: where a literal of a pattern stands and the bytes
/// around it pass the guard (some bytes before and behind), the pattern is run on a window of fixed
/// size. So a result depends on nothing but the bytes of that window.
public final class PatternSet: Sendable {
  public let sources: [PatternSource]
  let options: PatternSetOptions
  let codes: CodeCache
  let tables: PatternTables
  let literals: [SearchedLiteral]
  private let pairOffsets: [UInt8]
  private let table = Mutex<LiteralTable?>(nil)
  #if VECTORSCAN
    /// The fast searcher of just these literals, where it was built before.
    private let prepared: PreparedSearcher?
    private let fast = Mutex<FastSearcher>(.notRead)

    private enum FastSearcher {
      case notRead
      case notBuilt
      case unusable
      case built(VectorscanDatabase)
    }
  #endif

  /// - Parameter image: what was derived from most of the sources before; changes nothing but
  ///   the time that this takes.
  /// - Throws: the first pattern that cannot be used.
  public init(
    _ sources: [PatternSource], options: PatternSetOptions = .init(), image: PatternImage? = nil
  ) throws(PatternError) {
    self.sources = sources
    self.options = options
    let usesImage = image?.isWorthwhile(for: sources.count) ?? false
    var compiler = PatternCompiler(image: usesImage ? image : nil)
    for source in sources { try compiler.add(source, options: options) }
    literals = compiler.literals
    pairOffsets = compiler.pairOffsets
    #if VECTORSCAN
      // An image's literals come first: so many are the same ones.
      prepared = usesImage && literals.count == image?.literals.count ? image?.searcher : nil
    #endif
    codes = CodeCache(texts: compiler.texts, ids: sources.map(\.id))
    tables = PatternTables(
      literals: compiler.literals, uses: compiler.uses, guards: compiler.guards)
    if options.validates { try validate() }
  }

  private func validate() throws(PatternError) {
    for source in sources {
      // The text as written, so that the offset in the error is the author's.
      let code = try PatternCode(source.pattern, id: source.id, isAnchored: true, isRun: false)
      if let group = source.secretGroup, group > code.captureCount {
        throw PatternError(
          .limits, pattern: source.id, problem: "secret group \(group) does not exist",
          advice: "the pattern has \(code.captureCount) capture groups")
      }
    }
  }

  public var count: Int { sources.count }

  /// SHA-256 of everything that decides what matches, 64 digits.
  public var digest: String { SetDigest.of(self) }

  /// The version of everything that is derived from sources: the same sources find the same as
  /// long as it is the same.
  public static var version: String { SetDigest.engine }

  /// What was derived from a pattern, worked out anew: for people.
  public func analysis(_ index: Int) -> PatternAnalysis {
    do throws(PatternError) {
      return try PatternCompiler.draft(of: sources[index], number: Int32(index), options).0.analysis
    } catch {
      preconditionFailure("a pattern of a set could be used before: \(error)")
    }
  }

  /// The searcher that needs no library, built in a few milliseconds.
  func simple() -> LiteralTable {
    table.withLock { table in
      if let table { return table }
      let built = LiteralTable(literals, pairOffsets: pairOffsets)
      table = built
      return built
    }
  }

  /// Whether the fast searcher was built before, if it can be used here.
  var isPrepared: Bool {
    #if VECTORSCAN
      prepared != nil
    #else
      false
    #endif
  }

  #if VECTORSCAN
    /// The fast searcher, built when it is first asked for; nil where it cannot be used, or was not
    /// built before and is not to be built now.
    ///
    /// - Parameter builds: whether it is worth the time to build it.
    func vectorscan(builds: Bool) -> VectorscanDatabase? {
      fast.withLock { state in
        if case .notRead = state {
          let read = prepared.flatMap { VectorscanDatabase(serialized: $0.bytes()) }
          state = read.map { .built($0) } ?? .notBuilt
        }
        if case .notBuilt = state, builds {
          state = VectorscanDatabase(literals).map { .built($0) } ?? .unusable
        }
        if case .built(let database) = state { return database }
        return nil
      }
    }
  #endif
}
