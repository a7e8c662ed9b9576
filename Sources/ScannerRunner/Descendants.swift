import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds and kills what a tool left running: a process can leave its group and its session, but it
/// keeps the environment it was started with.
enum Descendants {
  /// Kills every process whose environment holds the marker. Reads `/proc`, so on Linux only;
  /// elsewhere the process group alone is killed.
  static func kill(marked marker: String) {
    // Again until none is left: one that forks while the list is read is found the next time, and
    // a killed process takes a moment to go. Bounded, so that one stuck in the kernel cannot hold us.
    for _ in 0..<200 {
      let found = find(marked: marker)
      if found.isEmpty { return }
      for process in found { _ = signal(process, SIGKILL) }
      usleep(5_000)
    }
  }

  static func find(marked marker: String) -> [Int32] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc") else {
      return []
    }
    let wanted = Array(marker.utf8)
    return names.compactMap(Int32.init).filter { process in
      process != getpid() && environment(of: process).contains(wanted[...])
    }
  }

  private static func environment(of process: Int32) -> [ArraySlice<UInt8>] {
    // The process may end at any moment, or be another user's: then it is not ours to kill.
    guard let bytes = FileManager.default.contents(atPath: "/proc/\(process)/environ") else {
      return []
    }
    return Array(bytes).split(separator: 0)
  }

  private static func signal(_ process: Int32, _ number: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.kill(process, number)
    #elseif canImport(Musl)
      Musl.kill(process, number)
    #else
      Darwin.kill(process, number)
    #endif
  }
}
