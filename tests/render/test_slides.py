"""Slides, slips and the leaves that are made when asked for: what they say, and who can read it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from tests.once import once
from tests.printed import ROOMS, ROOT, html_of
from tests.render.on_page import words_of
from tests.render.readback import read_pieces
from tests.render.test_read_back import assert_same
from tests.tag_tree import tag_tree

from broadsheet.collection.read import read_collection
from broadsheet.excerpt.numbered import numbered
from broadsheet.orders.order import Order
from broadsheet.orders.ordering import orders
from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.school.paper import Paper

FIRST = ROOT / "lessons" / "phase-2-begins.yaml"
RIGHT_TO_LEFT = ROOT / "lessons" / "al-muqtabas-1906.yaml"
LESSONS = (FIRST, RIGHT_TO_LEFT, ROOMS)
ALONE = ("text", "questions", "answer-key")
"""Documents that hold a part of what the worksheet or the notes have."""
ENDINGS = ("slides", "exit-slips-a4", "exit-slips-letter", *(f"{name}-a4" for name in ALONE))


def request_of_slides(output: Path) -> Request:
    return Request(
        LESSONS,
        output,
        date(2026, 11, 23),
        list(Paper),
        documents=["slides", "exit-slips"],
    )


def request_alone(output: Path) -> Request:
    return Request(LESSONS, output, date(2026, 11, 23), documents=ALONE)


def print_them(folder: Path) -> None:
    for asked in (request_of_slides(folder), request_alone(folder)):
        found = build(asked).findings
        assert [each for each in found if each.code == "off-the-page"] == []


@pytest.fixture(scope="session")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Order]:
    """Every document of three lessons that is not made unasked, by its file's stem."""
    folder = once(tmp_path_factory, "slides", print_them)
    lessons = read_collection(LESSONS, date(2026, 11, 23)).good_lessons
    wanted = [
        order
        for asked in (request_of_slides(folder), request_alone(folder))
        for order in orders(lessons, asked)[0]
    ]
    return {order.target.stem: order for order in wanted}


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda file: file.stem)
@pytest.mark.parametrize("ending", ENDINGS)
def test_what_is_read_out_of_them_is_what_was_composed(
    shown: dict[str, Order], lesson: Path, ending: str
) -> None:
    order = shown[f"{lesson.stem}-{ending}"]
    (html,) = html_of(order)
    assert_same(html, read_pieces(order.target), order.of_lesson.lesson.language)


def test_slides_are_sixteen_by_nine_on_whatever_paper_the_rest_is_printed(
    shown: dict[str, Order],
) -> None:
    assert {name for name in shown if "slides" in name} == {
        f"{lesson.stem}-slides" for lesson in LESSONS
    }
    with pikepdf.open(shown["phase-2-begins-slides"].target) as pdf:
        boxes = {tuple(map(float, page.mediabox)) for page in pdf.pages}
    ((_, _, width, height),) = boxes
    assert width / height == pytest.approx(16 / 9, rel=0.001)


def test_lines_of_the_text_are_those_of_the_sheet_and_no_smaller_than_24_points(
    shown: dict[str, Order],
) -> None:
    order = shown["phase-2-begins-slides"]
    (excerpt,) = numbered(order.of_lesson.lesson).values()
    words = words_of(order.target)
    # The words that stand beside a printed number, up to the edge of the slide, are its line's.
    fifth = [each for each in excerpt.lines if each.number % 5 == 0]
    assert fifth
    for line in fifth:
        (number,) = (each for each in words if each.text == str(line.number) and each.left < 130)
        beside = [each for each in words if number.is_beside(each) and each.left > number.right]
        said = " ".join(each.text for each in sorted(beside, key=lambda each: each.left))
        assert said.replace("“", '"') == line.text.strip().replace("“", '"')
        assert min(each.height for each in beside) >= 24


def test_a_text_on_the_wall_says_what_it_is_whose_and_when(shown: dict[str, Order]) -> None:
    words = words_of(shown["phase-2-begins-slides"].target)
    said = " ".join(word.text for word in words if word.page == 1)
    assert "“Phase 2 Begins”, Vox Day, 21 September 2022" in said


@pytest.mark.parametrize(
    ("name", "slides"), [("chyzh-ta-holub-1853", 2), ("tools-and-tasks-2019", 3)]
)
def test_neither_the_heading_nor_the_last_lines_of_a_text_have_a_slide_to_themselves(
    tmp_path: Path, name: str, slides: int
) -> None:
    file = ROOT / "lessons" / f"{name}.yaml"
    (pdf,) = build(Request([file], tmp_path, date(2026, 11, 23), documents=["slides"])).written
    foot = 7.5 * 72 - 22 * 72 / 25.4
    rows = [
        {round(word.bottom) for word in words_of(pdf) if word.page == page and word.bottom < foot}
        for page in range(1, 1 + slides)
    ]
    assert min(len(on_slide) for on_slide in rows) >= 3


def test_each_question_has_a_slide_under_its_lens_and_says_what_to_do(
    shown: dict[str, Order],
) -> None:
    order = shown["rooms-slides"]
    pages: dict[int, list[str]] = {}
    for word in words_of(order.target):
        pages.setdefault(word.page, []).append(word.text)
    said = [" ".join(words) for words in pages.values()]
    asked = list(order.of_lesson.lesson.questions.numbered())
    assert asked
    for each in asked:
        (slide,) = (page for page in said if f"Question {each.number} ·" in page)
        assert "on your sheet." in slide


def test_a_slide_says_how_long_the_plan_gives_for_its_questions(shown: dict[str, Order]) -> None:
    order = shown["phase-2-begins-slides"]
    said = read_pieces(order.target)
    steps = [each for each in order.of_lesson.lesson.notes.plan if each.questions]
    assert steps
    for step in steps:
        assert sum(f"{step.minutes} minutes" in piece for piece in said) >= len(step.questions)


def test_headings_of_slides_are_title_lens_and_question(shown: dict[str, Order]) -> None:
    tags = list(tag_tree(shown["phase-2-begins-slides"].target).walk())
    headings = [(tag.name, tag.words()) for tag in tags if re.fullmatch(r"H\d", tag.name)]
    assert [words[:10] for name, words in headings if name == "H1"] == ["Where does"]
    assert [words[:10] for name, words in headings if name == "H3"] == [
        f"Question {number}" for number in range(1, 9)
    ]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_four_slips_stand_on_one_page_and_one_of_them_is_read_aloud(
    shown: dict[str, Order], paper: str
) -> None:
    file = shown[f"phase-2-begins-exit-slips-{paper}"].target
    words = words_of(file)
    assert {word.page for word in words} == {0}
    begins = [(word.left, word.top) for word in words if word.text == "Name"]
    (left, top), *others = begins
    assert len({round(x - left) for x, _ in others} | {round(y - top) for _, y in others}) == 3
    assert tag_tree(file).words().count("Before you go") == 1
