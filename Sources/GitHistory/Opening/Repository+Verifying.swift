extension Repository {
  /// From now on, all repositories of the process read an object only if its content has the name
  /// under which it is stored. Costs a SHA-1 over everything that is read: for objects that something
  /// else has found damaged, and for scans whose only reader this library is.
  public static func verifyNames() { LibGit2.verifyingNames }
}
