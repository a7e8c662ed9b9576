/// Names of container images.
enum ImageName {
  /// `name:tag (os version)` and `name@sha256:…` without what changes from build to build.
  static func withoutTag(_ image: String) -> String {
    var name = withoutSystem(image)
    if let at = name.firstIndex(of: "@") { name = String(name[..<at]) }
    let start = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
    if let colon = name[start...].firstIndex(of: ":") { name = String(name[..<colon]) }
    return name
  }

  /// Without the operating system that trivy writes behind it.
  static func withoutSystem(_ image: String) -> String {
    guard image.hasSuffix(")"), let open = image.lastIndex(of: "("),
      open > image.startIndex, image[image.index(before: open)] == " "
    else { return image }
    return String(image[..<image.index(before: open)])
  }
}
