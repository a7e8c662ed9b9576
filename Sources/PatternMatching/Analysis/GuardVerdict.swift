/// What a guard says of a place, and how far it had to look for that.
enum GuardVerdict: UInt8 {
  /// The pattern cannot match here, whatever stands further than ``GuardBytes/near`` bytes behind the
  /// literal.
  case rejectedNear
  /// The pattern cannot match here as long as all bytes that the guard may see are these.
  case rejectedFar
  case passed
}
