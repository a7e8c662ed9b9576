import Synchronization

/// The patterns of a set as PCRE2 codes, compiled when they are first run.
final class CodeCache: Sendable {
  private struct Key: Hashable {
    var pattern: Int
    var isAnchored: Bool
  }

  private let codes = Mutex<[Key: PatternCode]>([:])
  /// Each pattern's text as it is run, optional beginnings left out.
  let texts: [String]
  private let ids: [String]

  init(texts: [String], ids: [String]) {
    self.texts = texts
    self.ids = ids
  }

  func code(_ pattern: Int, isAnchored: Bool) throws(PatternError) -> PatternCode {
    let key = Key(pattern: pattern, isAnchored: isAnchored)
    let outcome = codes.withLock { codes -> Result<PatternCode, PatternError> in
      if let code = codes[key] { return .success(code) }
      do throws(PatternError) {
        let code = try PatternCode(texts[pattern], id: ids[pattern], isAnchored: isAnchored)
        codes[key] = code
        return .success(code)
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }
}
