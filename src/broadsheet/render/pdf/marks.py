"""What each glyph of a letter with marks says, to whoever reads the text of a PDF.

A letter and marks that HarfBuzz sets in another order than they were typed are one cluster.
WeasyPrint tells all words of a cluster with the glyph that comes first, and none with the others;
what a glyph has told once, it tells everywhere. From right to left the first one is a mark: of
«شيئًا» the letter ئ was lost, and whatever else had that mark was read with a ئ that is not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import groupby
from operator import itemgetter
from typing import Any
from unicodedata import combining

from fontTools.ttLib import TTFont
from weasyprint.draw import text
from weasyprint.text.ffi import ffi, pango


@contextmanager
def marks_told() -> Iterator[None]:
    """While this holds, letters and marks are told each by a glyph of its own, as far as they go.

    The function that is changed has no public name.
    """
    draw = text.draw_first_line
    glyphs_of: dict[str, Mapping[int, int]] = {}

    def with_marks(stream: Any, box: Any, *arguments: Any, **named: Any) -> Any:
        if any(map(combining, box.text)):
            for words, glyphs, font in _clusters(stream, box.pango_layout):
                if font.hash not in glyphs_of:
                    glyphs_of[font.hash] = _glyphs(font)
                for glyph, said in shared_out(words, glyphs, glyphs_of[font.hash]).items():
                    font.to_unicode.setdefault(glyph, said)
        return draw(stream, box, *arguments, **named)

    text.draw_first_line = with_marks
    try:
        yield
    finally:
        text.draw_first_line = draw


def shared_out(words: str, glyphs: Sequence[int], of_font: Mapping[int, int]) -> dict[int, str]:
    """Share the words of a cluster out among its glyphs, in the order in which they are written.

    A mark is told by the glyph that its font has for it, if that is there. What is left are letters
    for the first of the other glyphs, and marks for the last one: several may be drawn as one.
    """
    own = {of_font.get(ord(sign)): sign for sign in words if combining(sign)}
    said = {glyph: own[glyph] for glyph in glyphs if glyph in own}
    others = [glyph for glyph in glyphs if glyph not in said]
    left = [sign for sign in words if sign not in said.values()]
    for sign in left if others else []:
        glyph = others[-1 if combining(sign) else 0]
        said[glyph] = said.get(glyph, "") + sign
    return said


def _clusters(stream: Any, layout: Any) -> Iterator[tuple[str, list[int], Any]]:
    """The words, the glyphs and the font of each cluster of several glyphs on a first line."""
    words = layout.text.encode()
    run = layout.get_first_line()[0].runs[0]
    while run != ffi.NULL:
        item, drawn, run = run.data.item, run.data.glyphs, run.next
        font, _size = stream.add_font(item.analysis.font)
        glyphs = [(drawn.log_clusters[i], drawn.glyphs[i].glyph) for i in range(drawn.num_glyphs)]
        if any(glyph >= pango.PANGO_GLYPH_EMPTY for _, glyph in glyphs):
            continue  # no font has some of them: WeasyPrint says so, and the document is refused
        if item.analysis.level % 2:  # from right to left
            glyphs.reverse()
        clusters = [(at, [one for _, one in of]) for at, of in groupby(glyphs, itemgetter(0))]
        ends = [*(at for at, _ in clusters[1:]), item.length]
        for (at, of_cluster), end in zip(clusters, ends, strict=True):
            if len(of_cluster) > 1:
                yield words[item.offset + at : item.offset + end].decode(), of_cluster, font


def _glyphs(font: Any) -> dict[int, int]:
    """The glyph that a font has for each code point by itself."""
    with TTFont(BytesIO(font.file_content), fontNumber=font.index, lazy=True) as read:
        return {code: read.getGlyphID(name) for code, name in read.getBestCmap().items()}
