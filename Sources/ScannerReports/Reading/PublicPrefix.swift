/// Beginnings of token formats that are public and may be shown.
enum PublicPrefix {
  /// Published by the providers as the way to recognise their tokens.
  private static let prefixes = [
    "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "xoxa-",
    "xapp-", "sk_live_", "sk_test_", "rk_live_", "pk_live_", "whsec_", "npm_", "pypi-", "SG.",
    "AKIA", "ASIA", "AIza", "ya29.", "sk-ant-", "sk-proj-", "hf_", "dop_v1_", "shpat_", "eyJ",
    "-----BEGIN ",
  ].map { Array($0.utf8) }

  static func length(of value: [UInt8]) -> Int {
    prefixes.first { value.starts(with: $0) }?.count ?? 0
  }
}
