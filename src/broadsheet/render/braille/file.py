"""From a document as it arrives to a file that a braille display reads and an embosser takes."""

from __future__ import annotations

from typing import Final

from broadsheet.render.arrived import labels_of
from broadsheet.render.braille.louis import translated
from broadsheet.render.braille.pages import paged
from broadsheet.render.braille.sections import passages_of
from broadsheet.render.manuscript import BookletManuscript, Manuscript
from broadsheet.render.renderer import Rendered
from broadsheet.theme.look import ThemeError

_MOST: Final = 999
"""Most pages of a document."""


def render(manuscript: Manuscript | BookletManuscript) -> Rendered:
    """Set a document in braille. Raises LouisMissingError where liblouis can't help."""
    if isinstance(manuscript, BookletManuscript):
        raise ThemeError("a booklet is not made in braille")
    labels = labels_of(manuscript.document.labels)
    passages = list(passages_of(manuscript.document, labels))
    runs = [run for each in passages for run in each.runs]
    numbers = [(labels.language, str(page)) for page in range(1, _MOST + 1)]
    words = [(run.language, run.words) for run in runs]
    lines = [(run.language, run.number) for run in runs if run.number]
    cells = translated([*words, *lines, *numbers])
    pages = paged(passages, cells, (cells[each] for each in numbers))
    text = "\f".join("".join(f"{line}\r\n" for line in page) for page in pages)
    return Rendered(text.encode("ascii"))
