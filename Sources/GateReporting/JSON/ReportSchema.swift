/// The JSON Schema (draft 2020-12) of ``JSONReport``'s output, published so that others can rely
/// on it. Members may be added within `secgate.report/1`; none changes its meaning or goes away.
public enum ReportSchema {
  /// The whole schema as one document.
  public static let text =
    "{\n" + head + "\"$defs\": {\n"
    + [outcomeParts, findingParts, decisionParts, evidenceParts, measurementParts]
    .joined(separator: ",\n") + "\n}\n}\n"

  private static let head = #"""
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "urn:secgate:report:1",
    "title": "secgate report",
    "description": "Everything one judgement says. Members that do not apply are left out.",
    "type": "object",
    "required": ["schema", "version", "verdict", "headline", "scope", "reasons", "conditions",
      "counts", "findings", "decisions", "suppressions"],
    "properties": {
      "schema": {"const": "secgate.report/1"},
      "version": {"type": "string", "description": "secgate's own version."},
      "verdict": {"enum": ["pass", "fail", "incomplete"]},
      "headline": {"type": "string", "description": "The verdict in words."},
      "scope": {"$ref": "#/$defs/scope"},
      "reasons": {"type": "array", "items": {"$ref": "#/$defs/reason"}},
      "conditions": {"type": "array", "items": {"$ref": "#/$defs/condition"},
        "description": "One for each required check; empty where nothing is required."},
      "counts": {"$ref": "#/$defs/counts"},
      "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"},
        "description": "At or above the policy's min_confidence, worst first, then by id."},
      "suspects": {"type": "array", "items": {"$ref": "#/$defs/finding"},
        "description": "Below min_confidence; only where asked for. Never failing."},
      "decisions": {"type": "array", "items": {"$ref": "#/$defs/decisionSummary"}},
      "suppressions": {"type": "array", "items": {"$ref": "#/$defs/suppression"},
        "description": "What is hidden without a decision in the store."},
      "coverage": {"$ref": "#/$defs/coverage"},
      "policy": {"$ref": "#/$defs/policy"},
      "runs": {"type": "array", "items": {"$ref": "#/$defs/evidence"},
        "description": "The evidence judged; left out by `secgate secrets`."},
      "trend": {"type": "array", "items": {"$ref": "#/$defs/trendPoint"}},
      "gate_changes": {"type": "array", "items": {"$ref": "#/$defs/gateChange"}},
      "digests": {"$ref": "#/$defs/digests"}
    },

    """#

  private static let outcomeParts = #"""
    "severity": {"enum": ["critical", "high", "medium", "low", "info"]},
    "texts": {"type": "array", "items": {"type": "string"}},
    "time": {"type": "string",
      "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},
    "day": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "count": {"type": "integer", "minimum": 0},
    "scope": {"type": "object", "required": ["kind", "name", "dirty", "notes"], "properties": {
      "kind": {"enum": ["history", "worktree", "staged", "range", "push", "stdin", "directory",
        "files"]},
      "name": {"type": "string", "description": "For people; never an absolute path."},
      "commit": {"type": "string"}, "tree": {"type": "string"}, "branch": {"type": "string"},
      "dirty": {"type": "boolean"}, "range": {"type": "string"},
      "base": {"type": "string", "description": "The trusted base as it was given."},
      "base_commit": {"type": "string"}, "notes": {"$ref": "#/$defs/texts"},
      "at": {"$ref": "#/$defs/time"}}},
    "reason": {"type": "object", "required": ["kind", "code", "text", "findings"],
      "properties": {
      "kind": {"enum": ["fail", "incomplete", "notice"]},
      "code": {"type": "string", "description": "A stable word for machines."},
      "text": {"type": "string"}, "findings": {"$ref": "#/$defs/texts"},
      "check": {"type": "string"}}},
    "condition": {"type": "object",
      "required": ["check", "title", "required", "result", "status", "any_of", "evidence",
        "findings"],
      "properties": {
      "check": {"type": "string"}, "title": {"type": "string"},
      "required": {"type": "string"}, "result": {"type": "string"},
      "status": {"enum": ["pass", "fail", "incomplete", "not_done", "waived"]},
      "any_of": {"$ref": "#/$defs/texts"}, "evidence": {"$ref": "#/$defs/texts"},
      "findings": {"$ref": "#/$defs/texts"}}},
    "counts": {"type": "object", "required": ["matrix", "found", "failing", "fixed"],
      "properties": {
      "matrix": {"type": "object", "description": "By severity, then by state.",
        "additionalProperties": {"type": "object",
          "additionalProperties": {"$ref": "#/$defs/count"}}},
      "found": {"$ref": "#/$defs/count", "description": "The sum of all states but fixed."},
      "failing": {"$ref": "#/$defs/count"}, "fixed": {"$ref": "#/$defs/count"}}},
    "policy": {"type": "object",
      "required": ["source", "fail_on", "unknown_as", "min_confidence", "new_only", "only_fixed",
        "fail_on_exposure", "allow", "further"],
      "properties": {
      "source": {"type": "string"},
      "fail_on": {"type": "array", "items": {"$ref": "#/$defs/severity"}},
      "unknown_as": {"$ref": "#/$defs/severity"},
      "min_confidence": {"enum": ["high", "medium", "low"]},
      "new_only": {"type": "boolean"}, "only_fixed": {"type": "boolean"},
      "fail_on_exposure": {"type": "array",
        "items": {"enum": ["head", "refs", "worktree", "unreachable"]}},
      "allow": {"$ref": "#/$defs/texts"}, "further": {"$ref": "#/$defs/texts"}}},
    "trendPoint": {"type": "object", "required": ["at", "verdict", "open"], "properties": {
      "at": {"$ref": "#/$defs/time"}, "commit": {"type": "string"},
      "verdict": {"enum": ["pass", "fail", "incomplete"]},
      "open": {"type": "object", "additionalProperties": {"$ref": "#/$defs/count"}}}},
    "gateChange": {"type": "object", "required": ["effect", "subject", "counts"],
      "properties": {
      "effect": {"enum": ["looser", "tighter", "neutral"]}, "subject": {"type": "string"},
      "before": {"type": "string"}, "after": {"type": "string"},
      "counts": {"type": "boolean"}}},
    "digests": {"type": "object", "required": ["policy", "baseline", "evidence", "verdict"],
      "properties": {
      "policy": {"type": "string"}, "baseline": {"type": "string"},
      "evidence": {"type": "string"}, "verdict": {"type": "string"}}}
    """#
}
