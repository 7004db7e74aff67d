"""Our own faces set every page; a machine's are used where ours have no glyph, and never a box."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from html import escape
from pathlib import Path

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from tools.make_fonts import coverage_table

from broadsheet.compose.document import Composed
from broadsheet.locale.labels import labels_for
from broadsheet.render.html.page import Page
from broadsheet.render.html.templates import page_of
from broadsheet.render.manuscript import manuscript
from broadsheet.render.pdf.layout import lay_out
from broadsheet.school.paper import Paper
from broadsheet.theme import OURS, Theme
from broadsheet.theme.coverage import uncovered
from broadsheet.theme.look import Look, ThemeError, look_of

LESSONS = Path(__file__).parents[1] / "lessons"
SCRIPTS = "Hello, Ελληνικά, Українська, עברית, العربية: ☐ ✓ → ½ ′ №"
OURS_BEGIN = ("Atkinson-", "Broadsheet-", "Noto-Serif-Hebrew")


def page(text: str, look: Look | None = None, *, system_fonts: bool = False) -> Page:
    """A page with some text in it, upright, bold and slanted."""
    text = escape(text)
    html = f"<html lang=en><title>-</title><h1>{text}</h1><p>{text} <b>{text}</b> <i>{text}</i>"
    return Page(html, "worksheet.css", "", ("-",), False, {}, look or Look(), system_fonts)


def fonts_in(data: bytes) -> set[str]:
    """Names of the fonts embedded in a PDF, without the marks of their subsets."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {
            str(font.BaseFont).partition("+")[2]
            for sheet in pdf.pages
            for font in sheet.Resources.Font.values()
        }


def are_ours(fonts: set[str]) -> bool:
    """Tell whether there are fonts, and none but ours."""
    return bool(fonts) and all(name.startswith(OURS_BEGIN) for name in fonts)


def school_look(folder: Path, fonts_css: str) -> Look:
    (folder / "styles").mkdir(parents=True)
    (folder / "styles" / "fonts.css").write_text(fonts_css, "utf-8")
    return look_of(Theme.over(folder))


def test_the_table_of_characters_is_the_one_of_the_fonts() -> None:
    fonts = [file.read_bytes() for file in sorted((OURS / "fonts").glob("*.ttf"))]

    assert (OURS / "fonts" / "coverage.json").read_bytes() == coverage_table(fonts)
    han = [file.read_bytes() for file in sorted((OURS / "fonts").glob("*.otf"))]
    assert (OURS / "fonts" / "han.json").read_bytes() == coverage_table(han)


@pytest.mark.parametrize(
    "style",
    [
        "font-family: var(--text)",
        "font-family: 'Broadsheet Sans'; font-style: italic; font-weight: 600",
        "font-family: 'Atkinson Hyperlegible Next'",
    ],
)
def test_every_character_of_the_table_prints_in_every_face(style: str) -> None:
    every = {chr(code) for code in range(0x20000) if not 0xD800 <= code < 0xE000}
    printable = sorted(every - uncovered(every))
    carried = (f"◌{c}" if unicodedata.category(c) == "Mn" else escape(c) for c in printable)
    html = f'<html lang=en><title>-</title><h1>-</h1><p style="{style}">{" ".join(carried)}'

    rendered = lay_out(Page(html, "worksheet.css", "", ("-",), False, {}, Look(), han=True))

    assert len(printable) > 12000
    assert are_ours(fonts_in(rendered.data))


def test_a_page_whose_characters_we_have_embeds_our_faces_alone() -> None:
    assert are_ours(fonts_in(lay_out(page(SCRIPTS)).data))


def test_our_faces_stay_first_where_the_machines_fonts_are_allowed() -> None:
    assert are_ours(fonts_in(lay_out(page(SCRIPTS, system_fonts=True)).data))


def test_a_page_is_isolated_again_after_one_with_the_machines_fonts() -> None:
    before = lay_out(page(SCRIPTS)).data
    lay_out(page(SCRIPTS, system_fonts=True))

    assert lay_out(page(SCRIPTS)).data == before


def test_laying_out_leaves_the_machines_fonts_to_whoever_is_started_next() -> None:
    before = dict(os.environ)
    lay_out(page(SCRIPTS))
    lay_out(page(SCRIPTS, system_fonts=True))

    assert dict(os.environ) == before


def test_what_is_made_for_one_document_is_put_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(page(SCRIPTS))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    lay_out(page(SCRIPTS, system_fonts=True))

    assert list(tmp_path.iterdir()) == []


def test_a_box_is_never_printed_in_silence() -> None:
    with pytest.raises(ThemeError, match=r"no font has a glyph for 한 \(U\+D55C\) and ไ"):
        lay_out(page("한ไ"))


@pytest.mark.parametrize(
    ("words", "allowed"), [(SCRIPTS, False), ("한국", True), ("Tom & Jerry, ½ < 1", False)]
)
def test_only_a_page_with_characters_we_lack_may_use_the_machines_fonts(
    tmp_path: Path, words: str, allowed: bool
) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "notice.html").write_text("<p>{{ title }}</p>", "utf-8")
    notice = Composed("notice", labels_for("en"), title=words, summary="", sections=())

    sent = manuscript(notice, Paper.A4, look_of(Theme.over(tmp_path)), tmp_path)
    assert page_of(sent).system_fonts is allowed


def test_a_style_sheet_without_a_font_is_a_fault_of_the_theme_and_ends_no_process(
    tmp_path: Path,
) -> None:
    look = school_look(tmp_path, "body { color: black }")

    with pytest.raises(ThemeError, match="no font to print with") as caught:
        lay_out(page("Hello", look))

    assert caught.value.file == "styles/fonts.css"


def test_a_font_that_is_not_there_is_a_fault_of_the_theme_and_ends_no_process(
    tmp_path: Path,
) -> None:
    look = school_look(tmp_path, "@font-face { font-family: X; src: url(../fonts/no.ttf) }")

    with pytest.raises(ThemeError, match="'X' cannot be loaded"):
        lay_out(page("Hello", look))


def test_a_schools_font_of_the_same_name_comes_before_ours(tmp_path: Path) -> None:
    ours = lay_out(page("Hello")).data
    name = "broadsheet-serif-semibold.ttf"
    (tmp_path / "fonts").mkdir()
    shutil.copy(OURS / "fonts" / "broadsheet-sans-regular.ttf", tmp_path / "fonts" / name)

    assert lay_out(page("Hello", look_of(Theme.over(tmp_path)))).data != ours


def font_with(file: Path, characters: str) -> None:
    """Make a font that has a black square for each character."""
    pen = TTGlyphPen(None)
    for place in ((0, 0), (0, 800), (800, 800), (800, 0)):
        (pen.lineTo if pen.points else pen.moveTo)(place)
    pen.closePath()
    square = pen.glyph()
    names = [".notdef", *(f"u{ord(character):04X}" for character in characters)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(dict(zip(map(ord, characters), names[1:], strict=True)))
    builder.setupGlyf(dict.fromkeys(names, square))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Squares", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(file)


def built_on_a_machine_with(folder: Path, characters: str) -> subprocess.CompletedProcess[str]:
    """Build the lesson by 한강 where one font is installed that is said to have its characters."""
    (folder / "fonts").mkdir()
    (folder / "bin").mkdir()
    font_with(folder / "fonts" / "squares.ttf", characters)
    command = folder / "bin" / "fc-list"
    command.write_text("#!/bin/sh\nprintf 'TrueType\\tSquares\\tac00-d7a3\\n'\n", "utf-8")
    command.chmod(0o755)
    configuration = folder / "fonts.conf"
    configuration.write_text(
        f"<fontconfig><dir>{folder / 'fonts'}</dir>"
        f"<cachedir>{folder / 'cache'}</cachedir></fontconfig>"
    )
    lesson = LESSONS / "bad" / "glyph-missing.yaml"
    return subprocess.run(
        [sys.executable, "-m", "broadsheet", "build", str(lesson), "-o", str(folder / "made")],
        capture_output=True,
        text=True,
        check=False,
        env={
            **os.environ,
            "FONTCONFIG_FILE": str(configuration),
            "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        },
    )


def test_an_installed_font_prints_what_our_faces_lack(tmp_path: Path) -> None:
    result = built_on_a_machine_with(tmp_path, "한강")

    assert result.returncode == 0, result.stderr
    for file in (tmp_path / "made").rglob("*.pdf"):
        foreign = {n for n in fonts_in(file.read_bytes()) if not n.startswith(OURS_BEGIN)}
        assert foreign == {"Squares"}


def test_a_font_that_lacks_what_it_was_said_to_have_stops_the_document(tmp_path: Path) -> None:
    result = built_on_a_machine_with(tmp_path, "한")

    assert result.returncode == 1
    assert "no font has a glyph for 강 (U+AC15)" in result.stderr
    assert not list((tmp_path / "made").rglob("*.pdf"))
