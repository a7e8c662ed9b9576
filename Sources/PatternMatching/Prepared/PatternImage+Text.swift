extension PatternImage {
  /// The text that ``init(_:)`` reads.
  ///
  /// - Parameter sources: with distinct ids.
  /// - Throws: the first pattern that cannot be used.
  public static func text(of sources: [PatternSource]) throws(PatternError) -> String {
    var compiler = PatternCompiler()
    for source in sources { try compiler.add(source, options: PatternSetOptions(decodes: true)) }
    var writer = NumberTextWriter()
    writer.write(compiler.literals.count)
    for (literal, offset) in zip(compiler.literals, compiler.pairOffsets) {
      writer.write(literal.bytes)
      writer.write(literal.isCaseless)
      writer.write(UInt64(offset))
    }
    var sets = NumberedSets()
    for plan in compiler.guards { sets.add(plan) }
    writer.write(sets.all.count)
    for set in sets.all {
      for word in [set.words.0, set.words.1, set.words.2, set.words.3] { writer.write(word) }
    }
    writer.write(compiler.guards.count)
    for plan in compiler.guards { writer.write(plan, sets) }
    writer.write(compiler.uses.count)
    writer.write(sources.count)
    let uses = Dictionary(grouping: compiler.uses, by: \.pattern)
    for (number, source) in sources.enumerated() {
      writer.write(Array(source.id.utf8))
      writer.write(fingerprint(of: source))
      let text = compiler.texts[number]
      writer.write(text != source.pattern)
      if text != source.pattern { writer.write(Array(text.utf8)) }
      let own = uses[Int32(number)] ?? []
      writer.write(own.count)
      for use in own { writer.write(use) }
    }
    return writer.text
  }

  /// The text of the fast searcher of the same sources; empty where the library is not there.
  public static func searcherText(of sources: [PatternSource]) throws(PatternError) -> String {
    var compiler = PatternCompiler()
    for source in sources { try compiler.add(source, options: PatternSetOptions(decodes: true)) }
    return PreparedSearcher.text(of: compiler.literals)
  }
}

/// The distinct sets of guards.
private struct NumberedSets {
  private(set) var all: [ByteSet] = []
  private var numbers: [ByteSet: Int] = [:]

  subscript(set: ByteSet) -> Int { numbers[set] ?? 0 }

  mutating func add(_ plan: GuardPlan) {
    add(plan.previous)
    if let run = plan.run { add(run.set) }
    for step in plan.rows.joined() { add(step.set) }
  }

  private mutating func add(_ set: ByteSet) {
    guard numbers[set] == nil else { return }
    numbers[set] = all.count
    all.append(set)
  }
}

extension NumberTextWriter {
  fileprivate mutating func write(_ plan: GuardPlan, _ sets: NumberedSets) {
    write(sets[plan.previous])
    write(plan.allowsStart)
    write(UInt64(plan.wanted))
    write(plan.run != nil)
    if let run = plan.run {
      write(sets[run.set])
      write(run.length)
      write(run.latest)
    }
    write(plan.rows.count)
    for row in plan.rows {
      write(row.count)
      for step in row {
        write(sets[step.set])
        write(step.minimum)
        write(step.maximum.map { $0 + 1 } ?? 0)
      }
    }
  }

  fileprivate mutating func write(_ use: LiteralUse) {
    write(signed: use.literal)
    write(signed: use.guardNumber)
    write(UInt64(use.kind.rawValue))
    write(UInt64(use.encoding.rawValue))
    write(UInt64(use.alignment))
    for number in [
      use.length, use.plainLength, use.nearest, use.furthest, use.windowBefore, use.windowAfter,
    ] {
      write(signed: number)
    }
  }
}
