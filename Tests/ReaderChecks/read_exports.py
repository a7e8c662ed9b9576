"""Reads exports with the readers and validators that other people use, and prints what they see.

usage: read_exports.py FOLDER [SCHEMAS]

FOLDER holds NAME.txt of each export that was written, and report.json with report.schema.json.
SCHEMAS holds the official schemas; without them nothing but our own is validated.
"""

import csv
import json
import pathlib
import re
import sys

import jsonschema
from junitparser import Error, Failure, JUnitXml, Skipped
from lxml import etree

OFFICIAL = {
    "sarif": "sarif/sarif-schema-2.1.0.json",
    "sarif-github": "sarif/sarif-schema-2.1.0.json",
    "openvex": "openvex/openvex-0.2.0.schema.json",
    "attestation": "vsa/vsa-v1-condensed.schema.json",
    "codequality": "gitlab/codequality-condensed.schema.json",
    "gitlab": "gitlab/15.2.1-condensed.schema.json",
}


def validators(schemas):
    if schemas is None:
        return {}
    return {name: validator(schemas / path) for name, path in OFFICIAL.items()}


def validator(path):
    schema = json.loads(path.read_text(encoding="utf-8"))
    return jsonschema.validators.validator_for(schema)(schema)


def problems(name, value, checker):
    return [f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
            for error in checker.iter_errors(value)][:5]


def junit(path):
    report = JUnitXml.fromfile(str(path))
    counts = {"cases": 0, "failures": 0, "errors": 0, "skipped": 0}
    kinds = {Failure: "failures", Error: "errors", Skipped: "skipped"}
    for suite in report:
        for case in suite:
            counts["cases"] += 1
            for result in case.result:
                counts[kinds[type(result)]] += 1
    said = (report.tests, report.failures, report.errors)
    assert said == (counts["cases"], counts["failures"], counts["errors"]), said
    return counts


def xml_problems(report, schemas):
    """Jenkins knows the whole file, Surefire writes a file for each suite."""
    suites = [etree.fromstring(etree.tostring(suite)) for suite in report.getroot()]
    wrong = []
    for name, parts in {"jenkins-junit.xsd": [report],
                        "surefire-test-report-3.0.2.xsd": suites}.items():
        schema = etree.XMLSchema(etree.parse(str(schemas / name)))
        wrong += [f"junit, {name}: {schema.error_log.last_error}"
                  for part in parts if not schema.validate(part)]
    return wrong


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    # A column too many would stand under None, one too few as None.
    assert all(None not in row and None not in row.values() for row in rows)
    return {"rows": len(rows), "failing": sum(row["failing"] == "yes" for row in rows)}


# As github.com/actions/runner reads a line of a job's log (ActionCommand.cs): properties end at a
# comma, their values are unescaped last.
MARKS = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


def unescaped(text):
    return re.sub("|".join(MARKS), lambda mark: MARKS[mark.group()], text, flags=re.IGNORECASE)


def annotations(path):
    counts = {"error": 0, "warning": 0, "notice": 0}
    for line in path.read_bytes().decode().split("\n")[:-1]:
        head, marked, message = line[2:].partition("::")
        assert line.startswith("::") and marked and len(message.encode()) <= 64 << 10, line[:200]
        name, _, rest = head.partition(" ")
        counts[name] += 1
        properties = dict(part.split("=", 1) for part in rest.split(",") if part)
        assert properties.keys() <= {"file", "line", "col", "title"}, line[:200]
        values = {key: unescaped(value) for key, value in properties.items()}
        assert len(values.get("title", "")) <= 255 and values.get("title") != "", line[:200]
        assert all(1 <= int(values[key]) for key in ("line", "col") if key in values), line[:200]
        assert all(text.isprintable() for text in [unescaped(message), *values.values()]), line[:200]
    # What a job shows; https://docs.github.com/en/rest/checks/runs: 50 of a request.
    assert counts["error"] <= 50 and counts["warning"] <= 50, counts
    return counts


def sarif(value):
    results = [result for run in value["runs"] for result in run["results"]]
    for run in value["runs"]:
        rules = run["tool"]["driver"]["rules"]
        assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])
    return {"results": len(results),
            "suppressed": sum(bool(result.get("suppressions")) for result in results),
            "new": sum(result.get("baselineState") == "new" for result in results)}


def main():
    folder = pathlib.Path(sys.argv[1])
    schemas = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    checkers = validators(schemas)
    wrong, seen = [], {"gitlab": 0, "counts": {}}
    for path in sorted(folder.glob("*.txt")):
        name = path.stem
        if name in ("junit", "csv", "markdown") or name.startswith("annotations"):
            continue
        value = json.loads(path.read_text(encoding="utf-8"))
        kind = "gitlab" if name.startswith("gitlab-") else name
        if kind in checkers:
            wrong += problems(name, value, checkers[kind])
        if kind == "gitlab":
            seen["gitlab"] += len(value["vulnerabilities"])
        elif kind.startswith("sarif"):
            seen["counts"][name] = sarif(value)
        elif kind == "codequality":
            seen["counts"][name] = {"issues": len(value)}
            assert len({issue["fingerprint"] for issue in value}) == len(value)
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    wrong += problems("json", report, validator(folder / "report.schema.json"))
    seen["counts"]["json"] = {"findings": len(report["findings"]),
                              "failing": sum(f.get("failing", False) for f in report["findings"])}
    seen["counts"]["junit"] = junit(folder / "junit.txt")
    seen["counts"]["csv"] = table(folder / "csv.txt")
    seen["counts"]["annotations"] = annotations(folder / "annotations-github.txt")
    if schemas is not None:
        wrong += xml_problems(etree.parse(str(folder / "junit.txt")), schemas / "junit")
    print(json.dumps({**seen, "problems": wrong}))


if __name__ == "__main__":
    main()
