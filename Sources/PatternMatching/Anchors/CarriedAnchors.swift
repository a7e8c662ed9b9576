/// The anchors of a content on which others are built.
@safe struct CarriedAnchors {
  var anchors: AnchorList
  /// False where the list is not complete.
  var isWhole = true
}
