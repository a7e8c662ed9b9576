public import FindingModel

extension EvidenceReading {
  /// The reading with every text of foreign origin masked: names of tests, thresholds and checks
  /// hold tokens and URLs more often than people think.
  public func masked(by mask: some TextMasking) -> EvidenceReading {
    var copy = self
    copy.problems = problems.map(mask.masked)
    copy.notes = notes.map(mask.masked)
    copy.toolVersion = toolVersion.map(mask.masked)
    copy.failures = failures.map { EvidenceFailure($0.kind, mask.masked($0.name), $0.what) }
    copy.files = files.map {
      File(name: mask.masked($0.name), digest: $0.digest, format: $0.format)
    }
    copy.measurements = measurements.masked(by: mask)
    copy.numbers = numbers.masked(by: mask)
    return copy
  }
}

extension Measurements {
  fileprivate func masked(by mask: some TextMasking) -> Measurements {
    var copy = self
    copy.tests?.failing = (tests?.failing ?? []).map(mask.masked)
    copy.load?.thresholds = (load?.thresholds ?? []).map {
      LoadMeasurements.Threshold(expression: mask.masked($0.expression), held: $0.held)
    }
    copy.coverage?.components = (coverage?.components ?? []).map { component in
      var component = component
      component.name = mask.masked(component.name)
      return component
    }
    copy.checks = checks?.map { check in
      var check = check
      check.name = mask.masked(check.name)
      check.url = check.url.map(mask.masked)
      check.message = check.message.map(mask.masked)
      return check
    }
    return copy
  }
}
