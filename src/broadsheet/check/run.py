"""Every check on one lesson, in one pass."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from importlib import import_module
from itertools import chain
from pkgutil import iter_modules
from types import ModuleType
from typing import Final

from broadsheet import check
from broadsheet.check import silence, size
from broadsheet.check.subject import Subject
from broadsheet.findings import Finding, Remark, Rule, in_order
from broadsheet.lesson.load import Loaded
from broadsheet.reading import format_rules, words_rules, yaml_rules
from broadsheet.school.limits import DEFAULTS, Limits


def checks() -> tuple[ModuleType, ...]:
    """Find the modules of this room that judge: each has `check(subject)` and its `RULES`."""
    names = sorted(module.name for module in iter_modules(check.__path__))
    every = (import_module(f"{check.__name__}.{name}") for name in names)
    return tuple(module for module in every if callable(getattr(module, "check", None)))


CHECKS: Final = checks()

RULES: Final[tuple[Rule, ...]] = (
    *yaml_rules.RULES,
    *format_rules.RULES,
    *words_rules.RULES,
    *size.RULES,
    *(rule for module in CHECKS for rule in module.RULES),
    *silence.RULES,
)
"""Every rule that a finding can come from."""


def findings_in(loaded: Loaded, today: date, limits: Limits = DEFAULTS) -> tuple[Finding, ...]:
    """Everything that is found in a lesson, whether or not it asks to leave it alone."""
    read = loaded.partial or loaded
    lesson, document = read.lesson, read.document
    if lesson is None or document is None:
        return in_order(loaded.findings)
    subject = Subject(lesson, loaded.file.parent, today, limits)
    remarks: Iterable[Remark] = list(size.too_much(lesson)) or chain.from_iterable(
        module.check(subject) for module in CHECKS
    )
    if loaded.partial:
        remarks = filter(loaded.partial.stands, remarks)
    return in_order([*loaded.findings, *(document.locate(remark) for remark in remarks)])
