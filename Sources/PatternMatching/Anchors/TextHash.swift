/// Sums of products over two levels, NH (Black, Halevi, Krawczyk, Krovetz and Rogaway: UMAC, 1999),
/// of words of 64 bits and with results of 128: two different texts of one length, or of which
/// different facts are told, have the same one with a chance of at most 1 in 2^62, whoever chose
/// them, because the key is drawn at random for each worker and told to nobody.
@safe struct TextHash {
  struct Value: Equatable {
    var low: UInt64 = 0
    var high: UInt64 = 0

    /// Adds the product of two words to the sum.
    @inline(__always)
    fileprivate mutating func add(_ first: UInt64, _ second: UInt64) {
      let product = first.multipliedFullWidth(by: second)
      let (sum, isCarried) = low.addingReportingOverflow(product.low)
      low = sum
      high = high &+ product.high &+ (isCarried ? 1 : 0)
    }
  }

  /// Bytes of a text.
  static let shortest = 16
  static let longest = blockSize * mostBlocks
  private static let blockSize = 1024
  private static let mostBlocks = 64

  /// Words for the bytes of a block, then two for each block, then two for what is told of the text.
  private let key: UnsafeMutablePointer<UInt64>

  init() {
    let words = Self.blockSize / 8 + 2 * Self.mostBlocks + 2
    unsafe key = .allocate(capacity: words)
    var random = SystemRandomNumberGenerator()
    for word in 0..<words { unsafe (key + word).initialize(to: random.next()) }
  }

  func free() { unsafe key.deallocate() }

  /// - Parameters:
  ///   - text: valid for `count` bytes, ``shortest`` to ``longest``.
  ///   - facts: what else tells texts apart, their lengths among it.
  @inline(__always)
  func callAsFunction(
    _ text: UnsafePointer<UInt8>, count: Int, facts: (UInt64, UInt64)
  ) -> Value {
    let bytes = unsafe UnsafeRawPointer(text)
    let last = Self.blockSize / 8 + 2 * Self.mostBlocks
    var sum = Value()
    unsafe sum.add(facts.0 &+ key[last], facts.1 &+ key[last + 1])
    if count <= Self.blockSize {
      unsafe addBlock(bytes, count, &sum)
      return sum
    }
    var (at, word) = (0, Self.blockSize / 8)
    while at < count {
      // What is left of the last block is read together with what stands before it.
      let size = min(Self.blockSize, count - at)
      var block = Value()
      let start = size < Self.shortest ? count - Self.shortest : at
      unsafe addBlock(bytes + start, max(size, Self.shortest), &block)
      unsafe sum.add(block.low &+ key[word], block.high &+ key[word + 1])
      at += Self.blockSize
      word += 2
    }
    return sum
  }

  /// Adds the words of a block, two by two; the last two may be read a second time.
  @inline(__always)
  private func addBlock(_ block: UnsafeRawPointer, _ count: Int, _ sum: inout Value) {
    var (at, word) = (0, 0)
    while at + 16 <= count {
      unsafe add(block + at, word, &sum)
      at += 16
      word += 2
    }
    if at < count { unsafe add(block + count - 16, word, &sum) }
  }

  @inline(__always)
  private func add(_ pair: UnsafeRawPointer, _ word: Int, _ sum: inout Value) {
    unsafe sum.add(
      pair.loadUnaligned(as: UInt64.self) &+ key[word],
      pair.loadUnaligned(fromByteOffset: 8, as: UInt64.self) &+ key[word + 1])
  }
}
