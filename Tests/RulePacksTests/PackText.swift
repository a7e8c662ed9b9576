import RulePacks

/// Packs for tests, written as an author would.
enum PackText {
  static func rule(
    id: String = "acme-key", body: String = #"pattern = '\b(acme_[a-z0-9]{20})\b'"#,
    more: String = ""
  ) -> String {
    """
    [[rules]]
    id = "\(id)"
    title = "Acme key"
    provider = "Acme"
    severity = "high"
    confidence = "high"
    \(body)
    \(more)
    examples = ['key=acme_{~}abcdefghij0123456789', 'a acme_{~}bbcdefghij0123456789', "x: 'acme_{~}bbcdefghij0123456780'"]
    counter_examples = ['acme_short']
    remediation = "Delete it."
    references = ["https://acme.example/keys"]

    """
  }

  static func pack(_ rules: String...) -> String { "version = 1\n" + rules.joined() }

  static func read(_ text: String) throws(RulePackError) -> RulePack {
    try RulePackReader.read(Array(text.utf8), file: "acme.toml")
  }

  /// What is wrong with a text.
  static func problems(_ text: String) -> [RulePackError.Problem] {
    do {
      _ = try read(text)
      return []
    } catch {
      return error.problems
    }
  }
}
