/// The anchors of a content on which others are built.
@safe struct CarriedAnchors {
  var anchors: AnchorList
  /// Literals whose guards depend on bytes further behind them.
  var held: AnchorList
  /// False where a list is not complete.
  var isWhole = true

  init() { (anchors, held) = (AnchorList(), AnchorList()) }

  var isEmpty: Bool { anchors.count == 0 && held.count == 0 }

  func free() {
    anchors.free()
    held.free()
  }
}
