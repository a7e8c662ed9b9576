/// What kind of thing is wrong.
public enum Category: String, Codable, Sendable, CaseIterable {
  case secret, dependency, code, container, web, evidence
}
