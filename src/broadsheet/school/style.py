"""What an edition may set in the style sheets, and what kind of value each measure takes.

Values go into a style sheet as they are typed, so each is one of a few plain forms: nothing in it
can end a rule, begin a comment or call a function.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import AfterValidator, Field, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from broadsheet.theme.measures import POINTS, in_points


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value, in an author's words, and how it is told."""

    what: str
    example: str
    holds: Callable[[str], bool]


_NUMBER: Final = r"(?:[0-9]{1,3}(?:\.[0-9]{1,3})?|\.[0-9]{1,3})"
_LENGTH: Final = re.compile(rf"(-?{_NUMBER})({'|'.join(POINTS)}|em)|-?0")
_FACE: Final = r"""(?:"[^"\\\n;{}<>]+"|'[^'\\\n;{}<>]+'|[^\W\d][\w-]*(?: [^\W\d][\w-]*)*)"""
_FACES: Final = re.compile(rf"{_FACE}(?:\s*,\s*{_FACE})*")
_BORDERS: Final = {"solid", "dashed", "dotted", "double", "none"}
_COLOUR: Final = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})|black|gray|grey|white")


def _is_length(least: float, most: float) -> Callable[[str], bool]:
    """Tell a length between two, in points; one in ems is measured at 10 pt."""

    def holds(value: str) -> bool:
        return _LENGTH.fullmatch(value) is not None and least <= points(value) <= most

    return holds


def _is_number(least: float, most: float) -> Callable[[str], bool]:
    return lambda value: re.fullmatch(_NUMBER, value) is not None and least <= float(value) <= most


def _is_one_of(*words: str) -> Callable[[str], bool]:
    return lambda value: value in words


def _is_rule(value: str) -> bool:
    """Tell a width, a style and a colour, in any order, each at most once."""
    parts = value.split()
    widths = [part for part in parts if _is_length(0, 30)(part)]
    styles = [part for part in parts if part in _BORDERS]
    colours = [part for part in parts if _COLOUR.fullmatch(part)]
    counts = (len(widths), len(styles), len(colours))
    return sum(counts) == len(parts) and max(counts) == 1 and bool(styles)


def _is_width(value: str) -> bool:
    percent = value.removesuffix("%")
    return _is_length(3, 600)(value) or (percent != value and _is_number(1, 100)(percent))


def _is_space_between(value: str) -> bool:
    return value == "normal" or _is_length(-20, 40)(value)


_TYPE: Final = Kind("a size of type from 4pt to 144pt", "11pt", _is_length(4, 144))
_SPACE: Final = Kind("a length up to 300mm", "4mm", _is_length(0, 851))
_BETWEEN: Final = Kind("`normal` or a length", "0.12em", _is_space_between)
_RULE: Final = Kind("a width, a style and a colour", '"0.6pt solid #000"', _is_rule)
_FACE_KIND: Final = Kind(
    "names of faces with commas between",
    '"Broadsheet Sans", sans-serif',
    lambda value: _FACES.fullmatch(value) is not None,
)
_WEIGHT: Final = Kind(
    "`normal`, `bold`, `inherit` or a number from 100 to 900",
    '"600"',
    lambda value: value in {"normal", "bold", "inherit"} or _is_number(100, 900)(value),
)

MEASURES: Final[Mapping[str, Kind]] = {
    **dict.fromkeys(
        (
            "size-title",
            "size-head",
            "size-body",
            "size-small",
            "size-tiny",
            "gloss-size",
            "excerpt-size",
            "excerpt-leading",
            "number-size",
            "furniture-size",
        ),
        _TYPE,
    ),
    **dict.fromkeys(
        (
            "number-column",
            "letter-size",
            "tick-width",
            "points-width",
            "question-indent",
            "room-gap",
            "rule-distance",
            "row-height",
            "who-gap",
            "text-gap",
            "head-gap",
            "section-gap",
            "question-gap",
            "page-head",
            "page-foot",
            "tallest-image",
            "picture-height",
        ),
        _SPACE,
    ),
    "text": _FACE_KIND,
    "label": _FACE_KIND,
    "leading": Kind("a number from 0.8 to 4", '"1.35"', _is_number(0.8, 4)),
    "letter-spacing": _BETWEEN,
    "word-spacing": _BETWEEN,
    "kicker-spacing": _BETWEEN,
    "screen-spacing": _BETWEEN,
    "emphasis-style": Kind(
        "`normal`, `italic` or `oblique`", "normal", _is_one_of("normal", "italic", "oblique")
    ),
    "emphasis-weight": _WEIGHT,
    "capitals": Kind(
        "`none`, `uppercase`, `lowercase` or `capitalize`",
        "none",
        _is_one_of("none", "uppercase", "lowercase", "capitalize"),
    ),
    "choice-width": Kind("a part of the line or a length", "49%", _is_width),
    "points-position": Kind(
        "`absolute`, `static` or `relative`",
        "relative",
        _is_one_of("absolute", "static", "relative"),
    ),
    "hair": _RULE,
    "bar": _RULE,
}
"""The measures of our style sheets by name."""

_SMALLEST: Final = ("size-tiny", "furniture-size")
"""Type of 9 pt that stands beside a text and at the foot: it has no room to grow."""
_OF_TYPE_AND_ROOM: Final = (
    *(name for name, kind in MEASURES.items() if kind is _TYPE and name not in _SMALLEST),
    *("number-column", "letter-size", "tick-width", "points-width", "question-indent"),
    *("rule-distance", "row-height"),
)
"""The measures that grow with the text: base.css multiplies the same ones by `--scale`."""

_ANY: Final = Kind(
    "a length, a number, a word, a colour, a rule, or names of faces",
    "4mm",
    lambda value: any(
        holds(value)
        for holds in (
            _is_length(-851, 851),
            _is_number(0, 1000),
            _is_width,
            _is_rule,
            lambda words: _COLOUR.fullmatch(words) is not None,
            _FACE_KIND.holds,
        )
    ),
)
"""What a measure takes that a school's own style sheet brings."""


def _of_its_kind(style: dict[str, str]) -> dict[str, str]:
    """Raise ValidationError with an error for each value that is not of its measure's kind."""
    faults: list[InitErrorDetails] = []
    for name, value in style.items():
        kind = MEASURES.get(name, _ANY)
        if not kind.holds(value):
            fault = PydanticCustomError(
                "kind", "a value of its kind", {"what": kind.what, "example": kind.example}
            )
            faults.append(InitErrorDetails(type=fault, loc=(name,), input=value))
    if faults:
        raise ValidationError.from_exception_data("style", faults)
    return style


def points(length: str) -> float:
    """A length in points, 10 for an em. Raises ValueError for what is none."""
    found = in_points(length)
    if found is None:
        raise ValueError(f"{length} is no length")
    return found


def enlarged(style: Mapping[str, str], times: float) -> dict[str, str]:
    """An edition's measures with type and rooms `times` as large; gaps stay as they are."""
    if times == 1:
        return dict(style)
    return {
        name: f"{points(value) * times:.2f}pt" if name in _OF_TYPE_AND_ROOM else value
        for name, value in style.items()
    }


StyleName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
Style = Annotated[dict[StyleName, str], AfterValidator(_of_its_kind)]
"""Custom properties of the style sheets and their values, such as `size-body: 18pt`."""
