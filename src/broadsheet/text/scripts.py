"""Which scripts part no words by blanks, and what follows from it.

Chinese, Japanese, Thai, Lao, Khmer, Myanmar and their like are counted and quoted by the
character, and their lines join without a blank. Korean parts its words.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import Final


class Characters:
    """A set of characters, given by the first and last of each range in their order: `"azAZ"`.

    A pattern would do, but those of so many characters take a while to compile.
    """

    def __init__(self, ends: str) -> None:
        self._bounds = sorted(ord(end) + at % 2 for at, end in enumerate(ends))

    def __contains__(self, character: str) -> bool:
        """Tell whether one character is among them."""
        return bool(bisect_right(self._bounds, ord(character)) % 2)

    @property
    def in_pattern(self) -> str:
        """All of them, as part of a pattern's class: `a-zA-Z`."""
        firsts, afters = self._bounds[::2], self._bounds[1::2]
        return "".join(
            f"{chr(first)}-{chr(after - 1)}" for first, after in zip(firsts, afters, strict=True)
        )


_SOUTH_EAST_ASIAN: Final = (
    "\u0e00\u0e3e\u0e40\u0eff\u1000\u109f\u1780\u17ff\u1950\u19ff\u1a20\u1aaf\u1b00\u1b7f"
    "\ua980\ua9fe\uaa60\uaadf"
)
_EAST_ASIAN: Final = (
    "\u3005\u3007\u3021\u3029\u3031\u3035\u3038\u303c\u3041\u312f\u31a0\u31bf\u31f0\u31ff"
    "\u3400\u4dbf\u4e00\ua4cf\uf900\ufaff\uff66\uff9f\U0001aff0\U0001b16f"
    "\U00016fe0\U00018d8f\U00020000\U0003ffff"
)
IDEOGRAPHS: Final = Characters("\u3400\u4dbf\u4e00\u9fff\uf900\ufaff\U00020000\U0003ffff")
UNPARTED: Final = Characters(_SOUTH_EAST_ASIAN + _EAST_ASIAN)
_OF_THE_EAST: Final = Characters(_EAST_ASIAN)
_FIRST: Final = "\u0e00"
"""No character before this one is of these scripts."""


def parts_no_words(character: str) -> bool:
    """Tell whether a character is of a script that is written without blanks between words."""
    return character >= _FIRST and character in UNPARTED


def is_counted_by_character(text: str) -> bool:
    """Tell whether most letters of a text are of scripts that part no words."""
    if max(text, default="") < _FIRST:
        return False
    letters = [character for character in text if character.isalpha()]
    return 2 * sum(map(parts_no_words, letters)) > len(letters)


_OF_EASTERN_SCRIPTS: Final = re.compile("[\u0e00-\u1fff\u2329-\U0010ffff]")
"""Every character beside which lines join without a blank, and others of their blocks."""


def may_join_without_blank(text: str) -> bool:
    """Tell, soon and with doubt, whether lines of a text may join without a blank anywhere."""
    return _OF_EASTERN_SCRIPTS.search(text) is not None


def joins_without_blank(before: str, after: str) -> bool:
    """Tell whether a line that ends with one character joins the next without a blank.

    It does between letters of these scripts, and beside the full-width marks of East Asia; a word
    in Latin letters keeps its blank.
    """
    if _is_wide_mark(before) or _is_wide_mark(after):
        return True
    if before in _OF_THE_EAST:
        return not after.isalnum() or parts_no_words(after)
    if after in _OF_THE_EAST:
        return not before.isalnum() or parts_no_words(before)
    return parts_no_words(before) and parts_no_words(after)


BLANKS: Final = re.compile(r"[ \t\r\n\v\f\x1c-\x1f\x85\u2028\u2029]+")
"""A run of blanks that folds; the no-break blank and the full-width one don't."""


def folded_blank(found: re.Match[str]) -> str:
    """What a run of blanks is printed as: one blank, or none where lines join without."""
    text, start, end = found.string, *found.span()
    lines = "\n" in found[0] and start > 0 and end < len(text)
    return "" if lines and joins_without_blank(text[start - 1], text[end]) else " "


def folded(text: str) -> str:
    """A text with single blanks, and its lines joined as its script joins them."""
    return BLANKS.sub(folded_blank, text)


def _is_wide_mark(character: str) -> bool:
    kind = unicodedata.category(character)[0]
    return kind == "P" and unicodedata.east_asian_width(character) in "WF"
