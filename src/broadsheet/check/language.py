"""Are there labels in the lesson's language?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.data import PACKAGE
from broadsheet.findings import Remark, Rule, Severity

NO_LABELS: Final = Rule(
    code="language-without-labels",
    severity=Severity.ERROR,
    what="Broadsheet has no file of labels for the lesson's language.",
    why="The words printed around the lesson (Name, Evidence, Line) must be in its language, and "
    "nobody is served by guessing them.",
    bad="language: eo",
    good="language: en",
)

RULES: Final = (NO_LABELS,)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark where the lesson's language has no labels."""
    yield from without_labels(subject.lesson.language)


def without_labels(language: str) -> Iterator[Remark]:
    """Yield a remark on `language`, a lesson's or a unit's, where it has no labels."""
    names = sorted(
        entry.stem for entry in (PACKAGE / "locale").iterdir() if entry.suffix == ".yaml"
    )
    if language not in names and language.split("-", maxsplit=1)[0].lower() not in names:
        yield Remark(
            NO_LABELS,
            f"there are no labels for the language `{language}`",
            f"languages with labels: {', '.join(names)}; to add one, translate "
            "src/broadsheet/locale/en.yaml; docs/translating.md says how",
            ("language",),
        )
