"""Does the author know what becomes of the lines and marks of an excerpt without a form?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.lesson.models import source_path

LINES_LOST: Final = Rule(
    code="line-ends-lost",
    severity=Severity.ADVICE,
    what="Lines that look like verse, an address or a signature will run together.",
    why="An excerpt is prose until its `form` says otherwise: its lines are joined and numbered "
    "anew. Verse is numbered by its own lines, and a letter's signature stands by itself.",
    bad="excerpt: |\n  I remain, Sir,\n  Your obedient servant,\n  A. RATEPAYER",
    good="form: mixed\nexcerpt: |\n  | I remain, Sir,\n  | Your obedient servant,\n  | A. R.",
)

MARKUP: Final = Rule(
    code="markup-in-excerpt",
    severity=Severity.ADVICE,
    what="Something in the excerpt looks like Markdown and will be printed as it stands.",
    why="In an excerpt what you type is what is printed: the source may have these very signs. "
    "With `form: mixed` a line that begins with `## `, `- ` or `> ` is a sub-heading, an item of a "
    "list or a quotation set apart, and `*words*` are emphasised.",
    bad="excerpt: |\n  ## What it will cost",
    good="form: mixed\nexcerpt: |\n  ## What it will cost",
)

RULES: Final = (LINES_LOST, MARKUP)

_MARKUP: Final = re.compile(
    r"^[ \t]*(?:\#{1,6}[ ]+\S|[-*+•][ ]+\S|>[ ]?\S|\|[ ]+\S)"
    r"|(?<![\w*])(?P<stars>\*{1,2})(?![\s*])[^*\n]+(?<!\s)(?P=stars)(?![\w*])"
    r"|(?<![\w_])_(?![\s_])[^_\n]+(?<!\s)_(?![\w_])"
    r"|\]\(https?://",
    re.MULTILINE,
)
_BLOCK: Final = re.compile(r"^[^\S\n]*\S.*(?:\n[^\S\n]*\S.*)*", re.MULTILINE)
_SLACK: Final = 12
"""A line that leaves so much room for the next word, in characters, was ended on purpose."""
_SHORT: Final = 45
"""Two lines are enough to tell by, if both have fewer characters."""
_SENTENCE_ENDS: Final = tuple(".?!:;。？！…”»\"'")


def check(subject: Subject) -> Iterator[Remark]:
    """Yield at most one remark of each kind for an excerpt whose form is not said."""
    for label, source in subject.lesson.texts.items():
        if source.form is not None:
            continue
        path = (*source_path(label), "excerpt")
        if found := _MARKUP.search(source.excerpt):
            sign = " ".join(found[0].split())
            yield Remark(
                MARKUP,
                f"“{sign}” looks like Markdown, and is printed as it stands",
                "write `form: mixed` beside `excerpt` to have it set, or `form: prose` if it is "
                "the source's own",
                path,
                found.span(),
            )
        if block := _with_own_lines(source.excerpt):
            yield Remark(
                LINES_LOST,
                "the line ends of this paragraph will be lost",
                "write `form: verse` beside `excerpt` to keep every line, `form: mixed` and `| ` "
                "before each line that is to be kept, or `form: prose` to run them together",
                path,
                block.span(),
            )


def _with_own_lines(excerpt: str) -> re.Match[str] | None:
    """The first paragraph whose lines end well before the longest line of the excerpt does."""
    width = max(map(len, excerpt.split("\n")), default=0)
    return next((block for block in _BLOCK.finditer(excerpt) if _is_verse(block[0], width)), None)


def _is_verse(block: str, width: int) -> bool:
    lines = [line.rstrip() for line in block.split("\n")]
    if len(lines) < 2 or _MARKUP.match(block):
        return False
    early = [
        len(line) + 1 + len(following.split(maxsplit=1)[0]) + _SLACK <= width
        for line, following in pairwise(lines)
    ]
    if all(line.endswith(_SENTENCE_ENDS) for line in lines) and min(map(len, lines)) > _SHORT:
        return False  # written with a line for each sentence
    if len(lines) == 2:
        return early[0] and max(map(len, lines)) < _SHORT
    # Where all lines are short, no line tells how wide the others might have been.
    narrow = max(map(len, lines)) < 1.5 * _SHORT and width < 1.5 * _SHORT
    return 3 * sum(early) >= 2 * len(early) or narrow
