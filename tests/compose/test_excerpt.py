"""The excerpt as an edition prints it: whole, or trimmed to what core questions refer to."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import Load

from broadsheet.compose.excerpt import glosses, printed_texts
from broadsheet.compose.printed import PrintedText, Shown
from broadsheet.compose.setting import Setting
from broadsheet.lesson.load import load
from broadsheet.prose.nodes import LineReference
from broadsheet.prose.walk import visible

FILE = Path(__file__).parents[1] / "lessons" / "rooms.yaml"


@pytest.fixture(scope="module")
def setting() -> Setting:
    lesson = load(FILE).lesson
    assert lesson is not None
    return Setting.of(lesson, {"A": 400, "B": None})


def numbers(text: PrintedText) -> list[list[int]]:
    """Numbers of the lines of each paragraph; none for the mark of a cut."""
    return [[line.number for line in it.lines] for it in text.paragraphs]


def test_the_whole_excerpt_has_all_its_paragraphs_and_cuts(setting: Setting) -> None:
    first, second = printed_texts(setting)
    assert numbers(first) == [[1, 2, 3, 4], [], [5, 6, 7], [8, 9, 10]]
    assert numbers(second) == [[1, 2, 3, 4], [], [5, 6, 7, 8]]


def test_the_core_excerpt_keeps_what_core_questions_quote_under_the_same_numbers(
    setting: Setting,
) -> None:
    first, second = printed_texts(setting, core_only=True)
    assert numbers(first) == [[1, 2, 3, 4], [], [5, 6, 7], []]
    assert numbers(second) == [[], [5, 6, 7, 8]], "neighbouring cuts have one mark"


def test_the_first_line_after_what_the_core_excerpt_leaves_out_shows_its_number(
    setting: Setting,
) -> None:
    whole = [it.resumes for text in printed_texts(setting) for it in text.paragraphs]
    assert not any(whole)
    first, second = printed_texts(setting, core_only=True)
    assert [it.resumes for it in first.paragraphs] == [False, False, False, False]
    assert [it.resumes for it in second.paragraphs] == [False, True]


def test_how_much_is_shown_counts_what_this_sheet_shows(setting: Setting) -> None:
    first, second = printed_texts(setting)
    assert first.source.shown == Shown(125, 400, by_character=False, has_unproved_emphasis=False)
    assert second.source.shown == Shown(98, None, by_character=False, has_unproved_emphasis=False)
    first, _ = printed_texts(setting, core_only=True)
    assert (first.source.shown.count, first.source.shown.is_whole) == (87, False)


def test_glosses_come_in_the_order_of_the_text_with_their_lines(setting: Setting) -> None:
    assert [(visible(gloss.term), gloss.lines) for gloss in glosses(setting)] == [
        ("keeper", LineReference(5, 5, "A")),
        ("correspondent", LineReference(1, 1, "B")),
    ]


def test_a_gloss_stands_beside_the_paragraph_of_its_word(setting: Setting) -> None:
    first, second = printed_texts(setting)
    assert [[visible(gloss.term) for gloss in it.glosses] for it in first.paragraphs] == [
        [],
        [],
        ["keeper"],
        [],
    ]
    assert [visible(gloss.term) for gloss in second.paragraphs[0].glosses] == ["correspondent"]


CUTS = """\
    […]

    […] The council voted on Tuesday to build a second bridge, and the ferrymen
    were not asked. […]

    […]

    Nobody doubts that the old bridge is narrow. […]

    […] [T]he so-called experts (three of them) count wagons; we count men.

    […]
"""


def test_a_mark_of_a_cut_that_the_text_beside_it_has_too_is_printed_once(
    clean_lesson: str, load_lesson: Load
) -> None:
    begins = clean_lesson.index("    The council voted")
    ends = clean_lesson.index("\nquestions:")
    lesson = load_lesson(clean_lesson[:begins] + CUTS + clean_lesson[ends:]).lesson
    assert lesson is not None
    (text,) = printed_texts(Setting.of(lesson, {}))
    assert numbers(text) == [[1, 2], [3], [4, 5], []]
