import FindingModel

/// Title, icon and the policy that lets the page load nothing and run only its own script.
enum PageHead {
  static func write(_ page: PageContext) {
    let html = page.html
    let outcome = page.outcome
    html.element(.head) {
      html.void(.meta, .text(.charset, "utf-8"))
      html.void(
        .meta, .text(.httpEquiv, "Content-Security-Policy"), .text(.content, contentSecurityPolicy))
      html.void(
        .meta, .text(.name, "viewport"), .text(.content, "width=device-width, initial-scale=1"))
      html.void(.meta, .text(.name, "referrer"), .text(.content, "no-referrer"))
      html.void(.meta, .text(.name, "color-scheme"), .text(.content, "light dark"))
      html.element(.title, text: title(outcome))
      html.void(.link, .text(.rel, "icon"), .link(.data(icon(outcome.verdict))))
      html.style(.launch)
    }
  }

  /// Nothing but our own style sheet, our own script and the icon inside this file.
  static let contentSecurityPolicy = [
    "default-src 'none'", "style-src \(ContentDigest.source(PageStyle.launch.text))",
    "script-src \(ContentDigest.source(PageScript.launch.text))", "img-src data:",
    "base-uri 'none'", "form-action 'none'",
  ].joined(separator: "; ")

  /// Two classes: of the verdict, and of the part.
  static func verdictClass(_ verdict: Verdict, _ part: StaticString) -> StaticString {
    switch (verdict, part.description) {
    case (.pass, "band"): "band pass"
    case (.fail, "band"): "band fail"
    case (.incomplete, "band"): "band incomplete"
    case (.pass, _): "body pass"
    case (.fail, _): "body fail"
    case (.incomplete, _): "body incomplete"
    }
  }

  private static func title(_ outcome: GateOutcome) -> String {
    var parts = [PageWords.verdict(outcome.verdict), outcome.scope.name]
    if let commit = outcome.scope.commit { parts.append(PageWords.short(commit)) }
    return parts.joined(separator: " · ")
  }

  private static func icon(_ verdict: Verdict) -> StaticString {
    switch verdict {
    case .pass:
      """
      data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 16 16%22%3E\
      %3Ccircle cx=%228%22 cy=%228%22 r=%228%22 fill=%22%230b6840%22/%3E%3C/svg%3E
      """
    case .fail:
      """
      data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 16 16%22%3E\
      %3Cpath fill=%22%23b0122c%22 d=%22M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7z%22/%3E%3C/svg%3E
      """
    case .incomplete:
      """
      data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 16 16%22%3E\
      %3Cpath fill=%22%237a5000%22 d=%22M8 0a8 8 0 1 1 0 16zm0 2a6 6 0 1 0 0 12z%22/%3E%3C/svg%3E
      """
    }
  }
}
