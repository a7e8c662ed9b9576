import FindingModel

/// Does it hold: load tests, tests, coverage and smoke checks, with what was measured.
struct LoadAndTestsSection: PageSection {
  static let anchor: HTMLAnchor = "load"
  static let title = "Load, tests and coverage"
  static let entry = "Load and tests"

  func lede(_ page: PageContext) -> String {
    "What was measured. A value that a report does not hold is unknown, never zero."
  }

  func write(_ page: PageContext) {
    let runs = (page.outcome.runs ?? []).filter { $0.measurements != nil }
    guard !runs.isEmpty else {
      return page.nothing("No load test, test report, coverage or check is recorded.")
    }
    load(runs, page)
    tests(runs, page)
    coverage(runs, page)
    checks(runs, page)
  }

  private func load(_ runs: [Evidence], _ page: PageContext) {
    let rows = runs.compactMap { run in run.measurements?.load.map { (run, $0) } }
    section("Load", rows.isEmpty, page) {
      page.table(
        "stack", caption: "Load tests",
        heads: [
          ("", "Test"), ("num", "Requests"), ("num", "Errors"), ("num", "p50"), ("num", "p95"),
          ("num", "p99"), ("num", "Requests a second"), ("num", "Users"),
        ]
      ) {
        page.html.element(.tbody) {
          for (run, load) in rows {
            page.html.element(.tr) {
              name(run, page)
              cell("Requests", load.requests.map(Numbers.grouped), page)
              cell("Errors", load.errorRate.map(Measured.percent), page)
              cell("p50", load.latency["p50"].map(Measured.milliseconds), page)
              cell("p95", load.latency["p95"].map(Measured.milliseconds), page)
              cell("p99", load.latency["p99"].map(Measured.milliseconds), page)
              cell("Requests a second", load.throughput.map(Measured.decimal), page)
              cell("Users", load.users.map(Numbers.grouped), page)
            }
          }
        }
      }
    }
  }

  private func tests(_ runs: [Evidence], _ page: PageContext) {
    let rows = runs.compactMap { run in run.measurements?.tests.map { (run, $0) } }
    section("Tests", rows.isEmpty, page) {
      page.table(
        "stack", caption: "Tests",
        heads: [
          ("", "Report"), ("num", "Cases"), ("num", "Passed"), ("num", "Failed"),
          ("num", "On retry"), ("num", "Skipped"),
        ]
      ) {
        page.html.element(.tbody) {
          for (run, tests) in rows {
            page.html.element(.tr) {
              name(run, page)
              cell("Cases", Numbers.grouped(tests.total), page)
              cell("Passed", Numbers.grouped(tests.passed), page)
              cell("Failed", Numbers.grouped(tests.failed + tests.errored), page)
              cell("On retry", Numbers.grouped(tests.flaky), page)
              cell("Skipped", Numbers.grouped(tests.skipped), page)
            }
          }
        }
      }
      let failing = rows.flatMap(\.1.failing)
      if !failing.isEmpty {
        page.html.element(
          .p, .class("lede"),
          text: "Failing: " + failing.prefix(20).joined(separator: ", ")
            + (failing.count > 20 ? " and \(failing.count - 20) more" : ""))
      }
    }
  }

  private func coverage(_ runs: [Evidence], _ page: PageContext) {
    let rows = runs.compactMap { run in run.measurements?.coverage.map { (run, $0) } }
    section("Coverage", rows.isEmpty, page) {
      page.table(
        "stack", caption: "Coverage",
        heads: [
          ("", "Component"), ("num", "Lines"), ("num", "Branches"), ("bars", "Lines covered"),
        ]
      ) {
        for (run, coverage) in rows {
          page.html.element(.tbody) {
            covered(
              run.tool, coverage.linesCovered, coverage.linesValid,
              Measured.share(coverage.branchesCovered, coverage.branchesValid), page)
            for component in coverage.components.prefix(50) {
              covered(
                component.name == "." ? "top folder" : component.name, component.linesCovered,
                component.linesValid, "—", page)
            }
          }
        }
      }
    }
  }

  private func covered(
    _ name: String, _ part: Int?, _ whole: Int?, _ branches: String, _ page: PageContext
  ) {
    page.html.element(.tr) {
      page.html.element(.th, .scope("row"), text: name)
      cell("Lines", Measured.share(part, whole), page)
      cell("Branches", branches, page)
      page.html.element(.td, .class("bars")) {
        if let part, let whole, whole > 0 {
          Bars.stacked([(part, "k3"), (max(0, whole - part), "k5")], of: whole, page.html)
        }
      }
    }
  }

  private func checks(_ runs: [Evidence], _ page: PageContext) {
    let rows = runs.flatMap { $0.measurements?.checks ?? [] }
    section("Checks and sign-offs", rows.isEmpty, page) {
      page.table(
        "stack", caption: "Checks and sign-offs",
        heads: [("", "Check"), ("", "Result"), ("", "By"), ("", "Note"), ("", "Valid until")]
      ) {
        page.html.element(.tbody) {
          for check in rows.prefix(200) {
            page.html.element(.tr) {
              page.html.element(.th, .scope("row"), text: check.name)
              words("Result", check.status, page)
              words("By", check.by, page)
              words("Note", check.note ?? check.message, page)
              words("Valid until", check.expires?.description, page)
            }
          }
        }
      }
    }
  }

  private func section(
    _ title: String, _ isEmpty: Bool, _ page: PageContext, _ content: () -> Void
  ) {
    page.html.element(.div, .class("sub")) {
      page.html.element(.h3, text: title)
      if isEmpty { page.nothing("No such evidence is recorded.") } else { content() }
    }
  }

  private func name(_ run: Evidence, _ page: PageContext) {
    page.html.element(.th, .scope("row")) {
      page.html.element(
        .a, .class("quiet"), .link(.anchor(.evidence(run.id))),
        text: run.environment ?? run.target ?? run.tool)
      page.html.element(.small, text: run.tool)
    }
  }

  private func words(_ label: StaticString, _ text: String?, _ page: PageContext) {
    page.html.element(.td, .cell(label)) { page.html.element(.div, text: text ?? "—") }
  }

  private func cell(_ label: StaticString, _ text: String?, _ page: PageContext) {
    page.html.element(.td, .class("num"), .cell(label)) {
      page.html.element(.div, text: text ?? "unknown")
    }
  }
}
