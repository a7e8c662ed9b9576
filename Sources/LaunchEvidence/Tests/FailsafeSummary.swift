import ReportReading

/// Maven Failsafe's `failsafe-summary.xml`: counts alone, no names.
enum FailsafeSummary {
  static func read(_ root: XMLNode, _ file: DecodedFile, into run: inout TestRun) {
    let count = { (name: String) in LenientNumber.count(root.value(name)) }
    let (completed, errors) = (count("completed"), count("errors"))
    let (failures, skipped) = (count("failures"), count("skipped"))
    let timedOut = root.attributes["timeout"] == "true"
    run.saw("failsafe-summary")
    run.add(counts: (completed ?? 0, failures ?? 0, errors ?? 0, skipped ?? 0), file.name)
    run.further.set("completed", completed)
    run.further.set("timeout", timedOut)
    if completed == nil || errors == nil || failures == nil || skipped == nil {
      run.reading.problems.append("\(file.name) lacks one of its four counts")
    }
    if timedOut { run.reading.problems.append("\(file.name): the tests ran into a time limit") }
  }
}
