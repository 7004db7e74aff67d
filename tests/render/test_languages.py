"""Lessons in scripts beyond Latin, and lessons that quote in another language: every document."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from tests.once import once
from tests.render.on_page import words_of
from tests.render.test_forms import press

from broadsheet.data import PACKAGE
from broadsheet.findings import Severity
from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.school.paper import Paper

SCRIPTS = Path(__file__).parents[1] / "lessons" / "scripts"
CHINESE = ("zh-Hans", "zh-Hant", "ja")
JAPANESE = {
    "name: English": "name: 日本語",
    '["“", "”", "‘", "’"]': '["「", "」", "『", "』"]',
    "worksheet: Worksheet": "worksheet: 学習シート",
}
"""What makes a locale of the English one; the rest of it stays English, for these tests alone."""


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every document of the lessons on A4, and the standard ones on Letter, by file name."""
    folder = once(tmp_path_factory, "scripts", print_scripts)
    return {file.stem: file for file in folder.glob("out/*/*.pdf")}


def print_scripts(folder: Path) -> None:
    shutil.copytree(SCRIPTS, folder / "lessons")
    (folder / "broadsheet.yaml").write_text("theme: look\n", "utf-8")
    english = (PACKAGE / "locale" / "en.yaml").read_text("utf-8")
    for old, new in JAPANESE.items():
        assert old in english
        english = english.replace(old, new)
    (folder / "look" / "locale").mkdir(parents=True)
    (folder / "look" / "locale" / "ja.yaml").write_text(
        re.sub(r"\{one: (?:\"[^\"]*\"|[^,\"]*), other: ", "{other: ", english), "utf-8"
    )
    lessons = tuple(sorted((folder / "lessons").glob("*.yaml")))
    for editions, paper in ((("all",), Paper("a4")), ((), Paper("letter"))):
        report = build(
            Request(
                files=lessons,
                output=folder / "out",
                editions=editions,
                papers=(paper,),
                today=date(2026, 11, 23),
            )
        )
        assert [each for each in report.findings if each.severity is Severity.ERROR] == []
        assert "off-the-page" not in {each.code for each in report.findings}


def text_of(file: Path) -> str:
    """The words of a PDF as they are read out, without blanks and marks of direction."""
    shown = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, check=True)
    return re.sub(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", shown.stdout.decode())


def fonts_of(file: Path) -> set[str]:
    with pikepdf.open(file) as pdf:
        return {
            str(font.BaseFont).partition("+")[2]
            for page in pdf.pages
            for font in page.Resources.Font.values()
        }


def marked(file: Path) -> Iterator[tuple[str, Any]]:
    """Language and element of each part of the tag tree that has a language of its own."""

    def below(element: Any) -> Iterator[tuple[str, Any]]:
        if not isinstance(element, pikepdf.Dictionary):
            return
        if "/Lang" in element:
            yield str(element.Lang), element
        for kid in element.get("/K", []):
            yield from below(kid)

    with pikepdf.open(file) as pdf:
        yield from below(pdf.Root.StructTreeRoot.K[0])


@pytest.mark.parametrize("lesson", [*CHINESE, "he", "hebrew-in-english"])
def test_every_edition_is_made_on_both_papers(documents: dict[str, Path], lesson: str) -> None:
    of_lesson = {name for name in documents if name.startswith(f"{lesson}-worksheet")}

    assert len(of_lesson) == 8
    assert f"{lesson}-teacher-notes-letter" in documents


@pytest.mark.parametrize(
    ("lesson", "words"),
    [
        ("zh-Hans", "上星期天，我在图书馆的台阶上数到十一个学生。"),
        ("zh-Hans", "“我在图书馆的台阶上数到十一个学生”（第1行）是事实还是主张？请说明理由。"),
        ("zh-Hans", "《一座上锁的图书馆》，本刊编者"),
        ("zh-Hant", "「圖書館是一座城市的客廳」（第5行）"),
        ("zh-Hant", "社論，河畔週報，2024年3月8日。"),
        ("ja", "先週の日曜日、わたしは図書館の階段で十一人の生徒を数えた。"),
        ("zh-Hant", "學習單｜圖書館星期天該不該開門？"),
        ("he", "מותרות"),
    ],
)
def test_what_is_printed_is_read_out_in_the_signs_of_its_language(
    documents: dict[str, Path], lesson: str, words: str
) -> None:
    assert words in text_of(documents[f"{lesson}-worksheet-a4"])


@pytest.mark.parametrize("lesson", CHINESE)
def test_chinese_and_japanese_are_set_in_faces_of_ours_with_a_bold_one(
    documents: dict[str, Path], lesson: str
) -> None:
    of_lesson = {name: fonts_of(documents[name]) for name in documents if name.startswith(lesson)}
    assert of_lesson
    for name, fonts in of_lesson.items():
        assert all(font.startswith(("Broadsheet-", "Atkinson-")) for font in fonts), name
        assert {"Broadsheet-Han", "Broadsheet-Han-Semi-Bold"} <= fonts, name


def test_no_other_lesson_carries_the_large_faces(documents: dict[str, Path]) -> None:
    fonts = fonts_of(documents["he-worksheet-a4"])
    assert fonts
    assert [font for font in fonts if "Han" in font] == []


@pytest.mark.parametrize("lesson", CHINESE)
def test_numbered_lines_of_chinese_keep_within_their_column(
    documents: dict[str, Path], lesson: str
) -> None:
    words = words_of(documents[f"{lesson}-worksheet-a4"])
    notes = next(word for word in words if word.text.startswith(("我的", "My")))
    page = [word for word in words if word.page == notes.page]
    beside = [word for word in page if -10 < word.top - notes.top < 120]
    assert len(beside) > 3
    assert [word for word in beside if word.left < notes.left - 1 and word.right > notes.left] == []


def test_what_is_in_another_language_says_so_in_the_tag_tree(documents: dict[str, Path]) -> None:
    for name in ("hebrew-in-english-worksheet-a4", "hebrew-in-english-teacher-notes-a4"):
        found = list(marked(documents[name]))
        # The text, its title, its outlet, a term, and three quotations; in the notes, where what
        # bears on it stands beside each paragraph, the text has two parts.
        assert [language for language, _ in found] == ["he"] * (7 if "worksheet" in name else 8)


def test_a_document_in_one_language_says_it_once(documents: dict[str, Path]) -> None:
    assert list(marked(documents["zh-Hant-worksheet-a4"])) == []
    with pikepdf.open(documents["zh-Hant-worksheet-a4"]) as pdf:
        assert str(pdf.Root.Lang) == "zh-TW"


def test_a_quotation_keeps_its_order_among_words_of_the_other_direction(
    documents: dict[str, Path],
) -> None:
    words = words_of(documents["hebrew-in-english-worksheet-a4"])
    (figure,) = (word for word in words if "240,000”" in word.text)
    line = [word.text for word in words if word.is_beside(figure)]
    at = line.index("about")

    # Seen from the left; Poppler gives the letters of a word as they stand on the page.
    assert line[at : at + 5] == ["about", "“הנשב", "ח״ש", "240,000”", "(line"]


def test_the_same_lesson_gives_the_same_bytes(documents: dict[str, Path], tmp_path: Path) -> None:
    lesson = SCRIPTS / "zh-Hant.yaml"
    for folder in ("one", "two"):
        build(Request(files=(lesson,), output=tmp_path / folder, today=date(2026, 11, 23)))
    name = Path("zh-Hant") / "zh-Hant-worksheet-a4.pdf"

    assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    assert (tmp_path / "one" / name).read_bytes() == documents[name.stem].read_bytes()


@pytest.mark.parametrize(
    ("lesson", "typed"),
    [
        ("zh-Hans", "为什么，12 abc?"),
        ("zh-Hant", "圖書館 é"),
        ("ja", "なぜですか。カナ"),
        ("he", "למה? 12 abc"),
        ("hebrew-in-english", "Why, naïve"),
    ],
)
def test_a_field_shows_what_is_typed_in_the_script_of_its_lesson(
    documents: dict[str, Path], lesson: str, typed: str, tmp_path: Path
) -> None:
    file = documents[f"{lesson}-worksheet-fillable-a4"]
    shown = set(shown_in_fields(file, typed, tmp_path / "typed.pdf"))

    assert shown == {"".join(sorted(typed))}


def shown_in_fields(file: Path, typed: str, saved: Path) -> Iterator[str]:
    """Type into the first page's fields in Chrome's viewer, and give the letters that it draws."""
    viewer = pypdfium2.PdfDocument(file)
    viewer.init_forms()
    keys, page = viewer.formenv, viewer[0]
    with pikepdf.open(file) as pdf:
        for field in list(pdf.pages[0].Annots):
            if field.get("/FT") == "/Tx":
                left, low, right, high = (float(edge) for edge in field.Rect)
                press(page, keys, 0, (left + right) / 2, (low + high) / 2)
                for letter in typed:
                    pdfium.FORM_OnChar(keys, page, ord(letter), 0)
                pdfium.FORM_ForceToKillFocus(keys)
    viewer.save(saved)
    viewer.close()
    with pikepdf.open(saved) as pdf:
        for field in list(pdf.pages[0].Annots):
            if field.get("/FT") == "/Tx":
                yield "".join(sorted(drawn(field.AP.N)))


def drawn(stream: Any) -> Iterator[str]:
    """The letters of a stream, by the tables of the faces that draw them."""
    table: dict[int, str] = {}
    steps: Any = pikepdf.parse_content_stream(stream)
    for operands, operator in steps:
        if str(operator) == "Tf":
            table = letters_of(stream.Resources.Font[str(operands[0])])
        elif str(operator) == "Tj":
            codes = bytes(operands[0])
            yield from (
                table.get(int.from_bytes(codes[at : at + 2], "big"), "\ufffd")
                for at in range(0, len(codes), 2)
            )


def letters_of(font: Any) -> dict[int, str]:
    """The letter of each glyph of a face."""
    cmap = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(r"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>\n", cmap)
    return {int(code, 16): bytes.fromhex(letters).decode("utf-16-be") for code, letters in pairs}


def test_a_foreign_title_is_marked_and_a_regional_form_is_not() -> None:
    from broadsheet.compose.foreign import is_foreign

    assert is_foreign("he", "en")
    assert is_foreign("zh-Hant", "zh-Hans")
    assert not is_foreign("en", "en-GB")
    assert not is_foreign("zh-TW", "zh-Hant")
    assert not is_foreign(None, "en")
