"""Blanks that stand by themselves, drawn like those among words.

A blank between two elements, such as an emphasised word and one that is explained, is a box of its
own. WeasyPrint draws no box of blanks alone: who reads the words behind the page, as a screen
reader does, would hear two words as one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.draw import text
from weasyprint.formatting_structure.boxes import TextBox


class _Drawn(str):
    """A blank that WeasyPrint takes for words, since nothing can be stripped of it."""

    __slots__ = ()

    def strip(self, _characters: str | None = None, /) -> str:
        return self


@contextmanager
def blanks_drawn() -> Iterator[None]:
    """While this holds, boxes of one blank are drawn; the function has no public name."""
    draw = text.draw_first_line

    def with_blank(stream: Any, box: Any, *arguments: Any, **named: Any) -> Any:
        # Letters of an SVG picture come in a box of another kind, whose words can't be set.
        if not isinstance(box, TextBox) or box.text != " ":
            return draw(stream, box, *arguments, **named)
        words, box.text = box.text, _Drawn(box.text)
        try:
            return draw(stream, box, *arguments, **named)
        finally:
            box.text = words

    text.draw_first_line = with_blank
    try:
        yield
    finally:
        text.draw_first_line = draw
