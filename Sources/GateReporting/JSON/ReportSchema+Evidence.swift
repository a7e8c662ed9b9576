extension ReportSchema {
  static let evidenceParts = #"""
    "coverage": {"type": "object",
      "required": ["commits", "trees", "blobs", "tags", "files", "references", "bytes",
        "suspects", "gaps", "skipped", "rules", "rules_digest"],
      "properties": {
      "commits": {"$ref": "#/$defs/count"}, "trees": {"$ref": "#/$defs/count"},
      "blobs": {"$ref": "#/$defs/count"}, "tags": {"$ref": "#/$defs/count"},
      "files": {"$ref": "#/$defs/count"}, "references": {"$ref": "#/$defs/count"},
      "bytes": {"$ref": "#/$defs/count"}, "suspects": {"$ref": "#/$defs/count"},
      "gaps": {"type": "array", "items": {"$ref": "#/$defs/gap"}},
      "skipped": {"type": "array", "items": {"type": "object",
        "required": ["kind", "subject"], "properties": {
        "kind": {"type": "string"}, "subject": {"type": "string"},
        "reason": {"type": "string"}}}},
      "rules": {"$ref": "#/$defs/count"}, "rules_digest": {"type": "string"}}},
    "gap": {"type": "object", "required": ["kind", "subject", "detail"], "properties": {
      "kind": {"enum": ["shallow", "partial", "missing", "corrupt", "unreadable", "dirty",
        "blob-limit", "match-limit", "archive-limit", "decode-limit", "tool-partial"]},
      "subject": {"type": "string"}, "path": {"type": "string"}, "rule": {"type": "string"},
      "detail": {"type": "string"},
      "allowed_by": {"type": "string",
        "description": "What lets it pass; left out: nothing does."}}},
    "evidence": {"type": "object",
      "required": ["id", "tool", "category", "source", "outcome", "looked", "skipped",
        "problems", "count"],
      "properties": {
      "id": {"type": "string"}, "tool": {"type": "string"},
      "category": {"enum": ["secret", "dependency", "code", "container", "web", "evidence"]},
      "version": {"type": "string"}, "digest": {"type": "string"},
      "digest_of": {"type": "string"}, "arguments": {"$ref": "#/$defs/texts"},
      "exit_code": {"type": "integer"}, "start": {"$ref": "#/$defs/time"},
      "end": {"$ref": "#/$defs/time"},
      "commit": {"type": "string", "description": "Left out: unknown, satisfies nothing."},
      "tree": {"type": "string"}, "dirty": {"type": "boolean"},
      "source": {"enum": ["run", "import"]},
      "outcome": {"enum": ["clean", "findings", "partial", "broken"]},
      "looked": {"enum": ["yes", "unknown"]}, "covered": {"type": "string"},
      "skipped": {"$ref": "#/$defs/texts"}, "problems": {"$ref": "#/$defs/texts"},
      "database_date": {"type": "string"}, "report_digest": {"type": "string"},
      "environment": {"type": "string"}, "target": {"type": "string"},
      "count": {"$ref": "#/$defs/count"},
      "measurements": {"$ref": "#/$defs/measurements"}}}
    """#

  static let measurementParts = #"""
    "measurements": {"type": "object", "properties": {
      "load": {"$ref": "#/$defs/load"}, "tests": {"$ref": "#/$defs/tests"},
      "coverage": {"$ref": "#/$defs/codeCoverage"},
      "checks": {"type": "array", "items": {"$ref": "#/$defs/check"}}}},
    "load": {"type": "object", "required": ["latency_ms", "thresholds"], "properties": {
      "requests": {"$ref": "#/$defs/count"}, "failures": {"$ref": "#/$defs/count"},
      "error_rate": {"type": "number", "minimum": 0, "maximum": 1},
      "latency_ms": {"type": "object", "additionalProperties": {"type": "number"}},
      "percentile_method": {"type": "string"},
      "throughput": {"type": "number", "description": "Requests a second."},
      "users": {"$ref": "#/$defs/count"},
      "duration": {"type": "number", "description": "Seconds."},
      "thresholds": {"type": "array", "items": {"type": "object",
        "required": ["expression", "held"], "properties": {
        "expression": {"type": "string"}, "held": {"type": "boolean"}}}}}},
    "tests": {"type": "object",
      "required": ["total", "passed", "failed", "errored", "skipped", "flaky", "failing"],
      "properties": {
      "total": {"$ref": "#/$defs/count"}, "passed": {"$ref": "#/$defs/count"},
      "failed": {"$ref": "#/$defs/count"}, "errored": {"$ref": "#/$defs/count"},
      "skipped": {"$ref": "#/$defs/count"},
      "flaky": {"$ref": "#/$defs/count", "description": "Passed only on a retry."},
      "failing": {"$ref": "#/$defs/texts"}, "duration": {"type": "number"}}},
    "codeCoverage": {"type": "object", "required": ["components"], "properties": {
      "lines_covered": {"$ref": "#/$defs/count"}, "lines_valid": {"$ref": "#/$defs/count"},
      "branches_covered": {"$ref": "#/$defs/count"},
      "branches_valid": {"$ref": "#/$defs/count"}, "files": {"$ref": "#/$defs/count"},
      "components": {"type": "array", "items": {"type": "object",
        "required": ["name", "lines_covered", "lines_valid"], "properties": {
        "name": {"type": "string"}, "lines_covered": {"$ref": "#/$defs/count"},
        "lines_valid": {"$ref": "#/$defs/count"}}}}}},
    "check": {"type": "object", "required": ["name", "status"], "properties": {
      "name": {"type": "string"}, "status": {"enum": ["pass", "fail", "skip"]},
      "url": {"type": "string"}, "code": {"type": "integer"},
      "duration_ms": {"type": "number"}, "message": {"type": "string"},
      "by": {"type": "string"}, "note": {"type": "string"},
      "expires": {"$ref": "#/$defs/day"}}}
    """#
}
