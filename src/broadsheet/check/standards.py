"""Is every standard's code one of the catalogue?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.data import PACKAGE
from broadsheet.findings import Remark, Rule, Severity, YamlPath
from broadsheet.reading.spelling import meant

UNKNOWN: Final = Rule(
    code="standard-unknown",
    severity=Severity.WARNING,
    what="The code of a standard is not in Broadsheet's catalogue.",
    why="The notes print each code with a paraphrase; this one would stand there alone. Codes of "
    "a framework that the catalogue lacks may be added to it, or this finding be ignored.",
    bad="standards: [CCSS.ELA-LITERACY.RH.11-12.66]",
    good="standards: [CCSS.ELA-LITERACY.RH.11-12.6]",
)

RULES: Final = (UNKNOWN,)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each unknown code, where it stands first."""
    first: dict[str, YamlPath] = {}
    for at, code in enumerate(subject.lesson.standards):
        first.setdefault(code, ("standards", at))
    for asked in subject.lesson.questions.numbered():
        for at, code in enumerate(asked.question.standards):
            first.setdefault(code, (*asked.path, "standards", at))
    if not first:
        return
    # Parsing the catalogue takes longer than every other check of a lesson.
    text = (PACKAGE / "standards" / "catalogue.yaml").read_text("utf-8")
    unknown = [code for code in first if f"\n  {code}: " not in text]
    if not unknown:
        return
    from broadsheet.standards import catalogue

    known = catalogue()
    for code in unknown:
        near = meant(code, known)
        yield Remark(
            UNKNOWN,
            f"the catalogue has no standard `{code}`",
            near.question or "`broadsheet explain standard-unknown` says what becomes of it",
            first[code],
            near_match=near.one,
        )
