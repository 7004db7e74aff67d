"""Are there characters that nobody can see, and that change what is read?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from broadsheet.check.printed import Printed
from broadsheet.check.subject import Subject
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.text.unseen import BREAKS, DIRECTION, named, unseen_at

UNSEEN: Final = Rule(
    code="unseen-character",
    severity=Severity.WARNING,
    what="A character that can't be seen changes the order of what is printed, or hides in it.",
    why="Marks of direction and their like come along when text is copied. They can turn the "
    "figures of a number around, or carry words that no reader sees. An excerpt is printed without "
    "them; elsewhere what you type is printed. Soft hyphens, blanks without width, and what a "
    "script needs (joiners in Persian or Hindi, marks of direction in Hebrew and Arabic prose) are "
    "left alone.",
    bad='says: "The town spent $24[U+200F],[U+200F]000 on it."',
    good='says: "The town spent $24,000 on it."',
)

RULES: Final = (UNSEEN,)

_MARKS: Final = frozenset("\u061c\u200e\u200f\u2066\u2067\u2068\u2069")
"""With these, writers from right to left put a mark where it belongs."""
_IN_NUMBER: Final = re.compile(
    rf"(?<=[\d.,:/$€£%])[{DIRECTION}]+(?=[.,:/]?[{DIRECTION}]*\d)", re.ASCII
)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each value that holds such characters, at the first of them."""
    for value in subject.printed:
        if value.text.isascii():
            continue
        excerpt = value.path[-1] == "excerpt"
        found = [at for at in unseen_at(value.text) if value.text[at] not in BREAKS]
        if found and not excerpt and _is_from_the_right(subject.lesson.language):
            numbers = {at for part in _IN_NUMBER.finditer(value.text) for at in range(*part.span())}
            found = [at for at in found if value.text[at] not in _MARKS or at in numbers]
        if found:
            yield _remark(value, found, excerpt=excerpt)


def _is_from_the_right(language: str) -> bool:
    from broadsheet.locale.regional import direction_of  # it brings Babel, which few lessons need

    return direction_of(language) == "rtl"


def _remark(value: Printed, found: list[int], *, excerpt: bool) -> Remark:
    more = f", and {len(found) - 1} more" if len(found) > 1 else ""
    character = named(value.text[found[0]])
    return Remark(
        UNSEEN,
        f"{character}{more} is left out where the excerpt is printed"
        if excerpt
        else f"{character}{more} can't be seen, and may change what is printed",
        "take it out: delete the letters on both sides of it, and type them again",
        value.path,
        None if value.at_key else (found[0], found[0] + 1),
        at_key=value.at_key,
    )
