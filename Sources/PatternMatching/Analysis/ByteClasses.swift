/// Bytes that some sets do not tell apart, under one number each. Plain memory; its owner frees it.
@safe struct ByteClasses {
  private let numbers: UnsafeMutablePointer<UInt8>
  let count: Int

  init(_ sets: [ByteSet]) {
    unsafe numbers = .allocate(capacity: 256)
    unsafe numbers.initialize(repeating: 0, count: 256)
    var count = 1
    for set in Set(sets) where count < 256 {
      // Each class that a set cuts in two leaves those inside under a new number.
      var inner = [Int](repeating: -1, count: count)
      var sizes = [Int](repeating: 0, count: count)
      for byte in 0..<256 { unsafe sizes[Int(numbers[byte])] += 1 }
      for byte in set.bytes { unsafe sizes[Int(numbers[Int(byte)])] -= 1 }
      for byte in set.bytes {
        let number = unsafe Int(numbers[Int(byte)])
        guard sizes[number] > 0 else { continue }
        if inner[number] < 0 {
          inner[number] = count
          count += 1
        }
        unsafe numbers[Int(byte)] = UInt8(inner[number])
      }
    }
    self.count = count
  }

  func free() { unsafe numbers.deallocate() }

  @inline(__always)
  subscript(byte: UInt8) -> Int { unsafe Int(numbers[Int(byte)]) }
}
