"""Are there labels in the lesson's language?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.locale.look_up import locale_files
from broadsheet.text.language_tags import base_of, nearest
from broadsheet.theme import Theme

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
    yield from without_labels(subject.lesson.language, subject.limits.theme)


def without_labels(language: str, theme: Theme) -> Iterator[Remark]:
    """Yield a remark on `language`, a lesson's or a unit's, where it has no labels.

    A theme may bring them.
    """
    names = sorted(locale_files(theme))
    if nearest(language, names) is None:
        yield Remark(
            NO_LABELS,
            f"there are no labels for the language `{language}`",
            f"languages with labels: {', '.join(names)}; to bring one, translate Broadsheet's "
            f"locale/en.yaml into locale/{base_of(language)}.yaml in your theme's folder "
            "(docs/translating.md says how)",
            ("language",),
        )
