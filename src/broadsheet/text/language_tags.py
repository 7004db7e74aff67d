"""Language tags after BCP 47: the language behind a tag, and the nearest tag among some.

`nearest` looks up as RFC 4647 does, 3.4: the tag itself, then shorter and shorter ones. A script
that nobody types is filled in first, from Unicode's likely subtags: `zh-TW` finds `zh-Hant`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Final

_RENAMED: Final = MappingProxyType(
    {"in": "id", "iw": "he", "ji": "yi", "jw": "jv", "mo": "ro", "sh": "sr"}
)
"""Codes that ISO 639 has withdrawn; Java and old pages still write them."""

_NAMED_IN_THEMSELVES: Final = (
    *("ar", "de", "es", "fr", "he", "it", "ja", "ko"),
    *("nl", "pl", "pt", "ru", "tr", "uk", "zh"),
)
"""Languages whose own name for themselves is known for what it is: Deutsch."""

_RIGHT_TO_LEFT: Final = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"})
"""Scripts written from right to left that a living language is written in."""


def base_of(tag: str) -> str:
    """The language of a tag, in small letters and by its present code: `he` of `iw-IL`."""
    first = tag.partition("-")[0].lower()
    if first in _RENAMED:
        return _RENAMED[first]
    return _shortest(first) if len(first) > 2 else first


def nearest(tag: str, known: Iterable[str]) -> str | None:
    """The one of some tags that serves a language best, spelt as it is there; None if none does.

    Whether letters are capitals makes no difference.
    """
    spelt = {renamed(each): each for each in known}
    wanted = renamed(tag)
    if wanted in spelt:
        return spelt[wanted]
    base = base_of(tag)
    if not _script(tag) and any(each.startswith(f"{base}-") for each in spelt):
        candidates = [*_with_script(wanted), *tag_and_shorter(wanted)]
    else:
        candidates = [*tag_and_shorter(wanted)]
    return next((spelt[each] for each in candidates if each in spelt), None)


def tag_and_shorter(tag: str) -> Iterator[str]:
    """A tag, then what is left when its last parts are dropped, one by one.

    A single letter or digit only introduces what comes after it, and is dropped with that.
    """
    parts = tag.split("-")
    while parts:
        yield "-".join(parts)
        parts.pop()
        while parts and len(parts[-1]) == 1:
            parts.pop()


def meant_tag(typed: str) -> str | None:
    """The tag that was meant by what is none: `zh-TW` by `zh_TW`, `en` by `English`."""
    parts = [part for part in re.split("[-_]+", typed.strip()) if part]
    alone = next((at for at, part in enumerate(parts) if len(part) == 1), len(parts))
    if alone and all(re.fullmatch("[A-Za-z0-9]{2,8}", part) for part in parts[:alone]):
        kept = "-".join(parts[:alone])
        if re.match("[A-Za-z]{2,3}(?:-|$)", kept):
            return kept
    from babel import Locale

    name = typed.strip().casefold()
    for tag, english in Locale("en").languages.items():
        if english.casefold() == name and len(tag) < 4:
            return str(tag)
    own = ((tag, Locale(tag).display_name) for tag in _NAMED_IN_THEMSELVES)
    return next((tag for tag, given in own if given and given.casefold() == name), None)


def is_right_to_left(tag: str) -> bool | None:
    """Tell whether a tag names a script that is written from right to left; None if it names none.

    Most tags leave the script to the language.
    """
    script = _script(tag)
    return script in _RIGHT_TO_LEFT if script else None


def renamed(tag: str) -> str:
    """A tag in small letters, its language by its present code."""
    return "-".join((base_of(tag), *tag.lower().split("-")[1:]))


def _script(tag: str) -> str:
    """The script that a tag names, in small letters, or nothing."""
    for part in tag.lower().split("-")[1:]:
        if len(part) == 1:
            break
        if len(part) == 4 and part.isalpha():
            return part
    return ""


def _with_script(tag: str) -> Iterator[str]:
    """A tag with its likely script, with and without its region, and with its likely region."""
    from babel.core import get_global  # few tags are not found as they are

    likely = get_global("likely_subtags")
    parts = tag.split("-")
    region = next((p for p in parts[1:] if len(p) == 2 or (len(p) == 3 and p.isdigit())), "")
    full = likely.get(f"{parts[0]}_{region.upper()}") or likely.get(parts[0])
    if full is None:
        return
    language, script, likely_region = full.lower().split("_")
    yield f"{language}-{script}-{region or likely_region}"
    yield f"{language}-{script}"
    if not region:
        yield f"{language}-{likely_region}"


def _shortest(code: str) -> str:
    """The two letters that stand for a language known by three, if there are such."""
    from babel.core import get_global

    aliases = get_global("language_aliases")
    return str(aliases.get(code, code)).partition("_")[0]
