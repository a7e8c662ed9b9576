public import FindingModel

/// The gate: what was found and decided goes in, the verdict with all its reasons comes out.
///
/// A pure function: it reads no clock, file or environment, and the order of tools, findings and
/// decisions does not matter.
public enum Judge {
  public static func judge(_ input: JudgementInput) -> GateOutcome {
    var judgement = Judgement(input)
    judgement.selectEvidence()
    judgement.merge()
    judgement.settleKnown()
    judgement.settleDecisions()
    judgement.settleFailing()
    judgement.settleConditions()
    judgement.collectReasons()
    return judgement.outcome()
  }
}
