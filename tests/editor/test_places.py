"""What is said of a place, where it leads, and the outline."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from tests.editor.conftest import TODAY, Open

from broadsheet.editor.goals import goal_of, uses_of
from broadsheet.editor.hover import hover_at
from broadsheet.editor.opened import Opened, opened
from broadsheet.editor.outline import outline
from broadsheet.lesson.load import load

ROOT = Path(__file__).parents[2]
LESSONS = sorted((ROOT / "lessons").glob("*.yaml"))


def words(opened: Opened, found: str, inside: int = 4) -> str:
    """What is said where some words stand."""
    hover = hover_at(opened, opened.text.index(found) + inside)
    return "\n".join(block.text for block in hover.blocks) if hover else ""


def reached(opened: Opened, found: str, inside: int = 4) -> str:
    """The words that a place leads to, in the same file."""
    goal = goal_of(opened, opened.text.index(found) + inside)
    assert goal is not None
    assert goal.file == opened.file
    return opened.text[goal.span.start : goal.span.end]


def test_a_quotation_shows_its_line(held: Open, clean_lesson: str) -> None:
    said = words(held(clean_lesson), "((the ferrymen))")
    assert said.startswith("Lines 1–2\n1  The council voted")


def test_a_citation_shows_the_fact_its_day_and_its_source(held: Open, clean_lesson: str) -> None:
    said = words(held(clean_lesson), "[@minutes-1924]")
    assert "seven to two" in said
    assert "Known 1924-03-04." in said
    assert "Minutes of the council, Town of Harbour, 1924-03-04" in said


def test_what_came_after_the_piece_is_said_to_have(held: Open, clean_lesson: str) -> None:
    later = clean_lesson.replace("known: 1924-03-04", "known: 1925")
    assert "Known 1925, after the piece." in words(held(later), "[@minutes-1924]")


def test_a_finding_is_explained(held: Open, clean_lesson: str) -> None:
    said = words(held(clean_lesson.replace("so-called))", "so called))")), "((so called))")
    assert "quotation-not-in-excerpt (error)" in said
    assert "Nothing is misquoted" in said


def test_a_standard_is_told_in_our_words(held: Open, clean_lesson: str) -> None:
    lesson = clean_lesson.replace("\nsource:", "\nstandards: [ISTE.1.3.b]\nsource:")
    assert "ISTE" in words(held(lesson), "ISTE.1.3.b")


def test_plain_words_have_nothing_to_say(held: Open, clean_lesson: str) -> None:
    assert words(held(clean_lesson), "Grades 9") == ""


def test_a_citation_leads_to_its_fact_and_back(held: Open, clean_lesson: str) -> None:
    known = held(clean_lesson)
    assert reached(known, "[@minutes-1924]") == "minutes-1924"
    key = clean_lesson.index("  minutes-1924:") + 4
    used = [clean_lesson[span.start : span.end] for span in uses_of(known, key)]
    assert used == ["minutes-1924", "@minutes-1924", "minutes-1924"]


def test_a_quotation_leads_to_the_excerpt_over_the_end_of_a_line(
    held: Open, clean_lesson: str
) -> None:
    lesson = clean_lesson.replace("((every ferryman))", "((Let the … is heard))")
    assert (
        reached(held(lesson), "((Let the")
        == "Let the\n    council wait until every ferryman is heard"
    )


def test_a_quotation_leads_to_letters_that_are_not_composed(held: Open, clean_lesson: str) -> None:
    lesson = clean_lesson.replace("voted on Tuesday", "décidé à Tuesday")
    apart = unicodedata.normalize("NFD", lesson)
    assert reached(held(apart), "((the ferrymen))") == "the ferrymen"


@pytest.mark.parametrize("file", LESSONS, ids=lambda file: file.stem)
def test_every_quotation_that_we_ship_leads_to_its_own_words(file: Path) -> None:
    known = opened(file.read_text("utf-8"), file, TODAY)
    assert known is not None
    at, seen = known.text.find("(("), 0
    while at >= 0:
        goal, hover = goal_of(known, at + 3), hover_at(known, at + 3)
        if goal and hover:
            shown = " ".join(known.text[goal.span.start : goal.span.end].split())
            first = hover.blocks[1].text.split("  ", 1)[1]
            seen += shown.split()[0].strip("*") in first or shown[:2] in first
        at = known.text.find("((", at + 2)
    assert seen


def test_a_mark_of_a_picture_leads_to_the_picture() -> None:
    file = ROOT / "lessons" / "diagram-of-mortality-1858.yaml"
    known = opened(file.read_text("utf-8"), file, TODAY)
    assert known is not None
    assert reached(known, "((#picture))") == "picture"


def test_a_file_that_is_named_is_led_to(held: Open, clean_lesson: str, lesson_file: Path) -> None:
    known = held(clean_lesson)
    goal = goal_of(known, clean_lesson.index("sources/the-bridge"))
    assert goal is not None
    assert goal.file == lesson_file.parent / "sources" / "the-bridge-must-wait.txt"


@pytest.mark.parametrize("file", LESSONS, ids=lambda file: file.stem)
def test_the_outline_numbers_questions_as_the_sheet_does(file: Path) -> None:
    known = opened(file.read_text("utf-8"), file, TODAY)
    lesson = load(file).lesson
    assert known is not None
    assert lesson is not None
    (asked,) = [part for part in outline(known) if part.name == "questions"]
    names = sorted(
        (question.name for lens in asked.parts for question in lens.parts),
        key=lambda name: int(name.split(".")[0]),
    )
    wanted = [each.question.ask for each in lesson.questions.numbered()]
    assert len(names) == len(wanted)
    for name, ask in zip(names, wanted, strict=True):
        assert " ".join(ask.split()).startswith(name.split(". ", 1)[1].rstrip("…").rstrip())


def test_each_part_of_the_outline_holds_its_name(held: Open, clean_lesson: str) -> None:
    parts = list(outline(held(clean_lesson)))
    assert parts
    while parts:
        part = parts.pop()
        assert part.span.start <= part.name_span.start <= part.name_span.end <= part.span.end
        assert all(part.span.start <= each.span.start for each in part.parts)
        assert all(each.span.end <= part.span.end for each in part.parts)
        parts += part.parts
