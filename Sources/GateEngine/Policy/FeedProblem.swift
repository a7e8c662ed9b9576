/// Why a file that lists exploited advisories is not believed.
enum FeedProblem: Error, CustomStringConvertible {
  /// The head brings it and the base, named here, does not hold it.
  case notAtBase(String)

  var description: String {
    switch self {
    case .notAtBase(let reference): "\(reference) does not hold it, and this commit does"
    }
  }
}
