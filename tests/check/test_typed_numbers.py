"""Numbers of lines and letters of choices that an author typed by hand."""

from __future__ import annotations

import pytest
from tests.check.conftest import Ask, Say

PLAN = "Read twice; answer alone; compare in pairs."
ANSWER = "It tells a reader that the square is wasted, which is unfair."


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", "line 12"),
        ("en", "Lines 3–5"),
        ("en", "lines 3 to 5"),
        ("en", "l. 12"),
        ("en", "ll. 3-5"),
        ("en", "the 12th line"),
        ("en", "line\u00a012"),
        ("en", "line A12"),
        ("en", "lines B3–B5"),
        ("en", "line no. 12"),
        ("en", "line #12"),
        ("de", "Zeile 12"),
        ("de", "in den Zeilen 3 bis 5"),
        ("de", "Z. 12"),
        ("de", "die 12. Zeile"),
        ("de", "Zeile Nr. 12"),
        ("fr", "ligne 12"),
        ("fr", "les lignes 3 à 5"),
        ("fr", "la 3e ligne"),
        ("fr", "ligne n° 3"),
        ("es", "la línea 12"),
        ("es", "renglones 3 a 5"),
        ("es", "la 12.ª línea"),
        ("es", "línea n.º 12"),
        ("ar", "السطر 12"),
        ("ar", "السطر ١٢"),
        ("ar", "الأسطر 3 إلى 5"),
        ("ar", "في السطر 3 وبالسطر 5"),
        ("he", "שורה 12"),
        ("he", "בשורות 3–5"),
        ("zh-Hans", "第 12 行"),
        ("zh-TW", "第3～5行"),
        ("uk", "рядок 12"),
        ("uk", "у рядках 3–5"),
        ("uk", "12-й рядок"),
    ],
)
def test_a_line_that_is_named_by_its_number_is_found(ask: Ask, language: str, typed: str) -> None:
    question = f"((a warehouse with a fountain)), {typed}"

    assert "line-by-hand" in ask(question, language)


@pytest.mark.parametrize(
    "typed",
    [
        "Write 3 lines on ((a warehouse)).",
        "What is the deadline 12 for ((a warehouse)) about?",
        "What do ((a warehouse)) and line A do for a reader?",
        "What does “see line 12” do beside ((a warehouse))?",
        "What do these lines do? 12 words on ((a warehouse)).",
        "What does line 1.5 of the tariff do to ((a warehouse))?",
    ],
)
def test_what_is_no_line_number_is_let_alone(ask: Ask, typed: str) -> None:
    assert "line-by-hand" not in ask(typed)


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", "every 5th line"),
        ("de", "jede 5. Zeile"),
        ("fr", "chaque 5e ligne"),
        ("es", "cada 5.ª línea"),
        ("uk", "кожен 5-й рядок"),
    ],
)
def test_every_fifth_line_is_no_line(ask: Ask, language: str, typed: str) -> None:
    assert "line-by-hand" not in ask(f"((a warehouse with a fountain)), {typed}", language)


def test_a_line_is_found_in_the_notes_and_not_in_facts(say: Say) -> None:
    found = say((PLAN, "Read line 3."), ("In a survey", "In line 4 of a survey"))

    assert [each.code for each in found] == ["line-by-hand"]


@pytest.mark.parametrize(
    "answer",
    [
        "Answer C",
        "The right choice is (C).",
        "C",
        "C.",
        "C, since all agree",
        "option D",
        "C is right",
        "C because all agree",
        "**C** since all agree",
        "Both A and C",
        "B or D",
        "B und D stimmen",
        "A, B, D",
    ],
)
def test_a_letter_that_no_choice_has_is_found(say: Say, answer: str) -> None:
    choices = f'"{answer}"\n      choices: [a picture, an argument]'
    found = say((ANSWER, choices))

    assert [each.code for each in found] == ["choice-missing"]
    assert "they are A, B" in found[0].message


@pytest.mark.parametrize(
    "answer",
    [
        "Answer B",
        "B",
        "(A)",
        "Vitamin C is good",
        "The answer I gave",
        "Carl",
        "D’Artagnan",
        "E-mail",
        "E poi",
        "A and B",
        "Plan A or a plan of one’s own",
        "A to-do list, and a D-day",
    ],
)
def test_letters_that_choices_have_and_other_words_are_let_alone(say: Say, answer: str) -> None:
    choices = f'"{answer}"\n      choices: [a picture, an argument]'

    assert [each.code for each in say((ANSWER, choices))] == []


def test_letters_mean_choices_only_where_there_are_choices(say: Say) -> None:
    assert say((ANSWER, "Answer C")) == []
