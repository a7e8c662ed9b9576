/// Writes the pattern of a value that is assigned to a name, in every way that people assign.
///
/// `names`, up to 20 characters of the rest of the name, a connection, `value`. Connections are
/// those of env and properties files, shells, YAML, JSON (escaped too), TOML, XML elements and
/// attributes, the common languages, URL queries, headers, flags and log lines. Every repetition
/// has a bound, so that the whole pattern has one.
public enum AssignmentForm {
  /// What closes the name: quotes, brackets, an escape before a quote.
  private static let closers = #"[\\"'`\])}]{0,4}"#
  private static let blank = #"[ \t]{0,8}"#
  /// A type between name and operator: `: String =`, ` string =`, `[32] =`, `: &'static str =`.
  private static let type =
    #"(?:(?:[ \t]{0,4}:[ \t]{0,4}|[ \t]{1,4})[&A-Za-z'][\w.<>&'?\[\] ]{0,24}(?=[ \t]{0,4}:?=)|\[\d{0,5}\])?"#
  /// `=`, `:=`, `=>`, `==`, `!==`, `||=`, `:`, `->`, `,`, `(`, `>`, `||`, `??`, `:-`.
  private static let operators =
    #"(?:[|?:+!~<.-]{0,2}[=:,(>]{1,3}|<-|or\b|\|\||\?\?|:-|%3[ADad])"#
  /// The value of an entry whose name is a value itself: `name: KEY` and then `value: VALUE`.
  private static let entry =
    #"(?:["'`]{0,2}[\s,;]{1,32}["'`<]{0,2}(?i:value|default|content|val|string|data)["'`]{0,2}\s{0,4}[=:>]{1,2}|["'`]?[ \t]{0,4}\{\s{0,24}(?:[^{}\n]{0,80}\n[ \t]{0,16}){0,3}default[ \t]{0,12}=|</\w{1,16}>\s{0,32}<\w{1,16}>)"#
  /// White space alone: `--key VALUE`, `ENV KEY VALUE`, `the key is VALUE`.
  private static let space = #"["'`]?[ \t]{1,8}(?:is[ \t:]{1,4}|to[ \t]{1,4})?"#
  /// A new line after the operator, as in XML elements and wrapped code.
  private static let wrap = #"(?:[ \t]{0,8}\\?\r?\n[ \t]{0,40}|[ \t]{0,8})"#
  /// What opens the value: a prefix of a string literal, quotes, brackets, a scheme of
  /// authorization.
  private static let opener =
    #"(?:<!\[CDATA\[|[\[({$@]{0,2}[bBuUrRfFLN@&$]{0,2}[\\]{0,2}["'`]{1,3})?"#
    + #"(?:(?i:bearer|basic|token|apikey|api-token|key|bot|ssws)[ \t:=]{1,3})?"#

  /// - Parameters:
  ///   - names: pattern of the name or of its beginning; any case.
  ///   - value: pattern of the secret; becomes group 1.
  public static func pattern(names: String, value: String) -> String {
    let name = "(?i:\(names))" + #"[\w.-]{0,20}?"#
    let connection =
      "(?:\(closers)\(type)\(blank)\(operators)\(wrap)|\(entry)\(wrap)|\(space))"
    return name + connection + opener + BoundedValue.pattern(value)
  }
}
