"""Characters that look alike and are not the same: a Cyrillic о in a Latin word.

Nothing here counts as alike in a proof. It serves hints: which character it is that an author
can't see.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from broadsheet.text.unseen import a_named, is_unseen, named

_LETTERS: Final = (
    # Cyrillic, then Greek, each with the Latin letters that they look like.
    ("аеорсухіјѕһԁԛԝАВЕКМНОРСТХІЈЅҮ", "aeopcyxijshdqwABEKMHOPCTXIJSY"),
    ("οανρικυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oavpikuABEZHIKMNOPTYX"),
    # Letters for figures, and one Latin letter for another.
    ("ıI1|0", "illlO"),
    # Persian for Arabic; Hebrew and typographic marks; dashes.
    ("یک۰۱۲۳۷۸۹", "يك٠١٢٣٧٨٩"),
    ("׳’‘‚‛‹›ʼ′`´״“”„‟«»″־‐‑‒–—―−ー一", "'''''''''''\"\"\"\"\"\"\"\"----------"),
    ("·•∙", "・・・"),
)
_SKELETON: Final = str.maketrans(
    {each: like for ours, theirs in _LETTERS for each, like in zip(ours, theirs, strict=True)}
    | dict.fromkeys((chr(code) for code in range(0x2000, 0x200B)), " ")
    | dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000", " ")
)
_SCRIPTS: Final = ("arabic", "cyrillic", "greek", "hebrew", "latin")
_MOST_NAMED: Final = 2


def skeleton(text: str) -> str:
    """A text as it looks, one character for one; characters that can't be seen are kept."""
    if text.isascii():
        return text.translate(_SKELETON)
    return "".join(map(_wide, text)).translate(_SKELETON)


def told_apart(typed: str, meant: str, where: str) -> str:
    """Name the characters of `typed` that only look like those of `meant`; nothing where none do.

    `where` says who has the right ones: “the excerpt”.
    """
    found = list(dict.fromkeys(_differences(typed, meant)))
    said = []
    for ours, theirs in found[:_MOST_NAMED]:
        if not theirs:
            said.append(f"{a_named(ours)} stands among the letters")
        elif ours.isspace() or theirs.isspace():
            said.append(f"{a_named(ours)} stands where {where} has {a_named(theirs)}")
        else:
            said.append(f"“{ours}” is {_named(ours)}; {where} has {_named(theirs)}")
    return " and ".join(said)


def foreign_letter(word: str) -> str:
    """Name a letter that is of another alphabet than most of its word; nothing where none is."""
    alphabets = [_alphabet(letter) for letter in word if letter.isalpha()]
    if len(set(alphabets)) != 2 or not set(alphabets) <= {"Latin", "Cyrillic", "Greek"}:
        return ""
    rare = min(set(alphabets), key=alphabets.count)
    letter = next(each for each in word if each.isalpha() and _alphabet(each) == rare)
    return f"“{letter}” is {_named(letter)}"


def _alphabet(letter: str) -> str:
    return _named(letter).partition(" ")[0]


def _differences(typed: str, meant: str) -> Iterator[tuple[str, str]]:
    from difflib import SequenceMatcher

    typed, meant = (unicodedata.normalize("NFC", text) for text in (typed, meant))
    seen = "".join(character for character in typed if not is_unseen(character))
    kept = {character for character in meant if is_unseen(character)}
    yield from ((each, "") for each in typed if is_unseen(each) and each not in kept)
    matcher = SequenceMatcher(None, seen, meant, autojunk=False)
    for kind, start, end, at, to in matcher.get_opcodes():
        if kind == "replace" and end - start == to - at:
            for ours, theirs in zip(seen[start:end], meant[at:to], strict=True):
                if ours != theirs and skeleton(ours) == skeleton(theirs):
                    yield ours, theirs


def _wide(character: str) -> str:
    """A full-width letter or figure as its ordinary one."""
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 else character


def _named(character: str) -> str:
    name = named(character)
    script = name.split(" ", 1)[0]
    return script.capitalize() + name[len(script) :] if script in _SCRIPTS else name
