/// The two sizes at the head of a delta.
@safe struct DeltaHeader {
  var baseSize = 0
  var resultSize = 0
  /// Bytes of the head.
  var length = 0

  init() {}

  /// Nil where the numbers end too late or are too large.
  init?(_ delta: UnsafeBufferPointer<UInt8>) {
    var at = 0
    func number() -> Int? {
      var value = 0
      var shift = 0
      while at < delta.count, shift < 56 {
        let byte = unsafe delta[at]
        at += 1
        value |= Int(byte & 0x7f) << shift
        if byte & 0x80 == 0 { return value }
        shift += 7
      }
      return nil
    }
    guard let base = number(), let result = number() else { return nil }
    (baseSize, resultSize, length) = (base, result, at)
  }
}
