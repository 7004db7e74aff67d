"""Does the markup of prose print as its author means it?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.lesson.prose import ProseValue
from broadsheet.prose.nodes import (
    Block,
    BlockQuotation,
    Heading,
    Item,
    List,
    Paragraph,
    RuledLine,
    Table,
)

IN_A_LINE: Final = Rule(
    code="markup-in-a-line",
    severity=Severity.WARNING,
    what="A list, a table, a heading or a quotation is marked up where prose is printed in a line.",
    why="Goals, choices, steps, glosses, facts and the points of a key are printed each within a "
    "line: there the lines of a list run together, and its signs are printed as typed.",
    bad="choices:\n  - |\n    Both of these:\n    - a claim\n    - its support\n  - Neither.",
    good="choices:\n  - Both a claim and its support.\n  - Neither.",
)

NUMBERS: Final = Rule(
    code="list-numbers",
    severity=Severity.WARNING,
    what="The numbers of a list repeat, or go back.",
    why="Numbers are printed as they are typed, so that a day or a year is never changed; a list "
    "whose items are all typed `1.` has three first items.",
    bad="answer: |\n  1. Read.\n  1. Mark.\n  1. Decide.",
    good="answer: |\n  1. Read.\n  2. Mark.\n  3. Decide.",
)

RUN_TOGETHER: Final = Rule(
    code="lines-run-together",
    severity=Severity.WARNING,
    what="Lines that look like a list are printed in one paragraph.",
    why="A paragraph runs on over its line ends. A list is made of lines that begin with `- ` or "
    "`1. `; lines that begin with another sign, such as a long dash, keep it and run together.",
    bad="answer: |\n  – Who pays?\n  – Nobody.",
    good="answer: |\n  – Who pays?\n\n  – Nobody.",
)

RULES: Final = (IN_A_LINE, NUMBERS, RUN_TOGETHER)

_NAMES: Final[dict[type[Block], str]] = {
    Heading: "a heading",
    List: "a list",
    BlockQuotation: "a quotation",
    Table: "a table",
    RuledLine: "a line to write on",
}
_SIGN_OF_ITEM: Final = (
    r"[ >\u3000]*(?:[–—·・‣▪■●○◦→▶☐□✓✔]|[(（][^\W_]{1,3}[)）]|(?:[^\W\d_]|[ivx]{1,4})\."
    r"|\d{1,2}(?:[、．]|\.(?=[^\W\d_]))|[一二三四五六七八九十]{1,3}[、．]) *\S.*"
)
_LIKE_AN_ITEM: Final = re.compile(rf"^{_SIGN_OF_ITEM}\n{_SIGN_OF_ITEM}", re.MULTILINE)
"""Two lines that begin with signs of lists, which are none here."""
_SIGN: Final = re.compile(r"^ *(?:[-*+•>|#_]|\w{1,9}[.)] )", re.MULTILINE)
"""What any of them begins with."""


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for markup that can't be made, and for numbers that do not count up."""
    yield from misprinted(subject.prose)


def misprinted(prose: Iterable[ProseValue]) -> Iterator[Remark]:
    """The same for the prose of a lesson or a unit."""
    for value in prose:
        # Most prose is one line, which is no list.
        if "\n" not in value.text.strip():
            continue
        if found := _LIKE_AN_ITEM.search(value.text):
            yield Remark(
                RUN_TOGETHER,
                "these lines are printed in one paragraph, one after the other",
                "begin each with `- ` or a number, or part them by blank lines",
                value.path,
                (found.start(), found.start() + len(found[0].split("\n")[0])),
            )
        if not _SIGN.search(value.text):
            continue
        from broadsheet.prose.parse import parse  # it brings Markdown, which most lessons spare

        blocks = parse(value.text).blocks
        if value.in_line:
            yield from _in_a_line(value, blocks)
        else:
            yield from _numbers(value, blocks)


def _in_a_line(value: ProseValue, blocks: Iterable[Block]) -> Iterator[Remark]:
    for block in blocks:
        if not isinstance(block, Paragraph):
            yield Remark(
                IN_A_LINE,
                f"{_NAMES[type(block)]} is not made here: this is printed within a line",
                "write a sentence, or items of their own under this key",
                value.path,
            )
            return


def _numbers(value: ProseValue, blocks: Iterable[Block]) -> Iterator[Remark]:
    for found in _lists(blocks):
        marks = [item.mark for item in found.items]
        stuck = [later for earlier, later in pairwise(marks) if not _follows(earlier, later)]
        if not (found.numbered and stuck):
            continue
        shown = ", ".join(marks[:4]) + " …" * (len(marks) > 4)
        line = re.compile(rf"^[ >]*({re.escape(stuck[0])}) ", re.MULTILINE)
        places = [place.span(1) for place in line.finditer(value.text)]
        yield Remark(
            NUMBERS,
            f"the numbers of this list go {shown} and are printed so",
            "count up; where they number no items, write \\ before each full stop",
            value.path,
            places[-1] if places else None,
        )


def _follows(earlier: str, later: str) -> bool:
    """Tell whether the number or letter of an item is higher than that of the one before."""
    first, second = (
        int(mark[:-1]) if mark[:-1].isdecimal() else ord(mark[0]) for mark in (earlier, later)
    )
    return first < second


def _lists(blocks: Iterable[Block | Item]) -> Iterator[List]:
    for block in blocks:
        match block:
            case List(items=items):
                yield block
                yield from _lists(items)
            case Item(blocks=inner) | BlockQuotation(inner):
                yield from _lists(inner)
