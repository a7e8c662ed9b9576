/// Finds the outermost element of markup, well-formed or not.
enum MarkupOutline {
  /// Its name; `html` for a document type of HTML.
  static func root(of bytes: ArraySlice<UInt8>) -> String? {
    var position = bytes.startIndex
    while let open = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      let rest = bytes[open...]
      if rest.starts(with: "<!--".utf8) {
        guard let end = end(of: "-->", in: rest) else { return nil }
        position = end
      } else if rest.starts(with: "<?".utf8) {
        guard let end = end(of: "?>", in: rest) else { return nil }
        position = end
      } else if rest.starts(with: "<!".utf8) {
        let words = word(in: rest.dropFirst(2))
        if words.lowercased() == "doctype",
          word(in: rest.dropFirst(10)).lowercased() == "html"
        {
          return "html"
        }
        position = open + 2
      } else {
        let name = word(in: rest.dropFirst())
        return name.isEmpty ? nil : name
      }
    }
    return nil
  }

  private static func end(of word: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let word = Array(word.utf8)
    var position = bytes.startIndex
    while let first = bytes[position...].firstIndex(of: word[0]) {
      if bytes[first...].starts(with: word) { return first + word.count }
      position = first + 1
    }
    return nil
  }

  /// Letters, digits and what names are made of, without a namespace prefix.
  private static func word(in bytes: ArraySlice<UInt8>) -> String {
    let name = bytes.prefix(256).prefix { byte in
      (0x61...0x7a).contains(byte | 0x20) || (0x30...0x3a).contains(byte) || byte == 0x2d
        || byte == 0x5f
    }
    return String(decoding: name.split(separator: 0x3a).last ?? [], as: UTF8.self)
  }
}
