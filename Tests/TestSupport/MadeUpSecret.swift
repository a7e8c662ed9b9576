/// Made-up tokens, joined at run time so that no source file of the tests holds one.
public enum MadeUpSecret {
  /// The look of a GitHub personal access token, deterministic for each seed; its checksum is
  /// wrong.
  public static func githubToken(_ seed: Int = 1) -> String { "ghp" + "_" + letters(seed, 36) }

  /// The look of an AWS access key id.
  public static func awsKeyID(_ seed: Int = 1) -> String {
    "AK" + "IA" + letters(seed, 16, from: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
  }

  /// `count` characters of an alphabet from a linear congruential generator.
  public static func letters(
    _ seed: Int, _ count: Int,
    from alphabet: String = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
  ) -> String {
    let characters = Array(alphabet)
    var state = UInt64(truncatingIfNeeded: seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    return String(
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return characters[Int((state >> 33) % UInt64(characters.count))]
      })
  }
}
