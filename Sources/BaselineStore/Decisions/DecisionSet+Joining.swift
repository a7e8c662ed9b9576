extension DecisionSet {
  /// These decisions, and those of another set on ids that these say nothing about; the problems
  /// of both.
  public func over(_ other: DecisionSet) -> DecisionSet {
    var joined = self
    joined.add(missingFrom: other)
    return joined
  }
}
