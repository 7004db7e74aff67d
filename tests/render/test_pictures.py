"""The picture of a source on the page: with its text, described, credited, pointed at."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pikepdf
import pytest
from tests.once import once
from tests.render.on_page import words_of
from tests.render.test_pages import text_of
from tests.tag_tree import tag_tree

from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.school.paper import Paper

LESSON = Path(__file__).parents[1] / "lessons" / "near" / "picture-not-free.yaml"
ALT = "A narrow bridge with eleven wagons on it; below, on the bank, eight people wait in a row."
NAMES = ("worksheet", "worksheet-supported", "worksheet-large-print", "teacher-notes")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory, "pictures", print_pictures) / LESSON.stem


def print_pictures(folder: Path) -> None:
    editions = ["standard", "supported", "large-print"]
    build(Request([LESSON], folder, date(2026, 11, 26), [Paper.A4], editions))


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_a_figure_that_says_what_it_shows_before_the_text(
    built: Path, name: str
) -> None:
    pdf = built / f"{LESSON.stem}-{name}-a4.pdf"
    figures = [tag for tag in tag_tree(pdf).walk() if tag.name == "Figure"]
    heard = tag_tree(pdf).words()

    assert len(figures) == 1
    assert alternatives(pdf) == [ALT]
    assert heard.index("printed with permission") < heard.index("Let the council wait")


def alternatives(pdf: Path) -> list[str]:
    """What the figures of a PDF say to who can't see them."""
    with pikepdf.open(pdf) as opened:
        return [
            str(each.Alt)
            for each in opened.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        ]


def test_a_picture_stands_on_the_page_of_its_first_line(built: Path) -> None:
    first = text_of(built / f"{LESSON.stem}-worksheet-a4.pdf", "-l", "1")

    assert first.index("Drawing: The Harbour Gazette") < first.index("The council voted on Tuesday")


def test_who_is_pointed_at_the_picture_can_go_there(built: Path) -> None:
    with pikepdf.open(built / f"{LESSON.stem}-worksheet-a4.pdf") as pdf:
        names = list(pdf.Root.Names.Dests.Names)
        places = {str(name): place for name, place in zip(names[::2], names[1::2], strict=True)}
        links = [note for page in pdf.pages for note in page.get("/Annots", []) if "/Dest" in note]
        (link,) = (each for each in links if str(each.Contents) == "see the picture")
        page, _, _, top, _ = places[str(link.Dest)]
        assert page.objgen == pdf.pages[0].objgen
        words = words_of(built / f"{LESSON.stem}-worksheet-a4.pdf")
    credit = next(word for word in words if word.text == "Drawing:")
    assert credit.top > 842 - float(top)


def test_a_question_points_at_the_picture_in_the_words_of_its_language(built: Path) -> None:
    assert "“the old bridge” (line 2) (see the picture)?" in " ".join(
        text_of(built / f"{LESSON.stem}-worksheet-a4.pdf").split()
    )
