/// The classes that have a name inside brackets, in the C locale.
enum PosixClass {
  static func set(named name: String) -> ByteSet? {
    switch name {
    case "alpha": .letters
    case "digit": .digits
    case "alnum": ByteSet.letters.union(.digits)
    case "upper": ByteSet(0x41...0x5a)
    case "lower": ByteSet(0x61...0x7a)
    case "space": .space
    case "blank": ByteSet(0x20).union(ByteSet(0x09))
    case "word": .word
    case "xdigit": ByteSet.digits.union(ByteSet(0x41...0x46)).union(ByteSet(0x61...0x66))
    case "punct":
      ByteSet(0x21...0x7e).intersection(ByteSet.letters.union(.digits).inverted)
    case "cntrl": ByteSet(0...0x1f).union(ByteSet(0x7f))
    case "graph": ByteSet(0x21...0x7e)
    case "print": ByteSet(0x20...0x7e)
    case "ascii": ByteSet(0...0x7f)
    default: nil
    }
  }
}
