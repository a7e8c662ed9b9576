import FindingModel

/// Every key there is, by the place of its table: the root is "". A key that is not here is an
/// error; that each is read, documented and in the schema is a test.
enum ConfigurationKeys {
  static let places: [String: [ConfigurationKey]] = [
    "": root, "policy": policy, "policy.*": findingKeys, "policy.accept": accept,
    "require": require, "allow": allow, "tools.*": tool, "tools.*.run": run, "secrets": secrets,
    "secrets.exclude": exclude,
  ]

  static func names(in place: String) -> [String] { (places[place] ?? []).map(\.name) }

  /// Every key with its parents, as the documentation names it: `policy.accept.max_days`.
  static var all: [(path: String, key: ConfigurationKey)] {
    places.sorted { $0.key < $1.key }.flatMap { place, keys in
      keys.map { (place.isEmpty ? $0.name : place + "." + $0.name, $0) }
    }
  }

  private static let severities = ConfigurationKey.Kind.word(Severity.allCases.map(\.rawValue))
  private static let gapKinds = ConfigurationKey.Kind.word(Gap.Kind.allCases.map(\.rawValue))

  private static let root: [ConfigurationKey] = [
    .init("version", .count, "The version of this format: 1.", isRequired: true),
    .init("policy", .table("policy"), "What fails, and what may pass."),
    .init("require", .tables("require"), "Evidence without which nothing ships."),
    .init("allow", .tables("allow"), "Gaps that somebody looked at, for a time."),
    .init("tools", .named("tools.*", names: ToolNames.runnable), "How each tool is run."),
    .init("secrets", .table("secrets"), "The native secret scanner."),
  ]

  private static let findingKeys: [ConfigurationKey] = [
    .init(
      "fail_on", .list(severities), "Severities that fail, and everything worse.",
      standard: #"["critical", "high"]"#),
    .init(
      "unknown_as", severities, "What a finding counts as whose severity no tool stated.",
      standard: #""high""#),
    .init(
      "min_confidence", .word(Confidence.allCases.map(\.rawValue)),
      "Below it a finding is a suspect: listed, never failing.", standard: #""medium""#),
    .init(
      "new_only", .flag, "Whether known findings pass; false for a launch.", standard: "true"),
    .init(
      "only_fixed", .flag, "Whether findings without a fixing version pass.", standard: "false"),
    .init(
      "fail_on_exposure", .list(.word(Exposure.allCases.map(\.rawValue))),
      "Where a secret must stand to fail.", standard: #"["head", "refs", "worktree"]"#),
    .init(
      "max_age", .bySeverity(.duration),
      "How long a finding may stay open, known or not, whatever fail_on says."),
    .init(
      "kev_blocks", .flag, "Whether a known exploited vulnerability fails whatever its severity.",
      standard: "true"),
    .init(
      "epss_blocks", .number(0...1), "The exploit probability from which a finding fails."),
  ]

  private static let policy: [ConfigurationKey] =
    findingKeys + [
      .init(
        "inline_allow", .word(PolicySettings.InlineAllow.allCases.map(\.rawValue)),
        "When a comment beside a secret counts.", standard: #""base""#),
      .init("allow", .list(gapKinds), "Kinds of gaps that do not matter here.", standard: "[]"),
      .init("kev_file", .text, "Known exploited vulnerabilities: CISA's JSON, a local file."),
      .init("epss_file", .text, "Exploit predictions: FIRST's CSV, a local file."),
      .init(
        "category", .named("policy.*", names: Category.allCases.map(\.rawValue)),
        "The same keys for findings of one category."),
      .init(
        "tool", .named("policy.*", names: nil), "The same keys for findings that a tool reports."),
      .init("accept", .table("policy.accept"), "What a decision must say to count."),
    ]

  private static let accept: [ConfigurationKey] = [
    .init(
      "require", .list(.word(AcceptRules.Field.allCases.map(\.rawValue))),
      "What an accepted risk must state.", standard: #"["reason", "owner", "expires"]"#),
    .init(
      "approver_must_differ", .flag,
      "From the owner and from whoever committed the decision.", standard: "true"),
    .init(
      "max_days", .bySeverity(.count), "Days until an accepted risk expires, at most.",
      standard: "{ critical = 14, high = 90, medium = 180 }"),
  ]

  private static let require: [ConfigurationKey] = [
    .init("check", .text, "A name for people: dependencies.python.", isRequired: true),
    .init("any_of", .list(.text), "The tools of which one must have looked.", isRequired: true),
    .init(
      "same_commit", .flag, "Whether the evidence must be of the judged commit.",
      standard: "true"),
    .init("max_age", .duration, "How old the evidence may be."),
    .init("environment", .text, "Where it must have been made: staging."),
    .init("severity", severities, "Of a missed target or failed test.", standard: #""high""#),
    .init("min_requests", .count, "Requests that a load test must have made."),
    .init("min_duration", .duration, "How long a load test must have run."),
    .init("min_tests", .count, "Tests that must have run."),
    .init("max_skipped", .count, "Tests that may be skipped."),
    .init("max_flaky", .count, "Tests that may pass only on a retry."),
    .init("min_lines", .number(0...100), "Percent of lines that tests must cover."),
    .init("min_branches", .number(0...100), "Percent of branches that tests must cover."),
    .init("p50_ms", .number(0...86_400_000), "Milliseconds that half of the requests stay under."),
    .init("p95_ms", .number(0...86_400_000), "Milliseconds that 95 % of them stay under."),
    .init("p99_ms", .number(0...86_400_000), "Milliseconds that 99 % of them stay under."),
    .init("error_rate", .number(0...1), "The share of requests that may fail: 0.01."),
    .init("throughput", .number(0...1e12), "Requests a second, at least."),
  ]

  private static let allow: [ConfigurationKey] = [
    .init("kind", gapKinds, "The kind of gap."),
    .init("rule", .text, "Only for this rule."),
    .init("path", .text, "Only below this glob: ** any folders, * and ? within a name."),
    .init("reason", .text, "Why it does not matter.", isRequired: true),
    .init("expires", .day, "Valid through that day."),
  ]

  private static let tool: [ConfigurationKey] = [
    .init("enabled", .flag, "false: never run; true: must run."),
    .init("version", .text, "The only version that is accepted."),
    .init("sha256", .text, "The only binary, or installed record, that is accepted."),
    .init("timeout", .duration, "When it is stopped.", standard: #""10m""#),
    .init("network", .flag, "Whether it may use the network; counts only when trusted."),
    .init("path", .text, "Where it is, instead of PATH; counts only when trusted."),
    .init("args", .list(.text), "Further arguments; count only when trusted.", standard: "[]"),
    .init("run", .tables("tools.*.run"), "What to run it on; none: what applies."),
  ]

  private static let run: [ConfigurationKey] = [
    .init(
      "kind", .word(ToolNames.targetKinds), "What the target is.", isRequired: true),
    .init("target", .text, "A path, image or URL.", isRequired: true),
  ]

  private static let secrets: [ConfigurationKey] = [
    .init("rules", .list(.text), "Own rule packs; count only when trusted.", standard: "[]"),
    .init("disable", .list(.text), "Ids of rules that are not applied.", standard: "[]"),
    .init("exclude", .tables("secrets.exclude"), "Paths that are not searched.", standard: "[]"),
    .init("max_blob", .size, "Larger files are a gap: blob-limit.", standard: #""64MiB""#),
    .init("decode_depth", .count, "How often encodings are undone.", standard: "1"),
    .init("archive_depth", .count, "How deep archives are opened.", standard: "0"),
  ]

  private static let exclude: [ConfigurationKey] = [
    .init("path", .text, "A glob.", isRequired: true),
    .init("reason", .text, "Why it need not be searched.", isRequired: true),
  ]
}
