/// How much a value reads as text: the share of it that lies in runs of letters which follow each
/// other as in words, by a model of pairs of letters.
enum WordLikeness {
  /// Shorter runs stand in random text often enough.
  private static let shortestRun = 5
  /// Mean bits for each pair; half of all random runs need 5.7, half of all words 3.9.
  private static let mostSurprise = 4.35

  /// 0 for random, 1 for words alone.
  static func share(of value: [UInt8]) -> Double {
    var letters = 0
    var read = 0
    for run in runs(of: value) {
      letters += run.count
      if run.count >= shortestRun, surprise(of: run) < mostSurprise { read += run.count }
    }
    let counted = value.count { isAlphanumeric($0) }
    return counted == 0 || letters == 0 ? 0 : Double(read) / Double(counted)
  }

  /// Runs of letters in lower case, cut where a capital begins a word.
  private static func runs(of value: [UInt8]) -> [[UInt8]] {
    var runs: [[UInt8]] = []
    var run: [UInt8] = []
    var previousIsLower = false
    for byte in value {
      let isUpper = (0x41...0x5a).contains(byte)
      let isLower = (0x61...0x7a).contains(byte)
      if !(isUpper || isLower) || (isUpper && previousIsLower) {
        if !run.isEmpty { runs.append(run) }
        run = []
      }
      if isUpper || isLower { run.append(byte | 0x20) }
      previousIsLower = isLower
    }
    if !run.isEmpty { runs.append(run) }
    return runs
  }

  private static func surprise(of run: [UInt8]) -> Double {
    var sum = 0.0
    for (left, right) in zip(run, run.dropFirst()) {
      sum += Double(table[Int(left - 0x61) * 26 + Int(right - 0x61)] - 0x61) / 2.5
    }
    return sum / Double(max(run.count - 1, 1))
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
  }

  /// Bits of the second letter of a pair given the first, times 2.5, as a letter from `a`;
  /// counted over the distinct words of English documentation, `aa` to `zz`.
  private static let table = Array(
    """
    tlkltrnumvqilivmwikhoosrovipoqhpqsjnshprjquklpisttnuisnpirtimwklpqgqwlnimsvusv\
    joolfnqshstmoqkpumlomrruqvlqkkmnotpwtkmirnrgijtnqlqvkroojjssgwvkqqhqvkmlktstpv\
    kqoqfqoljvrlollpviknlttusrgrqpgqssivqnophpvmoknusuovmnkmmomwuvsklfjovnjjtorqwo\
    hommgppqlqpoooimqpkpjpnsrrkpkofpopjtqnolkntoinmpmtquiqpnfqrvhwsjrripwrmjmrvunw\
    gmppgrsujxsmmrjivrmpnttsrwkskjjnislupprokqvqignnuvsupollsooupupkkgnlxhlmknmsuv\
    hsophrsmlwnjqrjlwhnkmsrvowqpqpoorrorqjoorppmlncnrrrrirmnfqpuixoomoipwmkkoquwnw\
    mslrhpsljwokqqllrrjgmsrvpvjrnpgpslhwtopqkovikmotstmumlmnknovlwsjkhqkxijiuuvsvu\
    gpmqeqpthuvqpplpvqoossrtruhqmohprlhvonnljotjjprsqsstnqlphptqlvtplrpjurggtssppt\
    lomokposmssikkmhtmikpqpsqqippreqpojrqnnjlprqpooqrrnn
    """.utf8)
}
