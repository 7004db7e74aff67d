"""Children read larger type, write on lines further apart, and are spoken to in plainer words."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from tests.conftest import CLEAN, WHOLE_TEXT
from tests.once import once
from tests.render.on_page import Word, marks_of, words_of

from broadsheet.compose.document import Layout
from broadsheet.excerpt.lines import measure_for
from broadsheet.excerpt.numbered import numbered
from broadsheet.find import find
from broadsheet.lesson.ages import text_size
from broadsheet.lesson.load import load
from broadsheet.locale.labels import labels_for, languages
from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.school.edition import edition_named
from broadsheet.school.style import points
from broadsheet.theme import Theme

YOUNGEST = (8, 12, 16)
MM = 72 / 25.4


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One lesson for three ages, its rooms as they are asked for."""
    return once(tmp_path_factory, "ages", print_lesson)


def print_lesson(folder: Path) -> None:
    editions = folder / "look" / "editions"
    editions.mkdir(parents=True)
    (editions / "plain.yaml").write_text("title: {en: plain}\nfit: no\n", "utf-8")
    (folder / "broadsheet.yaml").write_text("theme: look\n", "utf-8")
    (folder / "sources").mkdir()
    (folder / "sources" / "the-bridge-must-wait.txt").write_text(WHOLE_TEXT, "utf-8")
    for age in YOUNGEST:
        lesson = CLEAN.replace("ages: [14, 16]\n", f"ages: [{age}, {age + 2}]\n")
        (folder / f"from-{age}.yaml").write_text(lesson, "utf-8")
    request = Request(
        find([folder]),
        folder / "output",
        date(2026, 11, 23),
        editions=["plain"],
        documents=["worksheet", "exit-slips", "teacher-notes"],
    )
    assert not [each for each in build(request).findings if each.severity == "error"]


def sheet(folder: Path, age: int, document: str = "worksheet-plain") -> Path:
    slug = f"from-{age}"
    return folder / "output" / slug / f"{slug}-{document}-a4.pdf"


def word(pdf: Path, text: str) -> Word:
    return next(each for each in words_of(pdf) if each.text == text)


def distance_of_lines(pdf: Path) -> float:
    """The least distance of two lines to write on, in millimetres."""
    tops = sorted(
        (mark.page, mark.top) for mark in marks_of(pdf) if mark.height < 1 and mark.width > 400
    )
    apart = [b - a for (page, a), (other, b) in pairwise(tops) if page == other and b - a > 6 * MM]
    return min(apart) / MM


@pytest.mark.parametrize(
    ("ages", "size"),
    [(None, 11), ([14, 18], 11), ([13, 18], 12), ([11, 14], 12), ([10, 12], 13), ([5, 18], 13)],
)
def test_the_youngest_reader_decides_the_size_of_the_text(
    ages: list[int] | None, size: float
) -> None:
    assert text_size(ages) == size


@pytest.mark.parametrize(("age", "times"), [(8, 13 / 11), (12, 12 / 11)])
@pytest.mark.parametrize("of", ["ferrymen", "Evidence", "5"])
def test_text_headings_and_numbers_of_lines_grow_alike(
    folder: Path, age: int, times: float, of: str
) -> None:
    grown, child = (word(sheet(folder, each), of).height for each in (16, age))
    assert child / grown == pytest.approx(times, rel=0.02)


def test_what_stands_beside_a_text_keeps_its_size(folder: Path) -> None:
    sizes = [word(sheet(folder, age), "Mark").height for age in YOUNGEST]
    assert max(sizes) == pytest.approx(min(sizes), rel=0.01)


def test_lines_to_write_on_are_further_apart(folder: Path) -> None:
    found = [distance_of_lines(sheet(folder, age)) for age in YOUNGEST]
    assert found == pytest.approx([8 * 13 / 11, 8 * 12 / 11, 8], abs=0.1)


def test_the_notes_beside_a_text_have_as_much_room_as_for_grown_readers(folder: Path) -> None:
    begins = [word(sheet(folder, age), "My").left / MM for age in YOUNGEST]
    assert max(begins) - min(begins) < 3


def test_lines_are_shorter_for_children_and_fit_their_column(folder: Path) -> None:
    counts = []
    for age in YOUNGEST:
        pdf = sheet(folder, age)
        lesson = load(folder / f"from-{age}.yaml").lesson
        assert lesson is not None
        (excerpt,) = numbered(lesson).values()
        counts.append(len(excerpt.lines))
        ends = [word(pdf, line.text.split()[-1]).right for line in excerpt.lines]
        assert max(ends) < word(pdf, "My").left - 2 * MM
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]


def test_exit_slips_grow_and_notes_for_the_teacher_do_not(folder: Path) -> None:
    slips = [word(sheet(folder, age, "exit-slips"), "Before").height for age in (8, 16)]
    assert slips[0] / slips[1] == pytest.approx(13 / 11, rel=0.02)
    notes = [word(sheet(folder, age, "teacher-notes"), "Plan").height for age in (8, 16)]
    assert notes[0] == pytest.approx(notes[1], rel=0.01)


@pytest.mark.parametrize("name", Theme().editions)
def test_no_edition_has_smaller_text_for_children_and_larger_type_stays(name: str) -> None:
    edition, _ = edition_named(name, Theme())
    assert edition is not None
    own = points(edition.style.get("excerpt-size", "11pt"))
    layout = Layout.of(edition, [8, 10])
    if own >= 13:
        assert layout.measures == edition.style
        assert layout.scale == 1
    else:
        assert points(layout.measures.get("excerpt-size", "13pt")) == pytest.approx(
            own * 13 / 11, abs=0.01
        )
        assert layout.measure == measure_for(13) == 27


def test_children_are_spoken_to_in_plainer_words(folder: Path) -> None:
    said = {age: " ".join(each.text for each in words_of(sheet(folder, age))) for age in YOUNGEST}
    labels = {age: labels_for("en", young=age < 11) for age in YOUNGEST}
    for phrase in ("omissions", "omissions_asks", "exit_question", "self_assessment"):
        assert labels[8].say(phrase) in said[8]
        assert labels[8].say(phrase) not in said[12]
        assert labels[12].say(phrase) in said[12]
        assert labels[16].say(phrase) in said[16]


@pytest.mark.parametrize("language", languages())
def test_every_language_has_plainer_words_and_no_letter_twice(language: str) -> None:
    young, grown = labels_for(language, young=True), labels_for(language)
    plainer = {name for name in grown.phrases if young.phrases[name] != grown.phrases[name]}
    assert plainer >= {
        *("before_reading", "notes_key", "evidence_asks", "framing", "framing_asks"),
        *("omissions_asks", "exit_question", "self_assessment"),
    }
    parts = ("gist", "evidence", "framing", "omissions", "synthesis")
    letters = [young.say(f"letter_{part}") for part in parts]
    assert len(set(letters)) == len(letters)
    for part in ("evidence", "framing", "omissions"):
        assert f"**{young.say(f'letter_{part}')}**" in young.say("notes_key")
