import FindingModel
import Foundation
import PatternMatching
public import RulePacks

/// What the search for one rule costs, beside the search for nothing.
public struct RuleTiming: Sendable, Hashable, Codable {
  public var rule: String
  /// Seconds of CPU; less than nothing is told as 0.
  public var seconds: Double
  /// Matches before any is judged.
  public var matches: Int

  /// Searches contents with all rules at once, and with each alone.
  ///
  /// - Returns: seconds for all of them, and each rule, slowest first.
  /// - Throws: ``RulePackError`` where a rule cannot be used.
  public static func measure(
    _ packs: [RulePack], on contents: [[UInt8]], progress: (Int) -> Void = { _ in }
  ) throws -> (all: Double, rules: [RuleTiming]) {
    let all = try cost(of: packs, contents).seconds
    let nothing = try cost(of: pack("nothing", absentRule), contents).seconds
    var timings: [RuleTiming] = []
    for pack in packs {
      for rule in pack.rules where rule.pattern != nil {
        var alone = rule
        alone.requires = []
        let cost = try cost(of: Self.pack(pack.name, alone), contents)
        timings.append(
          RuleTiming(
            rule: rule.id, seconds: max(0, cost.seconds - nothing), matches: cost.matches))
        progress(timings.count)
      }
    }
    timings.sort { $0.seconds == $1.seconds ? $0.rule < $1.rule : $0.seconds > $1.seconds }
    return (all, timings)
  }

  private static func pack(_ name: String, _ rule: Rule) -> [RulePack] {
    var pack = RulePack(name: name)
    pack.rules = [rule]
    return [pack]
  }

  /// Its literal stands nowhere.
  private static var absentRule: Rule {
    var rule = Rule(id: "nothing", title: "", provider: "Generic", severity: .low)
    rule.pattern = "\u{1}\u{2}\u{3}\u{4}\u{5}"
    return rule
  }

  /// The better of two runs, after one that makes everything ready.
  private static func cost(of packs: [RulePack], _ contents: [[UInt8]]) throws
    -> (seconds: Double, matches: Int)
  {
    let worker = try RulePackWorker(RulePackMatcher(packs: packs))
    var matches = 0
    for content in contents { matches += try worker.matches(in: content.span).count }
    var best = Double.infinity
    for _ in 0..<2 {
      let start = clock()
      for content in contents { _ = try worker.matches(in: content.span) }
      best = min(best, Double(clock() - start) / 1_000_000)
    }
    return (best, matches)
  }
}
