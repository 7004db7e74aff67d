"""The kinds of value a lesson's keys hold, each read from the words the author typed.

The reader gives every scalar as text, so each kind says for itself what that text may be:
`no` is a word where words are wanted and a switch where a switch is wanted.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated, Final, LiteralString

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from broadsheet.reading import editors


@dataclass(frozen=True, slots=True)
class Markdown:
    """Marks a field as prose: Markdown with `((quotations))` and `[@citations]`."""

    for_student: bool = False
    """True where the student reads it, False where only the teacher does."""
    quotes: bool = True
    """False in a unit, which has no excerpt to quote and no works to cite."""
    in_line: bool = False
    """True where it is printed within a line, without room for lists, tables and headings."""


Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    editors.words(pattern=r"\S"),
]
"""Words printed as they stand, without Markdown."""

Prose = Annotated[str, StringConstraints(min_length=1), Markdown(), editors.words(minLength=1)]
"""Markdown for the teacher alone; may quote with `((words))` and cite with `[@key]`."""

StudentProse = Annotated[
    str,
    StringConstraints(min_length=1),
    Markdown(for_student=True),
    editors.words(minLength=1),
]
"""Markdown for student and teacher; may quote with `((words))` and cite with `[@key]`."""

Phrase = Annotated[
    str, StringConstraints(min_length=1), Markdown(in_line=True), editors.words(minLength=1)
]
"""Prose for the teacher that is printed within a line: it has no lists, tables or headings."""

StudentPhrase = Annotated[
    str,
    StringConstraints(min_length=1),
    Markdown(for_student=True, in_line=True),
    editors.words(minLength=1),
]
"""Prose for student and teacher within a line: it has no lists, tables or headings."""

Passages = Annotated[str, StringConstraints(min_length=1), editors.words(minLength=1)]
"""Paragraphs of the source, word for word; no markup but `[…]` and `[brackets]`."""

LABEL_PATTERN: Final = "^[AB]$"
"""The label of one of two sources."""

KEY_PATTERN: Final = r"^[A-Za-z0-9][A-Za-z0-9_.:-]*$"

Key = Annotated[
    str,
    StringConstraints(pattern=KEY_PATTERN),
    editors.words(
        "A key is made of Latin letters, digits, -, _, . and :, without blanks.",
        pattern=KEY_PATTERN,
    ),
]
"""A name that prose can cite: Latin letters, digits, `-`, `_`, `.` and `:`."""

LANGUAGE_PATTERN: Final = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"

LanguageTag = Annotated[
    str,
    StringConstraints(pattern=LANGUAGE_PATTERN),
    editors.plain(
        "A language is named by its code: en, es, uk.", type="string", pattern=LANGUAGE_PATTERN
    ),
]
"""A language by its code after BCP 47, such as `en`, `en-GB` or `uk`."""


def _switch(value: object) -> object:
    words = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
    if isinstance(value, str) and value.lower() in words:
        return words[value.lower()]
    raise PydanticCustomError("switch", "yes or no")


Switch = Annotated[bool, BeforeValidator(_switch), editors.SWITCH]
"""`yes` or `no`; `true` and `false`, `on` and `off` say the same."""


def _counted(*units: str) -> BeforeValidator:
    pattern = re.compile(rf"([0-9]{{1,3}})(?:\s+(?:{'|'.join(units)}))?", re.IGNORECASE)

    def read(value: object) -> object:
        if isinstance(value, str) and (found := pattern.fullmatch(value.strip())):
            return int(found[1])
        raise PydanticCustomError(
            "measure", "a number of {unit}", {"unit": units[0], "example": f"4 {units[0]}"}
        )

    return BeforeValidator(read)


LineCount = Annotated[
    int, _counted("lines", "line"), Field(ge=1, le=40), editors.counted(4, "line")
]
"""A number of ruled lines, 1 to 40, as in `4 lines`; `4` alone will do."""

RowCount = Annotated[int, _counted("rows", "row"), Field(ge=1, le=30), editors.counted(3, "row")]
"""A number of rows, 1 to 30, as in `4 rows`; `4` alone will do."""

_LENGTH: Final = re.compile(r"([0-9]{1,3}(?:\.[0-9])?)\s*(cm|mm)")


def _length(value: object) -> object:
    if isinstance(value, str) and (found := _LENGTH.fullmatch(value.strip())):
        return float(found[1]) * (10 if found[2] == "cm" else 1)
    raise PydanticCustomError(
        "measure", "a height in cm or mm", {"unit": "cm or mm", "example": "5 cm"}
    )


Height = Annotated[
    float,
    BeforeValidator(_length),
    Field(ge=10, le=220),
    editors.plain(
        "Write a height in cm or mm, such as 5 cm.",
        type="string",
        pattern=r"^\s*[0-9]{1,3}(\.[0-9])?\s*(cm|mm)\s*$",
    ),
]
"""The height of a box in mm, 10 to 220, typed as `5 cm` or `50 mm`."""


_LONGEST_PATH: Final = 500
"""Characters of the longest path that is taken for one."""


def _no_path(value: str) -> bool:
    """Tell whether no file can have such a name: it is too long, or has a character unseen."""
    return len(value) > _LONGEST_PATH or any(map(_is_control, value))


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs")


def _relative(value: str, refused: LiteralString) -> str:
    if _no_path(value):
        raise PydanticCustomError("no_path", "a path")
    if value.startswith(("/", "~", "\\")) or ":" in value:
        raise PydanticCustomError(refused, "a path from the file that names it")
    return value


def _inside(value: str) -> str:
    if ".." in _relative(value, "outside").split("/"):
        raise PydanticCustomError("outside", "a path inside the lesson's own folder")
    return value


_RELATIVE: Final = r"(?!\s*[/~\\])"
_OF_WORDS: Final = r"[^:]*[^:\s][^:]*"

FilePath = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    AfterValidator(_inside),
    editors.words(
        "Write a path inside the lesson's own folder, such as sources/my-lesson.txt.",
        pattern=rf"^{_RELATIVE}(?!(.*/)?\s*\.\.\s*(/|$)){_OF_WORDS}$",
    ),
]
"""A path inside the lesson's own folder, such as `sources/my-lesson.txt`; never with `..`."""


UnitProse = Annotated[
    str, StringConstraints(min_length=1), Markdown(quotes=False), editors.words(minLength=1)
]
"""Markdown of a unit; it stands outside every lesson, so it neither quotes nor cites."""


LessonPath = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    AfterValidator(lambda value: _relative(value, "collection")),
    editors.words(
        "Write the path from the unit to a lesson, such as ../my-lesson.yaml.",
        pattern=f"^{_RELATIVE}{_OF_WORDS}$",
    ),
]
"""The path from a unit's file to a lesson, such as `../my-lesson.yaml`."""
