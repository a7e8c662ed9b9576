extension ReportSchema {
  static let findingParts = #"""
    "finding": {"type": "object",
      "required": ["id", "category", "severity", "severity_source", "confidence", "title",
        "rule_id", "identifiers", "locations", "references", "witnesses", "state"],
      "properties": {
      "id": {"type": "string", "pattern": "^sg1:",
        "description": "Two findings are the same when their id is."},
      "category": {"enum": ["secret", "dependency", "code", "container", "web", "evidence"]},
      "severity": {"$ref": "#/$defs/severity"},
      "severity_source": {"enum": ["tool", "cvss", "rule", "none"],
        "description": "none: nobody stated it; the gate counts it as counted_as."},
      "counted_as": {"enum": ["critical", "high", "medium", "low", "info"],
        "description": "What a severity that nobody stated counts as: policy.unknown_as."},
      "confidence": {"enum": ["high", "medium", "low"]},
      "title": {"type": "string"}, "description": {"type": "string"},
      "rule_id": {"type": "string"},
      "identifiers": {"$ref": "#/$defs/texts", "description": "CVE, GHSA, CWE and the like."},
      "cvss": {"type": "object", "required": ["score"], "properties": {
        "score": {"type": "number", "minimum": 0, "maximum": 10},
        "vector": {"type": "string"}}},
      "package": {"type": "object", "required": ["purl", "name", "fixed_in"], "properties": {
        "purl": {"type": "string", "description": "Package URL without version."},
        "name": {"type": "string"}, "installed": {"type": "string"},
        "fixed_in": {"$ref": "#/$defs/texts", "description": "Empty: no fix is known."}}},
      "locations": {"type": "array", "items": {"$ref": "#/$defs/location"}},
      "exposure": {"$ref": "#/$defs/exposure"},
      "preview": {"type": "string", "description": "A secret's masked preview."},
      "remediation": {"type": "string"}, "references": {"$ref": "#/$defs/texts"},
      "witnesses": {"type": "array", "items": {"$ref": "#/$defs/witness"}},
      "related": {"$ref": "#/$defs/texts",
        "description": "Findings of other tools on the same line with the same CWE."},
      "first_seen": {"type": "string"}, "last_seen": {"type": "string"},
      "state": {"enum": ["new", "known", "accepted", "false_positive", "mitigated", "expired",
        "allowed_inline", "fixed"]},
      "state_reason": {"type": "string"},
      "decision": {"$ref": "#/$defs/decisionSummary"},
      "failing": {"type": "boolean"}, "owner": {"type": "string"},
      "suppressed": {"type": "boolean"}, "suppression_reason": {"type": "string"},
      "signals": {"$ref": "#/$defs/texts"}, "count": {"$ref": "#/$defs/count"}}},
    "exposure": {"enum": ["head", "refs", "worktree", "unreachable"]},
    "location": {"type": "object", "properties": {
      "path": {"type": "string"}, "line": {"type": "integer", "minimum": 1},
      "column": {"type": "integer", "minimum": 1,
        "description": "In Unicode code points."},
      "end_line": {"type": "integer", "minimum": 1}, "commit": {"type": "string"},
      "author": {"type": "string"}, "date": {"type": "string"}, "blob": {"type": "string"},
      "object": {"type": "string"}, "in_head": {"type": "boolean"},
      "exposure": {"$ref": "#/$defs/exposure"}, "manifest": {"type": "string"},
      "url": {"type": "string"}, "method": {"type": "string"},
      "parameter": {"type": "string"}, "image": {"type": "string"},
      "layer": {"type": "string"}}},
    "witness": {"type": "object", "required": ["tool", "rule_id"], "properties": {
      "tool": {"type": "string"}, "version": {"type": "string"},
      "rule_id": {"type": "string"},
      "severity": {"type": "string", "description": "The tool's own label."},
      "note": {"type": "string"}}}
    """#

  static let decisionParts = #"""
    "decisionSummary": {"type": "object", "required": ["decision", "status", "void_reasons"],
      "properties": {
      "decision": {"$ref": "#/$defs/decision"},
      "status": {"enum": ["valid", "void", "pending", "stale"]},
      "void_reasons": {"$ref": "#/$defs/texts"}, "commit": {"type": "string"},
      "brought_by": {"type": "string"}, "brought_on": {"type": "string"},
      "severity_now": {"$ref": "#/$defs/severity"}}},
    "decision": {"type": "object",
      "required": ["id", "kind", "reason", "owner", "created", "aliases"],
      "properties": {
      "id": {"type": "string"},
      "kind": {"enum": ["accepted_risk", "false_positive", "mitigated", "known", "waiver"]},
      "reason": {"type": "string"}, "justification": {"type": "string"},
      "owner": {"type": "string"}, "approver": {"type": "string"},
      "ticket": {"type": "string"}, "created": {"$ref": "#/$defs/day"},
      "expires": {"$ref": "#/$defs/day", "description": "Valid through that day, UTC."},
      "aliases": {"$ref": "#/$defs/texts"},
      "at": {"type": "object", "required": ["severity", "fix", "kev", "count"], "properties": {
        "severity": {"$ref": "#/$defs/severity"}, "fix": {"type": "string"},
        "kev": {"type": "boolean"}, "count": {"$ref": "#/$defs/count"}}},
      "title": {"type": "string"}}},
    "suppression": {"type": "object", "required": ["kind", "tool", "place", "what", "counts"],
      "properties": {
      "kind": {"type": "string"}, "tool": {"type": "string"}, "place": {"type": "string"},
      "what": {"type": "string"}, "reason": {"type": "string"},
      "finding": {"type": "string"}, "counts": {"type": "boolean"}}}
    """#
}
