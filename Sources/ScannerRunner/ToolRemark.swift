/// What a tool says on its standard error or by its silence, and its report does not.
public enum ToolRemark: Sendable, Hashable {
  /// It did not look: the run is broken.
  case broken(String)
  /// It did not look at everything: the run is partial.
  case partial(String)
}
