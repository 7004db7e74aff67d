"""Is anything in the lesson far larger than a sheet could print?

This is asked before all else, since other checks take their time with it, and so would printing.
Each limit is ten times what our own lessons need, and more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from pydantic import BaseModel

from broadsheet.findings import Remark, Rule, Severity, YamlPath
from broadsheet.lesson.models import Lesson

VALUE: Final = 20_000
"""Most characters of one value."""
EXCERPT: Final = 60_000
"""Most characters of an excerpt; shape.py says how many words."""
LESSON: Final = 400_000
"""Most characters of all values together."""
SIGNS: Final = 800
"""Most signs of one value that can be markup."""
SIGNS_IN_ALL: Final = 12_000
"""Most such signs of all values together."""
ITEMS: Final = 200
"""Most items of a list, and most entries under a key."""
BRACKETS: Final = 1000
"""Most cuts and words of the editor's in an excerpt."""
MARKS: Final = 1000
"""Most quotations, and most citations, of a lesson."""

TOO_MUCH: Final = Rule(
    code="too-much",
    severity=Severity.ERROR,
    what=f"A value has more than {VALUE:,} characters (an excerpt {EXCERPT:,}) or {SIGNS} signs of "
    f"markup, a list more than {ITEMS} items, an excerpt more than {BRACKETS:,} brackets, or a "
    f"lesson more than {LESSON:,} characters, {SIGNS_IN_ALL:,} signs of markup, or {MARKS:,} "
    "quotations or citations.",
    why="No sheet could print it, and reading it takes minutes. A lesson is data and may come from "
    "a stranger; nothing else is checked until it is smaller.",
    bad="background: (a whole book)",
    good="background: (what a teacher reads in five minutes)",
)

RULES: Final = (TOO_MUCH,)

_MOST: Final = 20
"""So many remarks say enough."""
_SIGNS: Final = re.compile(r"[\\`*_{}\[\]()<>#!|&~\"“”„«»‘’]")


def too_much(lesson: Lesson) -> Iterator[Remark]:
    """Yield a remark for each value that is too large, and for what is too much together."""
    yield from islice(_on(lesson), _MOST)


def too_large(path: YamlPath, text: str) -> Iterator[Remark]:
    """Yield at most one remark on one value of prose."""
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    is_excerpt = name == "excerpt"
    counts = (
        (len(text), EXCERPT if is_excerpt else VALUE, "characters"),
        (text.count("["), BRACKETS, "brackets")
        if is_excerpt
        else (len(_SIGNS.findall(text)), SIGNS, "signs of markup"),
    )
    for count, most, what in counts:
        if count > most:
            yield _remark(path, f"`{name}` has {count:,} {what}; at most {most:,} are read")
            return


def _remark(path: YamlPath, message: str) -> Remark:
    hint = "make it smaller; the rest is checked once that is done"
    return Remark(TOO_MUCH, message, hint, path, at_key=True)


def _on(lesson: Lesson) -> Iterator[Remark]:
    characters = signs = quotations = citations = 0
    for path, value in _values(lesson, ()):
        if not isinstance(value, str):
            yield _remark(path, f"`{path[-1]}` has {value:,} items; at most {ITEMS} are read")
            continue
        yield from too_large(path, value)
        characters += len(value)
        if path[-1] != "excerpt":
            signs += len(_SIGNS.findall(value))
            quotations += value.count("((")
            citations += value.count("[@")
    for count, most, what in (
        (characters, LESSON, "characters"),
        (signs, SIGNS_IN_ALL, "signs of markup"),
        (quotations, MARKS, "quotations"),
        (citations, MARKS, "citations"),
    ):
        if count > most:
            yield _remark((), f"the lesson has {count:,} {what}; at most {most:,} are read")


def _values(value: object, path: YamlPath) -> Iterator[tuple[YamlPath, str | int]]:
    """Yield every text with its path, and the number of items where there are too many."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _values(getattr(value, name), (*path, name))
    elif isinstance(value, list | dict):
        if len(value) > ITEMS:
            yield path, len(value)
        elif isinstance(value, list):
            for at, item in enumerate(value):
                yield from _values(item, (*path, at))
        else:
            for key, item in value.items():
                yield (*path, key), key
                yield from _values(item, (*path, key))
