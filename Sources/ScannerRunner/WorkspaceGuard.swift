import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A shell that removes a folder as soon as this process is gone, however it ends: it waits on a
/// pipe whose other end only this process holds. A killed scan leaves no copy of a lock file or
/// configuration behind, and no tool at work.
final class WorkspaceGuard: Sendable {
  private struct Watch {
    var shell: pid_t
    var pipe: Int32
  }

  private let watch: Mutex<Watch?>

  /// Kills what still works in the folder (Linux: by its environment), then removes it. It ignores
  /// the signals of a terminal, which are meant for the scan.
  private static let script = """
    trap '' HUP INT TERM
    read -r _
    for file in $(grep -lzsxF -e "TMPDIR=$1/tmp" /proc/[0-9]*/environ); do
      process=${file#/proc/}
      kill -9 "${process%/environ}"
    done
    rm -rf -- "$1"
    """

  /// Without a shell the folder is left to the next start, as `ToolWorkspace` says.
  init(_ folder: String) { watch = Mutex(Self.start(folder)) }

  deinit { end() }

  /// Lets the shell remove what is left of the folder, and waits for that.
  func end() {
    let ended = watch.withLock { watch in
      defer { watch = nil }
      return watch
    }
    guard let ended else { return }
    close(ended.pipe)
    var status: Int32 = 0
    while unsafe waitpid(ended.shell, &status, 0) < 0, errno == EINTR {}
  }

  private static func start(_ folder: String) -> Watch? {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    guard let shell = spawn(folder, input: ends[0]) else {
      close(ends[1])
      return nil
    }
    return Watch(shell: shell, pipe: ends[1])
  }

  private static func spawn(_ folder: String, input: Int32) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    for output: Int32 in [1, 2] {
      unsafe posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
    }
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // A file that is open here for writing must not stay open there: nobody could execute it.
    var flags = Int16(POSIX_SPAWN_SETPGROUP)
    #if canImport(Darwin)
      flags |= Int16(POSIX_SPAWN_CLOEXEC_DEFAULT)
    #else
      for descriptor in 3..<Int32(min(1024, max(3, sysconf(Int32(_SC_OPEN_MAX))))) {
        unsafe posix_spawn_file_actions_addclose(&actions, descriptor)
      }
    #endif
    unsafe posix_spawnattr_setflags(&attributes, flags)
    let words = ["sh", "-c", script, "sh", folder]
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    var environment = unsafe [strdup("PATH=/usr/bin:/bin"), nil]
    defer {
      for index in unsafe arguments.indices { unsafe free(arguments[index]) }
      for index in unsafe environment.indices { unsafe free(environment[index]) }
    }
    var shell: pid_t = 0
    let failed = unsafe posix_spawn(
      &shell, "/bin/sh", &actions, &attributes, &arguments, &environment)
    return failed == 0 ? shell : nil
  }
}
