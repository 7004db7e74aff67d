"""Is the source's text at hand to prove the excerpt by?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.findings import Remark, Rule, Severity

NOT_AT_HAND: Final = Rule(
    code="source-not-at-hand",
    severity=Severity.WARNING,
    what="The source's text is not at hand, so the excerpt is not proved.",
    why="A text in copyright may be kept out of a repository; but what can't be proved must say "
    "that it is unproved.",
    bad="text: sources/phase-2-begins.txt   # a file that is not there",
    good="text: sources/phase-2-begins.txt   # put the whole piece there, as plain text",
)

RULES: Final = (NOT_AT_HAND,)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each source whose text is missing."""
    for label, source in subject.lesson.texts.items():
        path = ("sources", label) if label else ("source",)
        if source.text is None:
            yield Remark(
                NOT_AT_HAND,
                "the source's text is not named, so the excerpt is unproved",
                "save the whole piece as plain text and name it: `text: sources/…`",
                path,
                at_key=True,
            )
        elif not (subject.folder / source.text).is_file():
            yield Remark(
                NOT_AT_HAND,
                f"the source text {source.text} is not at hand, so the excerpt is unproved",
                "put the whole piece there, as plain text; git need not keep it",
                (*path, "text"),
            )
