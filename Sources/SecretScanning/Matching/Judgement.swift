import FindingModel
import Foundation
import PatternMatching
import RulePacks

/// What a match is worth: each signal moves the confidence by the rules of the design's section 4
/// and leaves a line.
struct Judgement {
  private let rule: PreparedRule
  private let text: MatchedText
  private let name: String
  private let path: String?
  private let beginnings: TokenBeginnings
  private(set) var confidence: Confidence
  private(set) var signals: [String] = []
  private(set) var normalised: [UInt8]
  /// A checksum, a structure or a distinctive format: no path talks it down.
  private var isProven = false

  init(
    _ rule: PreparedRule, _ text: MatchedText, name: String, path: String?,
    beginnings: TokenBeginnings
  ) {
    self.beginnings = beginnings
    self.rule = rule
    self.text = text
    self.name = name
    self.path = path
    confidence = rule.rule.confidence
    normalised = text.secret
  }

  /// Judges; false where it is nothing after all.
  mutating func isKept(isAlone: Bool, encoding: ContentEncoding) -> Bool {
    signals = ["the format starts at \(confidence.rawValue) confidence"]
    if encoding != .plain { signals.append("written as \(encoding)") }
    if rule.rule.pattern == nil {
      signals.append("the path alone is telling")
      return allowances()
    }
    if isAlone { lower(to: .low, "nothing that belongs to it stands near by") }
    if rule.rule.isOfGitleaks {
      signals.append("a rule of gitleaks, judged by its own filters")
      return allowances()
    }
    checksum()
    structure()
    placeholders()
    wording()
    ordinary()
    surroundings()
    guard allowances() else { return false }
    location()
    return true
  }

  private var isDistinctive: Bool { rule.rule.isDistinctive }

  private mutating func lower(to most: Confidence, _ reason: String) {
    signals.append("\(most.rawValue) at most: \(reason)")
    confidence = min(confidence, most)
  }

  private mutating func checksum() {
    guard let kind = rule.rule.checksum,
      let isRight = Checksum.isRight(kind, text.secret)
    else { return }
    if isRight {
      confidence = .high
      isProven = true
      signals.append("high: its checksum is right")
    } else {
      lower(to: .medium, "its checksum is wrong, as in made-up tokens")
    }
  }

  private mutating func structure() {
    guard let kind = rule.rule.structure else { return }
    switch StructureCheck.outcome(kind, text.secret) {
    case .decodes(let note, let bytes):
      signals.append("it \(note)".replacing("it its", with: "its"))
      isProven = isProven || bytes != nil || isDistinctive
      if let bytes { normalised = bytes }
    case .broken(let reason):
      lower(to: .low, reason.hasPrefix("its") ? reason : "it \(reason)")
    }
  }

  private mutating func placeholders() {
    let bare =
      text.secret.starts(with: rule.prefix)
      ? Array(text.secret.dropFirst(rule.prefix.count)) : text.secret
    if rule.rule.structure == .pem || rule.rule.structure == .ppk { return }
    if PublishedExamples.contains(text.secret) || PublishedExamples.contains(bare) {
      lower(to: .low, "a published example")
    } else if JSONWebToken.hasPublishedKey(text.secret) {
      lower(to: .low, "it is signed with a published key")
    } else if let reason = Placeholder.reason(bare, isDistinctive: isDistinctive || isProven)
      ?? decodedReason(bare)
    {
      lower(to: .low, "a placeholder: the value \(reason)")
    } else if bare.count < 5, !isDistinctive {
      lower(to: .low, "the value is shorter than 5 characters")
    }
  }

  /// The same of what a value with percent signs stands for, as in URLs.
  private func decodedReason(_ value: [UInt8]) -> String? {
    guard !isDistinctive, !isProven,
      let text = String(decoding: value, as: UTF8.self).removingPercentEncoding
    else { return nil }
    let decoded = Array(text.utf8)
    return decoded == value ? nil : Placeholder.reason(decoded, isDistinctive: false)
  }

  /// Of values that nothing but a name makes a secret, and of made-up ones behind a prefix that
  /// does: no random text reads as words throughout.
  private mutating func wording() {
    guard !isProven, !rule.rule.mayBeWords else { return }
    if isDistinctive {
      guard rule.rule.structure == nil, text.secret.starts(with: rule.prefix) else { return }
      let bare = Array(text.secret.dropFirst(rule.prefix.count))
      if !rule.prefix.isEmpty, bare.count >= 16, WordLikeness.share(of: bare) >= 0.8 {
        lower(to: .low, "it reads as text")
      }
      return
    }
    let share = WordLikeness.share(of: text.secret)
    if share >= 0.6 { lower(to: .low, "it reads as text") }
  }

  /// What else a value may be that only a name makes a secret.
  private mutating func ordinary() {
    guard rule.rule.isGeneric, !isProven else { return }
    let value = text.secret
    if let kind = OrdinaryValue.kind(value) { lower(to: .low, "it is \(kind)") }
    if let title = beginnings.cut(value) {
      lower(to: .low, "it begins like this and is too short for it: \(title)")
    }
    if JSONWebToken.isCut(value) { lower(to: .low, "the signature of the token is cut") }
    if OrderedText.share(of: value) >= 0.6, !rule.rule.mayBeWords || value.count >= 16 {
      lower(to: .low, "it counts up")
    }
    guard !rule.rule.mayBeWords else { return }
    if value.first == 0x40 { lower(to: .low, "it begins like the name of a file or a person") }
    if value.contains("fake".utf8) { lower(to: .low, "it holds “fake”") }
    if let count = OrdinaryValue.oddDigits(value) {
      lower(to: .low, "\(count) hexadecimal digits stand for no whole bytes")
    }
    if let stray = TokenAlphabet.stray(in: value) {
      let character = String(decoding: [stray], as: UTF8.self)
      lower(to: .low, "no token holds “\(character)”")
    } else if TokenAlphabet.isPaddedInside(value) {
      lower(to: .low, "it goes on behind the “=” that ends base64")
    }
  }

  /// Whether a person may have thought it up, by the same measure as in its identity.
  private var looksChosen: Bool {
    Fingerprint.secret(value: text.secret, path: "", name: "").hasPrefix("sg1:pw:")
  }

  /// What the name and the text beside say of values that have no format of their own.
  private mutating func surroundings() {
    guard !isProven else { return }
    if let word = PretendName.word(in: name) { lower(to: .low, "its name says “\(word)”") }
    guard !isDistinctive else { return }
    if Surroundings.holdsIdentifier(text) {
      lower(to: .low, "it stands where a commit id or a digest does")
    }
    if Surroundings.isInBlock(text) { lower(to: .low, "it is a part of a block of base64") }
    if let reason = Surroundings.urlReason(text) { lower(to: .low, "the password \(reason)") }
    if rule.rule.form != .pattern, Surroundings.isCutOut(text) {
      lower(to: .low, "it is a part of a longer value in quotes")
    }
    if rule.rule.mayBeWords, text.secret.count >= 4,
      name.lowercased().contains(String(decoding: text.secret, as: UTF8.self).lowercased())
    {
      lower(to: .low, "it stands in its own name")
    }
    if rule.rule.mayBeWords, Surroundings.isComment(text), looksChosen {
      lower(to: .low, "it looks chosen, in a comment")
    }
  }

  private mutating func allowances() -> Bool {
    for allowance in rule.allow {
      guard let reason = allowance.reason(text, path: path) else { continue }
      if allowance.effect == .drop { return false }
      lower(to: .low, reason)
    }
    return true
  }

  private mutating func location() {
    guard let path, let kind = PathKind.of(path) else {
      if !isProven, !isDistinctive, Surroundings.isExample(text) {
        confidence = confidence.lowered
        signals.append("one step down: an example inside a comment")
      }
      return
    }
    if isProven || isDistinctive {
      signals.append("the path is \(kind.rawValue), which changes nothing for this format")
      return
    }
    confidence = confidence.lowered
    signals.append("one step down: the path is \(kind.rawValue)")
  }
}
