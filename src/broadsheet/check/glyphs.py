"""Can every character of the lesson be printed?"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from broadsheet.check.printed import Printed
from broadsheet.check.subject import Subject
from broadsheet.check.system_faces import in_system_faces
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.text.unseen import is_unseen
from broadsheet.theme.coverage import named, uncovered

MISSING: Final = Rule(
    code="glyph-missing",
    severity=Severity.ERROR,
    what="No font, neither ours nor one of this machine, has a glyph for a character.",
    why="An empty box would be printed in its place. Our faces have the Latin, Greek, Cyrillic, "
    "Arabic and Hebrew alphabets, and the Chinese and Japanese characters that schools write; "
    "other scripts and rare characters need a font on the machine that prints.",
    bad="author: 한강   # on a machine without a Korean font",
    good="author: 한강   # after apt-get install fonts-noto-cjk",
)

FROM_SYSTEM: Final = Rule(
    code="glyph-from-system",
    severity=Severity.ADVICE,
    what="A character is not in our faces and comes from a font of this machine.",
    why="The pages then depend on that font: on another machine they look otherwise, or can't be "
    "made at all. Fields of a form show only what our faces have, so that in another script "
    "nothing can be typed in them.",
    bad="title: Five ★ for the mayor?",
    good="title: Five stars for the mayor?",
)

RULES: Final = (MISSING, FROM_SYSTEM)


_NOT_TYPED: Final = "; a pupil can't type these letters in the fields of a fillable sheet"


def check(subject: Subject) -> Iterator[Remark]:
    """Yield at most one remark for each rule, at the first character of its kind.

    Nothing is said where a school brings faces of its own: layout tells what they lack.
    """
    if subject.limits.own_faces:
        return
    shown = subject.printed
    every = uncovered(chain.from_iterable(words.text for words in shown))
    foreign = frozenset(character for character in every if not is_unseen(character))
    if not foreign:
        return
    found = in_system_faces(foreign)
    there = found or frozenset()
    if missing := _in_order(shown, foreign - there):
        yield _at_first(
            shown,
            missing,
            MISSING,
            f"no font has a glyph for {named(missing)}: boxes would be printed",
            _remedy(missing, can_ask=found is not None),
        )
    if borrowed := _in_order(shown, there):
        yield _at_first(
            shown,
            borrowed,
            FROM_SYSTEM,
            f"our faces have no glyph for {named(borrowed)}; this machine's fonts are used",
            "make the PDFs on one machine only, or write characters that our faces have"
            + (_NOT_TYPED if any(map(str.isalpha, borrowed)) else ""),
        )


def _in_order(shown: Sequence[Printed], wanted: frozenset[str]) -> list[str]:
    """Put characters in the order in which they are met."""
    met = dict.fromkeys(chain.from_iterable(words.text for words in shown))
    return [character for character in met if character in wanted]


def _at_first(
    shown: Sequence[Printed], characters: list[str], rule: Rule, message: str, hint: str
) -> Remark:
    words = next(words for words in shown if characters[0] in words.text)
    at = words.text.index(characters[0])
    span = None if words.at_key else (at, at + 1)
    return Remark(rule, message, hint, words.path, span=span, at_key=words.at_key)


def _remedy(characters: list[str], *, can_ask: bool) -> str:
    packages = dict.fromkeys(filter(None, map(_package, characters)))
    if not packages:
        return "leave them out, or write other characters"
    asker = () if can_ask else ("fontconfig",)
    return (
        f"install {''.join(f'{name} and ' for name in asker)}a font that has them (Debian and "
        f"Ubuntu: apt-get install {' '.join((*asker, *packages))}), or write other characters"
    )


def _package(character: str) -> str | None:
    """Name the package of Debian that has fonts for a character; None if there are none."""
    if unicodedata.category(character) in ("Cc", "Cf", "Cn", "Co", "Zl", "Zp"):
        return None
    if ord(character) >= 0x1F000 and unicodedata.category(character) != "Lo":
        return "fonts-noto-color-emoji"
    return (
        "fonts-noto-cjk" if unicodedata.east_asian_width(character) in "WF" else "fonts-noto-core"
    )
