"""The text that is read out of a document is the text that was composed for it, word for word."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from itertools import filterfalse, product
from pathlib import Path

import pytest
from tests.printed import LESSONS, OTHERS, ROOMS, ROOT, UNITS, WHOLLY, html_of, orders_of, said_in
from tests.render.on_page import words_of
from tests.render.readback import composed_pieces, read_aloud, read_pieces
from tests.render.sheets import FLAGSHIP, PAIR

from broadsheet.compose.setting import Setting
from broadsheet.compose.sheet import Lens, Reading
from broadsheet.compose.worksheet import worksheet
from broadsheet.render.html.prose import words_of as words_of_prose
from broadsheet.render.rules import OFF_THE_PAGE
from broadsheet.theme import Theme

pytestmark = pytest.mark.no_cover
"""What is composed here was composed and counted elsewhere, and letters are many."""

PAPERS = ("a4", "letter")
DOCUMENTS = (
    "teacher-notes",
    *(f"worksheet-{name}".removesuffix("-standard") for name in Theme().editions),
)
RIGHT_TO_LEFT = {"ar", "he"}
ARABIC = ROOT / "lessons" / "al-muqtabas-1906.yaml"


def told(pieces: Iterable[str]) -> str:
    """Letters alone, without the hyphens at ends of lines and whether they are capitals."""
    return "".join("".join(pieces).split()).replace("-", "").casefold()


def letters(pieces: Iterable[str]) -> Counter[str]:
    """The letters of every word, and every mark and Latin letter, and how often."""
    words = [word.casefold() for piece in pieces for word in piece.split()]
    bare = Counter("".join(sorted(filterfalse(_is_sign, word))) for word in words)
    del bare[""]
    return bare + Counter(sign for word in words for sign in word if _is_sign(sign))


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS" or character.isascii()


def assert_same(html: str, read: list[str], language: str) -> None:
    composed = composed_pieces(html)
    if language in RIGHT_TO_LEFT:
        # Glyphs follow each other from left to right: a word has its letters in another order, and
        # a mark beside a Latin word stands at its other end; addresses are parted anywhere.
        assert letters(read) == letters(composed)
        return
    # Where two pages share a row, too: its text is read to the end before what stands beside it.
    assert told(read) == told(composed)


@pytest.mark.parametrize(
    ("lesson", "document", "paper"),
    [
        *product([*LESSONS, ROOMS], DOCUMENTS, ["a4"]),
        *product(WHOLLY, DOCUMENTS, ["letter"]),
        *product(OTHERS, ("teacher-notes", "worksheet", "worksheet-core"), ["letter"]),
    ],
    ids=lambda value: value if isinstance(value, str) else value.stem,
)
def test_a_document_says_what_was_composed(
    printed: Path, lesson: Path, document: str, paper: str
) -> None:
    order = orders_of(lesson, printed)[f"{lesson.stem}-{document}-{paper}.pdf"]
    (html,) = html_of(order)
    assert_same(html, read_pieces(order.target), order.of_lesson.lesson.language)


@pytest.mark.parametrize(
    ("unit", "whose", "paper"),
    [*product(UNITS, ("student", "teacher"), PAPERS)],
    ids=lambda value: value if isinstance(value, str) else value.stem,
)
def test_a_booklet_says_what_its_front_and_its_parts_do(
    printed: Path, unit: Path, whose: str, paper: str
) -> None:
    order = orders_of(unit, printed)[f"{unit.stem}-{whose}-booklet-{paper}.pdf"]
    read = told(read_pieces(order.target))
    front, *parts = (told(composed_pieces(html)) for html in html_of(order))
    at = read.index(parts[0][:40])
    assert re.sub(r"\d", "", read[:at]) == re.sub(r"\d", "", front), "but for numbers of pages"
    for part in parts:
        assert read.startswith(part[:40], at)
        assert Counter(part) == Counter(read[at : at + len(part)])
        at += len(part)
    assert at == len(read)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda file: file.stem)
@pytest.mark.parametrize("document", ["worksheet", "worksheet-large-print-24", "teacher-notes"])
def test_a_document_under_a_schools_head_says_what_was_composed(
    printed_with_head: Path, lesson: Path, document: str
) -> None:
    copied = printed_with_head / "lessons" / lesson.name
    every = orders_of(copied, printed_with_head / "output")
    order = every[f"{lesson.stem}-{document}-letter.pdf"]
    (html,) = html_of(order)
    assert_same(html, read_pieces(order.target), order.of_lesson.lesson.language)


@pytest.mark.parametrize("name", Theme().editions)
@pytest.mark.parametrize("lesson", [FLAGSHIP, PAIR], ids=lambda file: file.stem)
def test_no_blank_between_two_words_is_lost_to_who_hears_them(
    printed: Path, lesson: Path, name: str
) -> None:
    document = f"worksheet-{name}".removesuffix("-standard")
    order = orders_of(lesson, printed)[f"{lesson.stem}-{document}-a4.pdf"]
    setting = Setting.of(order.of_lesson.lesson, {})
    heard = read_aloud(order.target).replace("- ", "-")  # where a line ended with it
    said: list[str] = []
    for section in worksheet(setting, order.set_in).sections:
        match section:
            case Reading(text):
                said += ["".join(f"{line.text} " for line in it.lines) for it in text.paragraphs]
            case Lens(_, questions):
                said += [words_of_prose(each.ask, setting.labels) for each in questions]
    assert said
    for words in said:
        assert " ".join(words.split()).replace("- ", "-") in heard


def test_nothing_of_ours_is_off_the_page(printed: Path, printed_with_head: Path) -> None:
    said = [*said_in(printed), *said_in(printed_with_head)]
    assert said
    assert [each for each in said if each.code == OFF_THE_PAGE.code] == []


@pytest.mark.parametrize(
    "lesson", [file for file in (*LESSONS, ROOMS) if file != ARABIC], ids=lambda file: file.stem
)
def test_no_foot_says_more_of_a_title_than_it_has(printed: Path, lesson: Path) -> None:
    every = {
        name: order for name, order in orders_of(lesson, printed).items() if order.target.exists()
    }
    assert len(every) == len(DOCUMENTS) + (len(DOCUMENTS) if lesson in WHOLLY else 3)
    for name, order in every.items():
        words = words_of(order.target)
        height = 792 if "letter" in name else 842
        foot = [word.text for word in words if word.page == 0 and word.bottom > height - 46]
        title = " ".join(order.of_lesson.lesson.title.split())
        shown = re.split(r" · |｜", " ".join(foot))[-1].rpartition(" 1 / ")[0]
        assert shown
        assert title.startswith(shown.removesuffix("…"))
