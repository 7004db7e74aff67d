"""What there is to say of a lesson, and what its author knowingly leaves alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from broadsheet.bounded import GivenUpError, bounded
from broadsheet.check import run
from broadsheet.check.silence import UNUSED, SilentFinding, faults, silence
from broadsheet.collection.rules import every_rule
from broadsheet.findings import Finding, in_order
from broadsheet.lesson.load import Loaded
from broadsheet.school.limits import DEFAULTS, Limits


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
    found = run.findings_in(loaded, today, limits)
    read = loaded.partial or loaded
    lesson, document = read.lesson, read.document
    if lesson is None or document is None:
        return Judgement(found)
    said, silent = silence(found, lesson.ignore)
    if lesson.ignore:
        codes = frozenset(each.finding.code for each in silent)
        for remark in faults(lesson.ignore, codes, run.RULES, every_rule()):
            # Where not all could be read, what an entry silences may stand in the rest.
            if not (loaded.partial and remark.rule is UNUSED):
                said.append(document.locate(remark))
    return Judgement(in_order(said), tuple(silent))
