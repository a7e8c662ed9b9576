/// A text on which a pattern takes far more steps than the text has bytes.
public struct SlowInput: Sendable, Hashable, CustomStringConvertible {
  /// What leads to the repetition.
  public var start: [UInt8]
  /// What is repeated.
  public var pump: [UInt8]
  /// What makes the match fail.
  public var end: [UInt8]
  /// Bytes of the repeated part, and steps that the matcher took on it at most.
  public var size: Int
  public var steps: Int
  /// Steps on half as many bytes; nil where the whole is beyond all limits.
  public var stepsOfHalf: Int?

  /// The text with so many bytes of the repeated part.
  public func text(size: Int) -> [UInt8] {
    var text = start
    text.reserveCapacity(start.count + size + end.count)
    for _ in 0..<max(1, size / max(pump.count, 1)) { text += pump }
    return text + end
  }

  public var description: String {
    let growth = stepsOfHalf.map { ", \($0) on half as many" } ?? ""
    return "\(size) bytes of \(Self.shown(pump)) after \(Self.shown(start)) and before "
      + "\(Self.shown(end)) take \(steps) steps\(growth)"
  }

  private static func shown(_ bytes: [UInt8]) -> String {
    let text = bytes.map { byte -> String in
      switch byte {
      case 0x0a: "\\n"
      case 0x20...0x7e: String(Unicode.Scalar(byte))
      default: "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    return "“\(text.joined())”"
  }
}
