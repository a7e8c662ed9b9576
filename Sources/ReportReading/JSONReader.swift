/// Reads one JSON text (RFC 8259) that nobody vouches for.
///
/// Own code, because Foundation's decoders read about 25 MB/s and build the whole document; this
/// one hands large arrays over element by element. NaN and infinities are refused, of equal
/// member names the first counts, and anything behind the value but white space is an error.
public struct JSONReader {
  let bytes: [UInt8]
  let limits: ReportLimits
  var position: Int
  private var depth = 0
  private var values = 0
  private var names = NameCache()

  /// - Parameter bytes: UTF-8 without byte-order mark, see ``ReportText``.
  public init(_ bytes: [UInt8], from start: Int = 0, limits: ReportLimits = ReportLimits()) {
    self.bytes = bytes
    self.limits = limits
    position = start
  }

  /// The whole document as a tree.
  public static func document(_ bytes: [UInt8], limits: ReportLimits = ReportLimits()) throws
    -> JSONValue
  {
    var reader = JSONReader(bytes, limits: limits)
    let value = try reader.next()
    try reader.finish()
    return value
  }

  /// The value that begins at the position, white space before it skipped.
  public mutating func next() throws -> JSONValue {
    values = 0
    return try value(build: true)
  }

  /// Byte behind what was read.
  public var offset: Int { position }

  /// Fails unless only white space is left.
  public mutating func finish() throws {
    skipSpace()
    if position < bytes.count { throw failure("text behind the end of the JSON document") }
  }

  /// Reads the arrays that match element by element.
  ///
  /// - Parameter each: called for each element in order.
  /// - Returns: the rest of the document, with the matching arrays empty.
  public static func read(
    _ bytes: [UInt8], elementsOf pattern: JSONPattern, limits: ReportLimits = ReportLimits(),
    each: (JSONElementPlace, JSONValue) throws -> Void
  ) throws -> JSONValue {
    var reader = JSONReader(bytes, limits: limits)
    let rest = try reader.walk(pattern.steps[...], JSONElementPlace(), build: true, each)
    try reader.finish()
    return rest
  }

  /// The document with the matching arrays empty; what is left out is checked all the same.
  public static func read(
    _ bytes: [UInt8], without pattern: JSONPattern, limits: ReportLimits = ReportLimits()
  ) throws -> JSONValue {
    var reader = JSONReader(bytes, limits: limits)
    let rest = try reader.walk(pattern.steps[...], JSONElementPlace(), build: false) { _, _ in }
    try reader.finish()
    return rest
  }

  private mutating func walk(
    _ steps: ArraySlice<JSONPattern.Step>, _ place: JSONElementPlace, build: Bool,
    _ each: (JSONElementPlace, JSONValue) throws -> Void
  ) throws -> JSONValue {
    skipSpace()
    guard position < bytes.count else { throw failure("the JSON document is cut short") }
    switch (steps.first, bytes[position]) {
    case (nil, UInt8(ascii: "[")):
      var place = place
      return try .array(
        elements { reader, index in
          let before = reader.values
          place.index = index
          let element = try reader.value(build: build)
          if build { try each(place, element) }
          reader.values = before
          return nil
        })
    case (.each, UInt8(ascii: "[")):
      return try .array(
        elements { reader, index in
          var place = place
          place.indices.append(index)
          return try reader.walk(steps.dropFirst(), place, build: build, each)
        })
    case (.member(let names), UInt8(ascii: "{")):
      return try .object(
        members { reader, name, isNew in
          guard isNew, names.contains(name) else { return try reader.value(build: isNew) }
          var place = place
          place.member = name
          return try reader.walk(steps.dropFirst(), place, build: build, each)
        })
    default: return try value(build: true)
    }
  }

  private mutating func value(build: Bool) throws -> JSONValue {
    skipSpace()
    guard position < bytes.count else { throw failure("the JSON document is cut short") }
    values += 1
    if values > limits.values {
      throw ReportError(.limit, "more than \(limits.values) JSON values", at: position)
    }
    switch bytes[position] {
    case UInt8(ascii: "{"):
      return try .object(
        members(build: build) { reader, _, isNew in try reader.value(build: build && isNew) })
    case UInt8(ascii: "["):
      return try .array(
        elements { reader, _ in
          let element = try reader.value(build: build)
          return build ? element : nil
        })
    case UInt8(ascii: "\""): return build ? .string(try string()) : try skippedString()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw failure("no JSON value")
    }
  }

  private mutating func elements(
    _ read: (inout JSONReader, Int) throws -> JSONValue?
  ) throws -> [JSONValue] {
    try enter()
    var result: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) {
      depth -= 1
      return result
    }
    var index = 0
    repeat {
      if let element = try read(&self, index) { result.append(element) }
      index += 1
      skipSpace()
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    depth -= 1
    return result
  }

  private mutating func members(
    build: Bool = true, _ read: (inout JSONReader, String, Bool) throws -> JSONValue
  ) throws -> JSONObject {
    try enter()
    var result = JSONObject()
    skipSpace()
    if take(UInt8(ascii: "}")) {
      depth -= 1
      return result
    }
    repeat {
      skipSpace()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
        throw failure("a member name should stand here")
      }
      let name = build ? try self.name() : ""
      if !build { _ = try skippedString() }
      skipSpace()
      try expect(UInt8(ascii: ":"))
      let isNew = build && result[name] == nil
      let value = try read(&self, name, isNew)
      if isNew { result.add(name, value) }
      skipSpace()
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
    depth -= 1
    return result
  }

  /// A member's name. Names repeat, so that long ones are shared.
  private mutating func name() throws -> String {
    let start = position + 1
    guard let end = plainEnd(from: start) else { return try string() }
    position = end + 1
    return names.string(bytes[start..<end])
  }

  private mutating func enter() throws {
    depth += 1
    if depth > limits.depth {
      throw ReportError(.limit, "JSON nested deeper than \(limits.depth)", at: position)
    }
    position += 1
  }
}
