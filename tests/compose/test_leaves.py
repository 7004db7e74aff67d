"""A text and its questions are also documents of their own, on leaves that lie side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.compose.test_document import edition, kinds, setting_of

from broadsheet.compose.document import Composed
from broadsheet.compose.excerpt import glosses
from broadsheet.compose.printed import PrintedText
from broadsheet.compose.sheet import Glossary, Lens, Reading, SourceBox
from broadsheet.compose.worksheet import question_leaf, text_leaf, worksheet
from broadsheet.prose.walk import visible

FIRST = Path(__file__).parents[2] / "lessons" / "phase-2-begins.yaml"
ROOMS = Path(__file__).parents[1] / "lessons" / "rooms.yaml"
EDITIONS = ("standard", "supported", "large-print", "fillable", "core")


def texts_of(document: Composed) -> list[PrintedText]:
    return [each.text for each in document.sections if isinstance(each, Reading)]


def marked(document: Composed) -> list[str]:
    """The words that are marked as explained, in the order of the page."""
    return [
        piece.text
        for text in texts_of(document)
        for paragraph in text.paragraphs
        for line in paragraph.lines
        for piece in line.pieces
        if piece.is_glossed
    ]


def asked(document: Composed) -> list[Lens]:
    return [Lens(each.part, each.questions) for each in document.sections if isinstance(each, Lens)]


@pytest.mark.parametrize("name", EDITIONS)
def test_text_and_questions_together_hold_what_the_worksheet_holds(name: str) -> None:
    setting, of = setting_of(ROOMS), edition(name)
    whole, text, questions = (make(setting, of) for make in (worksheet, text_leaf, question_leaf))
    assert texts_of(text) == texts_of(whole)
    assert asked(questions) == asked(whole)
    own = {"Title", "Reading", "SourceBox", "Glossary"}
    assert set(kinds(text)) <= own
    assert not (own - {"Title"}) & set(kinds(questions))
    assert set(kinds(text)) | set(kinds(questions)) == set(kinds(whole))


def test_a_student_writes_nothing_of_her_own_on_a_text_that_the_next_class_reads() -> None:
    text = text_leaf(setting_of(FIRST), edition("supported"))
    assert not {"NameFields", "BeforeReading", "Goals", "Leaving"} & set(kinds(text))


def test_the_second_text_of_a_pair_begins_a_leaf_with_its_source_and_its_words() -> None:
    text = text_leaf(setting_of(ROOMS), edition("standard"))
    assert kinds(text) == ["Title", *("SourceBox", "Reading", "Glossary") * 2]
    boxes = [each for each in text.sections if isinstance(each, SourceBox)]
    assert [each.opening for each in boxes] == ["", "recto"]
    lists = [each.glosses for each in text.sections if isinstance(each, Glossary)]
    assert [[visible(gloss.term) for gloss in each] for each in lists] == [
        ["keeper"],
        ["correspondent"],
    ]


def test_the_words_of_each_text_of_a_pair_are_explained_behind_it_on_a_worksheet_too() -> None:
    whole, text = (make(setting_of(ROOMS), edition("standard")) for make in (worksheet, text_leaf))
    lists = [[each for each in of.sections if isinstance(each, Glossary)] for of in (whole, text)]
    assert lists[0] == lists[1]
    read = [each for each in kinds(whole) if each in ("Reading", "Glossary")]
    assert read == ["Reading", "Glossary"] * 2


@pytest.mark.parametrize("name", ["standard", "supported", "large-print"])
def test_each_word_that_is_explained_is_marked_where_it_first_stands(name: str) -> None:
    setting = setting_of(FIRST)
    for document in (worksheet(setting, edition(name)), text_leaf(setting, edition(name))):
        assert " ".join(marked(document)).split() == [
            word for gloss in glosses(setting) for word in visible(gloss.term).split()
        ]


def test_no_word_is_marked_on_a_sheet_that_explains_none() -> None:
    assert marked(worksheet(setting_of(FIRST), edition("core"))) == []


def test_marking_and_emphasis_change_no_letter_of_a_line() -> None:
    (text,) = texts_of(text_leaf(setting_of(FIRST), edition("standard")))
    lines = [line for paragraph in text.paragraphs for line in paragraph.lines]
    assert len(lines) > 10
    for line in lines:
        assert "".join(piece.text for piece in line.pieces) == line.text
