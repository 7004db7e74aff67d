"""Lines are as full with something inline in them as without."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.render.on_page import printed_lines, words_of

from broadsheet.render.html.page import Page
from broadsheet.render.pdf.layout import lay_out
from broadsheet.theme.look import Look

BEFORE = "too it’s because the local"
AFTER = "shops can’t repair the new computerized cars."
NUMBER = '<a style="position: absolute"></a>'
WIDTHS = [each / 50 for each in (*range(4620, 4640), *range(8040, 8056))]
"""In millimetres: the first are too narrow for a blank after “local”, the others for a hair more
than “repair”."""


def printed(text: str, folder: Path, widths: Iterable[float] = WIDTHS) -> list[str]:
    """The printed lines of a text that is set in each of the widths."""
    paragraphs = "".join(f'<p style="width: {width}mm">{text}</p>' for width in widths)
    page = Page(
        html=f"<html lang=en><title>Lines</title><h1>Lines</h1>{paragraphs}",
        sheet="worksheet.css",
        style="html { font: 24pt Atkinson Hyperlegible Next }",
        foot=("",),
        right_to_left=False,
        images={},
        look=Look(),
    )
    pdf = folder / f"{len(text)}.pdf"
    pdf.write_bytes(lay_out(page).data)
    return [" ".join(word.text for word in line) for line in printed_lines(words_of(pdf))]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(f"{BEFORE}{NUMBER} {AFTER}", id="a number that stands in the margin"),
        pytest.param(f"{BEFORE} <u>{AFTER}</u>", id="a word that is underlined"),
        pytest.param(f"<u>{BEFORE} </u>{AFTER}", id="underlined words that end with a blank"),
    ],
)
def test_nothing_inline_ends_a_line_before_it_is_full(marked: str, tmp_path: Path) -> None:
    assert printed(marked, tmp_path) == printed(f"{BEFORE} {AFTER}", tmp_path)


def test_a_line_that_is_a_hair_too_wide_and_ends_with_a_blank_is_not_broken_before(
    tmp_path: Path,
) -> None:
    words = "prouvait la trahison. Que devrait-il ajouter sur "
    lines = printed(f"{words}<span>« une pièce »</span>", tmp_path, [167.9])
    assert lines[1:] == [words.strip(), "« une pièce »"]
