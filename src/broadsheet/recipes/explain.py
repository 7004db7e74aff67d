"""The recipe: find a rule by its code."""

from __future__ import annotations

from broadsheet.check.silence import RULES as SILENCE_RULES
from broadsheet.collection.rules import every_rule
from broadsheet.findings import Rule, Severity
from broadsheet.reading.spelling import meant
from broadsheet.recipes.refusal import Refusal


def explain(code: str) -> Rule | Refusal:
    """Give the rule with a code, or say which may be meant."""
    rules = every_rule()
    if code in rules:
        return rules[code]
    near = meant(code, rules).names
    return Refusal(
        f"there is no finding {code}",
        f"did you mean {near[0]}?" if near else "`broadsheet explain` lists them all",
    )


def why_not_silenced(rule: Rule) -> str:
    """Say why a lesson can't leave a rule's findings alone; nothing where it can."""
    if rule.severity is Severity.ERROR:
        return "An error can't be silenced."
    if rule in SILENCE_RULES:
        return "A finding about `ignore` can't be silenced: mend the entry or take it out."
    return ""
