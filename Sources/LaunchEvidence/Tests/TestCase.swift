/// One attempt at one test, as a report lists it.
struct TestCase {
  enum Status {
    case passed, failed, errored, skipped
  }

  /// What makes it the same test: suite path with host names, file, class and name. nil: it has
  /// no name, and nothing says which others are the same.
  var key: [String]?
  /// For people: `class.name`.
  var name: String
  var status: Status
  /// It passed, but not at once, by the report's own word.
  var isFlaky = false
  /// It failed, and again when it was run once more.
  var failedAgain = false
  /// Seconds.
  var time: Double?
}
