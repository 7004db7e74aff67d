"""Characters that a reader can't see, and which of them a script needs all the same.

They change nothing that is read, or change it unseen: marks of direction let a number that was
proved be printed in another order. So they count for nothing where texts are compared, and are
left out where an excerpt is printed. Kept are joiners in scripts whose letters they shape, the
selectors that choose a form of the sign before them, and the tags of a flag.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from broadsheet.text.scripts import IDEOGRAPHS, Characters

DIRECTION: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Marks, embeddings, overrides and isolates of direction, as part of a pattern."""
BREAKS: Final = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphen, and places where a line may or may not break: harmless wherever they stand."""

_SELECTORS: Final = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_TAGS: Final = "\U000e0020-\U000e007f"
_JOINERS: Final = "\u200c\u200d"
_OTHERS: Final = (
    "\u034f\u17b4\u17b5\u180e\u2061-\u2065\u206a-\u206f\u3164\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e001f\U000e0080-\U000e00ff"
    "\U000e01f0-\U000e0fff"
)
UNSEEN: Final = DIRECTION + BREAKS + _SELECTORS + _TAGS + _JOINERS + _OTHERS
"""All of them, as part of a pattern."""

BLANKS: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Blanks that are not the one which YAML's indents are made of, as part of a pattern."""

_ONE: Final = re.compile(f"[{UNSEEN}]")
_UNSEEN_OR_BLANK: Final = re.compile(f"[{BLANKS}{UNSEEN}]")
_SHORT: Final = {"\ufeff": "byte-order mark", "\u3000": "full-width blank"}
# From Arabic to Sinhala, Myanmar, Khmer and Mongolian, the scripts of Indonesia, Phags-pa to
# Meetei Mayek, Arabic's own forms, and the Indian and African scripts beyond.
_JOINING: Final = Characters(
    "\u0600\u0dff\u1000\u109f\u1780\u18af\u1a20\u1c7f\ua840\uabff"
    "\ufb50\ufdff\ufe70\ufefe\U00011000\U00011fff\U0001e900\U0001e95f"
)
_FLAG: Final = "\U0001f3f4"


def unseen_at(text: str) -> Iterator[int]:
    """Yield the offset of each character that can't be seen and that no script needs there."""
    if text.isascii():
        return
    for found in _ONE.finditer(text):
        if not _is_needed(found[0], text, found.start()):
            yield found.start()


def seen(text: str) -> str:
    """A text without the characters that can't be seen."""
    dropped = list(unseen_at(text))
    if not dropped:
        return text
    ends = [*dropped, len(text)]
    starts = [0, *(at + 1 for at in dropped)]
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def named(character: str) -> str:
    """A character by name and code point: “no-break blank (U+00A0)”."""
    name = _SHORT.get(character) or unicodedata.name(character, "character").lower()
    return f"{name.replace('space', 'blank')} (U+{ord(character):04X})"


def a_named(character: str) -> str:
    """The same with its article: “an em blank (U+2003)”."""
    name = named(character)
    return f"an {name}" if name[0] in "aeio" else f"a {name}"


def is_unseen(character: str) -> bool:
    """Tell whether a character has no shape at all; a blank has room."""
    return _ONE.match(character) is not None


def first_unseen(text: str) -> str | None:
    """The first character of a text that an author can't see, a strange blank included, or None."""
    found = _UNSEEN_OR_BLANK.search(text)
    return found[0] if found else None


def without_unseen(text: str) -> str:
    """A text with ordinary blanks, and without anything that has no shape."""
    return _ONE.sub("", re.sub(f"[{BLANKS}]", " ", text)).strip()


def _is_needed(character: str, text: str, at: int) -> bool:
    while at and (unicodedata.category(text[at - 1])[0] == "M" or _is_tag(text[at - 1])):
        if _is_tag(text[at - 1]) is not _is_tag(character):
            break
        at -= 1
    if not at:
        return False
    before = text[at - 1]
    if character in _JOINERS:
        in_emoji = character == "\u200d" and unicodedata.category(before) in ("So", "Sk", "Sm")
        return in_emoji or before in _JOINING
    if _is_tag(character):
        return before == _FLAG
    if character in "\u180b\u180c\u180d\u180f":
        return "\u1800" <= before < "\u18b0"
    if "\ufe00" <= character <= "\ufe0f" or character >= "\U000e0100":
        if character in "\ufe0e\ufe0f":
            return not before.isspace() and not before.isalpha()
        return before in IDEOGRAPHS or before in _JOINING
    return False


def _is_tag(character: str) -> bool:
    return "\U000e0020" <= character <= "\U000e007f"
