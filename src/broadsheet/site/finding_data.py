"""What the script of the front page searches and filters by, as a script of its own.

A page opened from a stick or a share may not fetch a file, but it may load a script.
"""

from __future__ import annotations

import json
from typing import Any, Final

from broadsheet.prose.walk import visible
from broadsheet.site.lists import lists_of
from broadsheet.site.values import LessonPage, Site

_TITLE, _TOPIC, _SUMMARY, _REST = 8, 5, 3, 1
"""How much a word weighs, by where it stands."""

_NAME: Final = "broadsheetLessons"


def finding_data(site: Site) -> bytes:
    """A script that holds for each lesson, in the order of the page, its words and headings."""
    under: dict[str, dict[str, list[str]]] = {lesson.slug: {} for lesson in site.lessons}
    for phrase, groups in lists_of(site):
        for heading in (each for group in groups for each in group.headings):
            for lesson in heading.lessons:
                under[lesson.slug].setdefault(phrase, []).append(heading.key)
    lessons = [{"under": under[each.slug], "words": _words(each)} for each in site.lessons]
    # Letters beyond ASCII are escaped, so that no server can name a wrong encoding for them.
    return f"window.{_NAME} = {json.dumps(lessons, separators=(',', ':'))};\n".encode("ascii")


def _words(page: LessonPage) -> list[list[Any]]:
    pieces = [
        words
        for piece in page.pieces
        for words in (visible(piece.title), piece.author, visible(piece.outlet), piece.genre)
    ]
    rest = [*pieces, page.level.text, page.language, *(norm.code for norm in page.norms)]
    return [
        [_TITLE, page.title.text],
        [_TOPIC, "\n".join(page.topics)],
        [_SUMMARY, page.summary.text],
        [_REST, "\n".join(rest)],
    ]
