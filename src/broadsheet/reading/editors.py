"""What JSON Schema says of our values, so that an editor agrees with our reader.

Editors read YAML by its own rules, in which `1984` is a number; we read text and let the model say
what it is. So a schema allows each kind that text we accept may be taken for. `errorMessage` is
what VS Code says of other values, and what is marked `doNotSuggest` it does not complete;
validators pass over both.
"""

from __future__ import annotations

from typing import Final

from pydantic import WithJsonSchema
from pydantic.config import JsonDict

_WORDS: Final = "Write words here; put them in quotation marks if there is a colon among them."


# Named as a kind, `boolean`, VS Code would complete every title with `true`. The title tells it
# this alternative from the other when it explains a key.
_TRUTH_VALUE: Final = {
    "title": "true or false",
    "not": {"type": ["string", "number", "array", "object", "null"]},
}


def plain(message: str, **schema: object) -> WithJsonSchema:
    """The schema of a value that is no words, as it is given."""
    return WithJsonSchema({**schema, "errorMessage": message})


def words(message: str = _WORDS, **schema: object) -> WithJsonSchema:
    """The schema of words, which an editor may take for a number or a truth value.

    "True" and "False" are good choices for an answer.
    """
    kinds = {"type": ["string", "number"], **schema, "errorMessage": message}
    return WithJsonSchema({"anyOf": [kinds, _TRUTH_VALUE]})


def refused(message: str) -> JsonDict:
    """The schema of a key that may not stand here; VS Code says `message` at its value.

    The shortest such schema, `false`, would leave an author with "not allowed" and no reason.
    """
    return {"type": "null", "errorMessage": message, "doNotSuggest": True}


def counted(most_tens: int, unit: str) -> WithJsonSchema:
    """The schema of a count from 1 to `most_tens` times ten, with or without its unit."""
    count = f"0*([1-9]|[1-{most_tens - 1}][0-9]|{most_tens}0)"
    return plain(
        f"Write a number of {unit}s from 1 to {most_tens}0, such as 4 {unit}s.",
        type=["string", "integer"],
        pattern=rf"^\s*{count}(\s+{_any_case(unit)}[Ss]?)?\s*$",
        minimum=1,
        maximum=most_tens * 10,
    )


def _any_case(*choices: str) -> str:
    """A pattern for words in small or capital letters, in the dialect that editors share."""
    return "|".join(
        "".join(f"[{letter.upper()}{letter}]" for letter in choice) for choice in choices
    )


NO: Final = f"^({_any_case('no', 'false', 'off')})$"
"""A pattern for what a switch that is off may be."""

SWITCH: Final = WithJsonSchema(
    {
        "anyOf": [
            {"enum": ["yes", "no"], "errorMessage": "Write yes or no."},
            _TRUTH_VALUE,
            {"type": "string", "pattern": f"^({_any_case('yes', 'true', 'on')})$|{NO}"},
        ]
    }
)
"""The schema of a switch; an editor completes `yes` and `no`."""

_MONTH: Final = "(0[1-9]|1[0-2])"
_DAY: Final = "(0[1-9]|[12][0-9]|3[01])"

DATE: Final[JsonDict] = {
    "type": ["string", "integer"],
    "pattern": rf"^\s*(?!0000)[0-9]{{4}}(-{_MONTH}(-{_DAY})?)?\s*$",
    "minimum": 1,
    "maximum": 9999,
    "errorMessage": "Write a date as 2022-09-21, 2022-09 or 2022.",
}
"""The schema of a date; that a month has that many days is left to our reader."""
