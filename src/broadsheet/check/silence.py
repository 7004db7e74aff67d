"""Findings that a lesson's `ignore` knowingly leaves alone, and what is wrong with `ignore`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from broadsheet.findings import Finding, Remark, Rule, Severity
from broadsheet.lesson.models import Silenced
from broadsheet.reading.spelling import meant

UNKNOWN: Final = Rule(
    code="ignore-unknown",
    severity=Severity.WARNING,
    what="`ignore` names a code that no finding has.",
    why="It silences nothing, and whoever reads the lesson next believes that it does.",
    bad="ignore:\n  - code: plan-minuets\n    because: The last ten minutes are left open.",
    good="ignore:\n  - code: source-not-at-hand\n    because: The publisher lets us keep no copy.",
)

REFUSED: Final = Rule(
    code="ignore-refused",
    severity=Severity.WARNING,
    what="`ignore` names an error, or a finding about `ignore` itself.",
    why="With an error the sheet would be wrong or could not be printed, whatever the reason.",
    bad="ignore:\n  - code: quotation-not-in-excerpt\n    because: It is nearly what he wrote.",
    good="ask: What does ((the words as they stand in the excerpt)) suggest?",
)

UNUSED: Final = Rule(
    code="ignore-unused",
    severity=Severity.ADVICE,
    what="`ignore` names a code that this lesson has no finding of.",
    why="A silence that outlives its reason would hide the same fault when it comes back.",
    bad="text: sources/phase-2-begins.txt   # the file is there\n"
    "ignore:\n  - code: source-not-at-hand\n    because: The publisher lets us keep no copy.",
    good="text: sources/phase-2-begins.txt   # the file is there, and nothing is ignored",
)

RULES: Final = (UNKNOWN, REFUSED, UNUSED)


@dataclass(frozen=True, slots=True)
class SilentFinding:
    """A finding that its lesson leaves alone, and the author's reason."""

    finding: Finding
    because: str


def silence(
    found: Iterable[Finding], entries: Sequence[Silenced]
) -> tuple[list[Finding], list[SilentFinding]]:
    """Part what is said of a lesson from what its `ignore` leaves alone.

    An error is said whatever `ignore` holds.
    """
    reasons = {entry.code: entry.because for entry in reversed(entries)}
    said: list[Finding] = []
    silent: list[SilentFinding] = []
    for finding in found:
        if finding.code in reasons and finding.severity is not Severity.ERROR:
            silent.append(SilentFinding(finding, reasons[finding.code]))
        else:
            said.append(finding)
    return said, silent


def faults(
    entries: Sequence[Silenced],
    silenced: frozenset[str],
    checked: Collection[Rule],
    rules: Mapping[str, Rule],
) -> Iterator[Remark]:
    """Yield a remark for each entry of `ignore` that does nothing.

    `silenced` are the codes of the findings that were silenced. Whether an entry is of use is
    known for the rules that were `checked`; the others among all `rules`, by code, speak of what a
    build makes.
    """
    seen: set[str] = set()
    for index, entry in enumerate(entries):
        rule = rules.get(entry.code)
        if rule is None:
            yield _unknown(entry.code, index, rules)
        elif rule.severity is Severity.ERROR or rule in RULES:
            yield _refused(rule, index)
        elif entry.code in seen:
            yield Remark(
                UNUSED,
                f"`{entry.code}` is ignored twice",
                "keep one of the two, with its reason",
                ("ignore", index, "code"),
            )
        elif rule in checked and entry.code not in silenced:
            yield Remark(
                UNUSED,
                f"nothing here is found under `{entry.code}`",
                "take the entry out",
                ("ignore", index, "code"),
            )
        seen.add(entry.code)


def _unknown(code: str, index: int, rules: Iterable[str]) -> Remark:
    near = meant(code, rules)
    return Remark(
        UNKNOWN,
        f"no finding has the code `{code}`",
        f"did you mean `{near.names[0]}`?" if near.names else "`broadsheet explain` lists them all",
        ("ignore", index, "code"),
        near_match=near.one,
    )


def _refused(rule: Rule, index: int) -> Remark:
    if rule in RULES:
        message, hint = f"`{rule.code}` speaks of `ignore` itself", "mend the entry that it names"
    else:
        message = f"`{rule.code}` is an error, and errors can't be silenced"
        hint = f"mend what is found, and take the entry out; see `broadsheet explain {rule.code}`"
    return Remark(REFUSED, message, hint, ("ignore", index, "code"))
