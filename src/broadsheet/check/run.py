"""Every check on one lesson, in one pass."""

from __future__ import annotations

from datetime import date
from types import ModuleType
from typing import Final

from broadsheet.check import citations, files, language, quotations, shape, source
from broadsheet.check.subject import Subject
from broadsheet.findings import Finding, Rule, in_order
from broadsheet.lesson import format_rules, yaml_rules
from broadsheet.lesson.load import Loaded

CHECKS: Final[tuple[ModuleType, ...]] = (shape, language, quotations, citations, files, source)
"""The modules that judge; each has `check(subject)` and its `RULES`."""

RULES: Final[tuple[Rule, ...]] = (
    *yaml_rules.RULES,
    *format_rules.RULES,
    *(rule for module in CHECKS for rule in module.RULES),
)
"""Every rule that a finding can come from."""


def findings_of(loaded: Loaded, today: date) -> tuple[Finding, ...]:
    """Everything there is to say of a lesson, in the order of its file.

    A lesson that can't be typed has only the findings that say why.
    """
    found = list(loaded.findings)
    if loaded.lesson is not None and loaded.document is not None:
        subject = Subject(loaded.lesson, loaded.file.parent, today)
        found += [
            loaded.document.locate(remark) for module in CHECKS for remark in module.check(subject)
        ]
    return in_order(found)
