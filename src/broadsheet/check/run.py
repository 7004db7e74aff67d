"""Every check on one lesson, in one pass."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from types import ModuleType
from typing import Final

from broadsheet.bounded import GivenUpError, bounded
from broadsheet.check import (
    amount,
    answers,
    asking,
    balance,
    citations,
    core_sheet,
    depth,
    excerpt,
    facts,
    fair_use,
    files,
    forms,
    glossary,
    glyphs,
    hard_words,
    language,
    markup,
    omissions,
    placeholders,
    quotations,
    readability,
    room,
    shape,
    size,
    source,
    standards,
    text_bound,
    typed_numbers,
    typed_quotations,
    unseen,
    unused,
    urls,
    wording,
)
from broadsheet.check.silence import RULES as SILENCE_RULES
from broadsheet.check.silence import UNUSED, SilentFinding, faults, silence
from broadsheet.check.subject import Subject
from broadsheet.findings import Finding, Remark, Rule, in_order
from broadsheet.lesson.load import Loaded
from broadsheet.reading import format_rules, words_rules, yaml_rules
from broadsheet.school.limits import DEFAULTS, Limits

CHECKS: Final[tuple[ModuleType, ...]] = (
    shape,
    language,
    markup,
    quotations,
    typed_numbers,
    typed_quotations,
    citations,
    files,
    source,
    excerpt,
    fair_use,
    forms,
    text_bound,
    asking,
    wording,
    answers,
    room,
    depth,
    amount,
    balance,
    omissions,
    core_sheet,
    facts,
    placeholders,
    unseen,
    unused,
    glossary,
    hard_words,
    readability,
    standards,
    urls,
    glyphs,
)
"""The modules that judge; each has `check(subject)` and its `RULES`."""

RULES: Final[tuple[Rule, ...]] = (
    *yaml_rules.RULES,
    *format_rules.RULES,
    *words_rules.RULES,
    *size.RULES,
    *(rule for module in CHECKS for rule in module.RULES),
    *SILENCE_RULES,
)
"""Every rule that a finding can come from."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What there is to say of a lesson, and what its author asks not to be told again."""

    findings: tuple[Finding, ...]
    silent: tuple[SilentFinding, ...] = ()


def judge(loaded: Loaded, today: date, limits: Limits = DEFAULTS) -> Judgement:
    """Everything there is to say of a lesson, in the order of its file.

    A lesson that can't be typed is checked as far as it can be read. One that is far too large is
    not checked further, nor is one that takes far too long.
    """
    try:
        with bounded():
            return _judge(loaded, today, limits)
    except GivenUpError as given_up:
        return Judgement(in_order([*loaded.findings, given_up.finding(loaded.file)]))


def _judge(loaded: Loaded, today: date, limits: Limits) -> Judgement:
    read = loaded.partial or loaded
    lesson, document = read.lesson, read.document
    if lesson is None or document is None:
        return Judgement(in_order(loaded.findings))
    subject = Subject(lesson, loaded.file.parent, today, limits)
    remarks: Iterable[Remark] = list(size.check(lesson)) or chain.from_iterable(
        module.check(subject) for module in CHECKS
    )
    if loaded.partial:
        remarks = filter(loaded.partial.stands, remarks)
    found = (*loaded.findings, *(document.locate(remark) for remark in remarks))
    said, silent = silence(in_order(found), lesson.ignore)
    codes = frozenset(each.finding.code for each in silent)
    for remark in faults(lesson.ignore, codes, RULES):
        # Where not all could be read, what an entry silences may stand in the rest.
        if not (loaded.partial and remark.rule is UNUSED):
            said.append(document.locate(remark))
    return Judgement(in_order(said), tuple(silent))
