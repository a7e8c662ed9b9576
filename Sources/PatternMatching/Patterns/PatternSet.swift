import FindingModel
import Synchronization

/// Patterns that are searched for together; immutable, shared by all workers.
///
/// What a set finds is defined place by place: where a literal of a pattern stands and the bytes
/// around it pass the guard (44 bytes behind, one before), the pattern is run on a window of fixed
/// size. So a result depends on nothing but the bytes of that window.
public final class PatternSet: Sendable {
  public let sources: [PatternSource]
  let options: PatternSetOptions
  let codes: CodeCache
  let tables: PatternTables
  let literals: [SearchedLiteral]
  /// The searcher that is ready at once.
  let simple: LiteralTable
  private let analyses: [PatternAnalysis]
  #if VECTORSCAN
    private let fast = Mutex<FastSearcher>(.notBuilt)

    private enum FastSearcher {
      case notBuilt
      case unusable
      case built(VectorscanDatabase)
    }
  #endif

  /// - Throws: the first pattern that cannot be used.
  public init(_ sources: [PatternSource], options: PatternSetOptions = .init())
    throws(PatternError)
  {
    self.sources = sources
    self.options = options
    var compiler = PatternCompiler()
    for source in sources { try compiler.add(source, options: options) }
    analyses = compiler.analyses
    literals = compiler.literals
    codes = CodeCache(texts: compiler.texts, ids: sources.map(\.id))
    tables = PatternTables(
      literals: compiler.literals, uses: compiler.uses, guards: compiler.guards)
    simple = LiteralTable(compiler.literals)
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

  /// What was derived from a pattern.
  public func analysis(_ index: Int) -> PatternAnalysis { analyses[index] }

  #if VECTORSCAN
    /// The fast searcher, built when it is first asked for; nil where it cannot be used.
    func vectorscan() -> VectorscanDatabase? {
      fast.withLock { state in
        switch state {
        case .built(let database): return database
        case .unusable: return nil
        case .notBuilt:
          guard let database = VectorscanDatabase(literals) else {
            state = .unusable
            return nil
          }
          state = .built(database)
          return database
        }
      }
    }
  #endif
}
