"""An address names a view; what it leaves out or gets wrong is as a build would have it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.preview.conftest import TODAY

from broadsheet.preview.piece import read_piece
from broadsheet.preview.view import Choices, View, others, settled, view_of


@pytest.fixture
def choices(folder: Path) -> Choices:
    found = read_piece(folder / "bridge.yaml", [], None, TODAY).choices
    assert found
    return found


def test_an_address_names_a_view() -> None:
    query = {
        "lesson": "bridge",
        "document": "worksheet",
        "edition": "large-print",
        "paper": "letter",
        "questions": "3,1,3",
    }
    assert view_of(query) == View("bridge", "worksheet", "large-print", "letter", (1, 3))


@pytest.mark.parametrize("typed", ["", "x", "1;2", "0", "-1", "1,", "100", "1,1e3", "١"])
def test_what_are_no_numbers_of_questions_is_passed_over(typed: str) -> None:
    assert view_of({"questions": typed}).questions == ()


def test_what_is_left_out_is_the_standard_worksheet_on_a4(choices: Choices) -> None:
    assert settled(View(), choices) == View("", "worksheet", "standard", "a4")


def test_what_there_is_not_is_as_if_it_was_left_out(choices: Choices) -> None:
    odd = View("bridge", "../etc", "<b>", "a5")
    assert settled(odd, choices) == View("bridge", "worksheet", "standard", "a4")


def test_settings_say_what_is_shown_unasked(folder: Path) -> None:
    settings = "paper: letter\neditions: [large-print, standard]\n"
    (folder / "broadsheet.yaml").write_text(settings, "utf-8")
    choices = read_piece(folder / "bridge.yaml", [], None, TODAY).choices
    assert choices
    assert settled(View(), choices) == View("", "worksheet", "large-print", "letter")


def test_of_what_is_the_same_for_all_there_is_one_view(choices: Choices) -> None:
    notes = View("bridge", "teacher-notes", "large-print", "a4")
    assert settled(notes, choices).edition == ""
    assert settled(View("bridge", "slides", "", "letter"), choices).paper == ""


def test_the_documents_made_unasked_come_next(choices: Choices) -> None:
    here = settled(View("bridge", questions=(1,)), choices)
    assert others(here, choices) == [View("bridge", "teacher-notes", "", "a4", (1,))]
