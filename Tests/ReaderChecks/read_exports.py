"""Reads exports with the readers that other people use, and prints the numbers that they see.

usage: read_exports.py FOLDER   (FOLDER/report.xml, FOLDER/report.csv)
"""

import csv
import json
import pathlib
import sys

from junitparser import Error, Failure, JUnitXml, Skipped


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


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    # A column too many would stand under None, one too few as None.
    assert all(None not in row and None not in row.values() for row in rows)
    return {"rows": len(rows), "failing": sum(row["failing"] == "yes" for row in rows)}


folder = pathlib.Path(sys.argv[1])
print(json.dumps({"junit": junit(folder / "report.xml"), "csv": table(folder / "report.csv")}))
