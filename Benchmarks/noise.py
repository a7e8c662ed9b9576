"""Counts the distinct findings of one scanner's report: noise.py TOOL REPORT [LABELS].

LABELS, for secgate: lines of id, severity, rule, place and judgement (true, test key, false), split
by tabs; what a person saw when looking at each. Findings that nobody has looked at are listed.
"""

import collections
import json
import os
import sys


def distinct(tool, report):
    """(severity, rule, id) of each distinct finding."""
    if tool == "secgate":
        return [(found["severity"], found["rule_id"], found["id"]) for found in report["findings"]]
    if tool == "gitleaks":
        pairs = {(found["RuleID"], found["Secret"]) for found in report}
    else:
        pairs = {(found["rule"]["id"], found["finding"]["snippet"]) for found in report["findings"]}
    return [("-", rule, None) for rule, _ in pairs]


def labels(path):
    """The judgement of each id."""
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    return {row[0]: row[4] for row in rows if len(row) >= 5}


tool, report = sys.argv[1:3]
with open(report, encoding="utf-8") as file:
    found = distinct(tool, json.load(file))
high = sum(severity in ("high", "critical") for severity, _, _ in found)
note = f", {high} of them high or critical" if tool == "secgate" else ""
print(f"\n{tool}: {len(found)} distinct findings{note}")
counts = collections.Counter((severity, rule) for severity, rule, _ in found)
for (severity, rule), number in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
    print(f"  {number:5}  {severity:8}  {rule}")
if tool == "secgate" and len(sys.argv) > 3:
    known = labels(sys.argv[3])
    judged = collections.Counter(known[id] for _, _, id in found if id in known)
    print("  judged: " + (", ".join(f"{n} {word}" for word, n in sorted(judged.items())) or "none"))
    for severity, rule, id in found:
        if id not in known:
            print(f"  not looked at: {id}  {severity}  {rule}")
