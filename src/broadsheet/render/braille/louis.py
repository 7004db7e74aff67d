"""Words to cells, by liblouis: its program, since its library may be missing or another's."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterable, Mapping
from textwrap import wrap
from typing import Final

from broadsheet.libraries import LOUIS
from broadsheet.text.language_tags import base_of

DISPLAY: Final = "en-us-brf.dis"
"""How cells are written: in the 64 signs of ASCII that embossers take."""
TABLES: Final = {
    "ar": "ar-ar-g1.utb",
    "de": "de-g1.ctb",
    "en": "en-ueb-g2.ctb",
    "es": "es-g1.ctb",
    "fr": "fr-bfu-comp6.utb",
    "he": "he-IL.utb",
    "uk": "uk.utb",
    "zh": "zhcn-cbs.ctb",
    "zh-Hant": "zh-tw.ctb",
}
"""liblouis' tables: contracted where books for schools are, as in English, and else not. A language
that is missing here has the table that liblouis names after it."""
_SECONDS: Final = 30.0
_AT_ONCE: Final = 300
"""Most characters in a line that the program is given: of longer ones it makes several."""

_PLAINER: Final = {
    **dict.fromkeys("“”„«»‹›「」『』《》״", '"'),
    **dict.fromkeys("‘’‚׳", "'"),
    **dict.fromkeys("–—―‐‑−־", "-"),
    **dict.fromkeys("\u00a0\u202f\u2009", " "),
    "…": "...",
    "·": "",
}
"""What stands for a sign that a table does not know; other signs are left out, letters are not."""
_UNKNOWN: Final = re.compile(r"'[^ -~]?\\?X[0-9A-J]+'")


class LouisMissingError(Exception):
    """liblouis' program, or its table for a language, is not there."""


def translated(words: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The cells of words of a language each, in ASCII.

    Raises LouisMissingError, with a sentence, where the program or a table is missing.
    """
    by_language: dict[str, dict[str, None]] = {}
    for language, each in words:
        by_language.setdefault(language, {})[each] = None
    return {
        (language, each): cells
        for language, them in by_language.items()
        for each, cells in zip(them, _cells(list(them), language), strict=True)
    }


def table_for(language: str) -> str:
    """The name of liblouis' table for a language."""
    base = base_of(language)
    if base == "zh" and any(part in language for part in ("Hant", "TW", "HK", "MO")):
        return TABLES["zh-Hant"]
    return TABLES.get(base, f"{base}.tbl")


def _cells(words: list[str], language: str) -> list[str]:
    plain = [" ".join(each.split()) for each in words]
    signs = sorted({sign for each in plain for sign in each if not (sign.isascii())})
    known = dict(zip(signs, _run(signs, language), strict=True))
    instead = {
        ord(sign): _PLAINER.get(sign, sign if unicodedata.category(sign)[0] in "LMN" else "")
        for sign, cells in known.items()
        if not cells.strip() or _UNKNOWN.fullmatch(cells.strip())
    }
    parts = [_parts(_without(each, instead)) for each in plain]
    cells = iter(_run([part for each in parts for part in each], language))
    return [" ".join(next(cells) for _ in each) for each in parts]


def _parts(words: str) -> list[str]:
    """Words in parts that the program takes at once."""
    return wrap(words, _AT_ONCE, break_on_hyphens=False)


def _without(words: str, instead: Mapping[int, str]) -> str:
    # An empty line could be taken for the end of what is given.
    return " ".join(words.translate(instead).split()) or "-"


def _run(words: list[str], language: str) -> list[str]:
    if not words:
        return []
    program = shutil.which(LOUIS)
    if program is None:
        raise LouisMissingError(
            "liblouis is not installed (Debian and Ubuntu: apt-get install liblouis-bin; "
            "macOS: brew install liblouis)"
        )
    table = table_for(language)
    done = subprocess.run(  # noqa: S603 - a program of the system; words go in as data
        [program, "--forward", f"{DISPLAY},{table}"],
        input="".join(f"{each}\n" for each in words).encode(),
        capture_output=True,
        check=False,
        timeout=_SECONDS,
    )
    lines = done.stdout.decode("utf-8", "replace").split("\n")[:-1]
    if len(lines) != len(words):
        raise LouisMissingError(
            f"liblouis has no table for {language} ({table} can't be read), so there is no braille"
        )
    return [_ascii(line) for line in lines]


def _ascii(cells: str) -> str:
    """The cells without what no embosser takes, such as those of eight dots."""
    return "".join(sign if " " <= sign <= "~" else "\\" for sign in cells).upper().replace("`", "@")
