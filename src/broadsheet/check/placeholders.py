"""Does every work have a title of its own, or one that only keeps its place?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.check.works import works
from broadsheet.findings import Remark, Rule, Severity

PLACEHOLDER: Final = Rule(
    code="placeholder-title",
    severity=Severity.WARNING,
    what="A work has words that only keep the place of its title, such as “[Report of 21 "
    "September]”, “Untitled” or “TBD”, or “N.N.” for its author.",
    why="Nobody can look it up by them: a bracket around a title says that whoever wrote it had "
    "not seen one. A work that never had a title is called what it is, with its number or its day.",
    bad='cite: {title: "[Report of 21 September]", publisher: The Gazette, date: 1922-09-21}',
    good="cite: {title: A second bridge, publisher: The Gazette, date: 1922-09-21}\n"
    "# of a work without a title: {title: Minutes of the council, date: 1922-09-19}",
)

RULES: Final = (PLACEHOLDER,)

_ALL_IN_BRACKETS: Final = re.compile(r"\[[^\[\]]*\]|<[^<>]*>|\{[^{}]*\}")
_WAITS: Final = re.compile(r"\b(?:TB[ACD]|FIXME)\b|\b(?i:title to (?:be|follow))\b")
_WORD: Final = re.compile(r"[^\W_]+")
_NO_TITLE: Final = frozenset(
    phrase
    for line in (
        "untitled; no title; title; title unknown; unknown title; unknown; n a; none; xxx; todo",
        "to be added; to be confirmed; to be announced; to follow; n n; nn; nomen nescio",
        "sans titre; titre; titre inconnu; inconnu; à compléter; à venir",
        "sin título; título; título desconocido; desconocido; por completar; por confirmar",
        "ohne titel; o t; titel; titel unbekannt; unbekannt; folgt; wird ergänzt; noch zu ergänzen",
        "без назви; назва; назва невідома; невідомо; буде додано",
        "بلا عنوان; بدون عنوان; العنوان; غير معروف; ללא כותרת; כותרת; 无题; 無題; 标题; 標題",
    )
    for phrase in line.split("; ")
)
_NOBODY: Final = frozenset({"n n", "nn", "nomen nescio", "tbd", "tba", "tbc", "xxx", "todo"})


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each work whose title, or author, only keeps a place."""
    for path, _, work in works(subject):
        if _keeps_a_place(work.title):
            yield Remark(
                PLACEHOLDER,
                f"“{work.title}” is no title by which a reader could find the work",
                "write the title as published, or what the work is, with its number or its day",
                (*path, "title"),
            )
        if work.author and _bare(work.author) in _NOBODY:
            yield Remark(
                PLACEHOLDER,
                f"“{work.author}” names no author",
                "leave `author` out where the work names none",
                (*path, "author"),
            )


def _keeps_a_place(title: str) -> bool:
    bare = _bare(title)
    return bool(
        not bare
        or bare in _NO_TITLE
        or _ALL_IN_BRACKETS.fullmatch(title.strip())
        or _WAITS.search(title)
    )


def _bare(words: str) -> str:
    """The words in small letters, without signs: “N. N.” and “(n.n.)” are one."""
    return " ".join(_WORD.findall(words.casefold()))
