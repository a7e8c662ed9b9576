import Foundation

/// Shannon entropy of bytes.
public enum Entropy {
  /// In bits for each byte, 0 for an empty content.
  public static func bitsPerByte(_ bytes: Span<UInt8>) -> Double {
    guard !bytes.isEmpty else { return 0 }
    var counts = [Int](repeating: 0, count: 256)
    for index in bytes.indices { counts[Int(bytes[index])] += 1 }
    let total = Double(bytes.count)
    return counts.reduce(0) { sum, count in
      guard count > 0 else { return sum }
      let share = Double(count) / total
      return sum - share * log2(share)
    }
  }
}
