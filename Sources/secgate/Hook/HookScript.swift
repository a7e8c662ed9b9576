/// The pre-push hook that `secgate hook install` writes.
enum HookScript {
  /// The second line; by it we know our own hook again.
  static let mark = "# secgate pre-push hook; remove it with: secgate hook uninstall"
  /// The hook that was there before is kept under this name and runs after ours.
  static let chainedName = "pre-push.before-secgate"
  static let nothingInstalled = "no hook of secgate's is installed"

  /// - Parameter program: absolute path of the binary that installed the hook.
  static func text(program: String) -> String {
    """
    #!/bin/sh
    \(mark)
    secgate=\(quoted(program))
    if [ ! -x "$secgate" ]; then
      found=$(command -v secgate) || {
        echo "secgate is gone from $secgate: restore it there or on PATH, or remove this hook: rm '$0'" >&2
        exit 3
      }
      secgate=$found
    fi
    input=$(cat; echo .)
    input=${input%.}
    printf '%s' "$input" | "$secgate" hook pre-push "$@" || exit $?
    before="$(dirname "$0")/\(chainedName)"
    if [ -x "$before" ]; then
      printf '%s' "$input" | "$before" "$@" || exit $?
    fi

    """
  }

  /// In single quotes for a POSIX shell.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
