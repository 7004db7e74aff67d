"""A question is one question, and more than yes or no answers it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

Ask: TypeAlias = Callable[..., list[str]]

SQUARE = "((a warehouse with a fountain))"

YES_OR_NO = [
    ("en", "Is {} fair?"),
    ("en", "The column speaks of {}. Do you agree?"),
    ("en", "Doesn’t {} sound sad?"),
    ("es", "¿Es justa la imagen {}?"),
    ("fr", "Est-ce que {} est juste ?"),
    ("de", "Ist {} ein faires Bild?"),
    ("uk", "Чи справедливий образ {}?"),
    ("ar", "هل {} صورة عادلة؟"),
]

PROBED = [
    ("en", "Is {} fair, and why?"),
    ("en", "Is {} fair? Which words make you say so?"),
    ("en", "Is {} fair? Give a reason."),
    ("en", "Can you name the words that {} stands beside?"),
    ("en", "Do the two halves of {} fit? Explain."),
    ("en", "What does {} do for a reader?"),
    ("en", "Do you find {} fair? Point to one sentence."),
    ("es", "¿Es justa la imagen {}, y por qué? Explica con sus palabras."),
    ("es", "¿Qué hace {}?"),
    ("es", "¿Es justa {}? ¿Qué palabras lo muestran?"),
    ("es", "¿Quién dice {}?"),
    ("es", "Señala el efecto de {}."),
    ("fr", "Est-ce que {} est juste, et pourquoi ?"),
    ("fr", "Qu’est-ce que {} fait au lecteur ?"),
    ("fr", "L’image {} est-elle juste ? Cite les mots qui le disent."),
    ("fr", "Qui dit {} ?"),
    ("fr", "Quel effet a {} ?"),
    ("de", "Ist {} fair, und woran siehst du das?"),
    ("de", "Was macht {} mit dem Platz?"),
    ("de", "Ist {} fair? Begründe."),
    ("de", "Wer sagt {}?"),
    ("de", "Welche Wirkung hat {}?"),
    ("uk", "Чи справедливо сказано {}, і чому?"),
    ("uk", "Чи справедливо сказано {}? Поясни."),
    ("uk", "Що робить {}?"),
    ("uk", "Хто каже {}?"),
    ("uk", "Яке враження від {}?"),
    ("ar", "هل {} عادلة، ولماذا؟"),
    ("ar", "هل {} عادلة؟ اذكر الكلمات."),
    ("ar", "ما أثر {}؟"),
    ("ar", "من يقول {}؟"),
    ("ar", "كيف تبدو {}؟"),
]

SEVERAL = [
    "Who says {}, and what for, and how does it end?",
    "Who says {}? What does it do? Where does it stand?",
    "What is {}, and who says it? Why?",
]

ONE = [
    "Who makes the claim {}, and what support is given for it?",
    "What does {} suggest? Which words of the same sentence add to it?",
    "How and why does {} change what a reader sees?",
    "What would a reader need to know to judge {}? Name two things, and where each stands.",
    "Who says what about {}, and on what support?",
    "Whose word is “What? How? Why?” beside {}?",
]


@pytest.mark.parametrize(("language", "question"), YES_OR_NO)
def test_a_question_that_yes_or_no_answers_is_found(ask: Ask, language: str, question: str) -> None:
    assert "question-yes-or-no" in ask(question.format(SQUARE), language)


@pytest.mark.parametrize(("language", "question"), PROBED)
def test_a_judgement_with_a_probe_is_left_alone(ask: Ask, language: str, question: str) -> None:
    assert ask(question.format(SQUARE), language) == []


@pytest.mark.parametrize("question", SEVERAL)
def test_a_question_that_asks_three_things_is_found(ask: Ask, question: str) -> None:
    assert ask(question.format(SQUARE)) == ["question-several"]


@pytest.mark.parametrize("question", ONE)
def test_a_question_and_its_probe_are_one(ask: Ask, question: str) -> None:
    assert ask(question.format(SQUARE)) == []


def test_lines_headed_because_are_a_probe(ask: Ask) -> None:
    asked = f"Is {SQUARE} fair?"

    assert ask(asked, more="\n      scale: [hardly, fully]\n      space: 2 lines") == []
    assert ask(asked, more="\n      scale: [hardly, fully]") == ["question-yes-or-no"]


def test_a_table_asks_for_more_than_yes_or_no(ask: Ask) -> None:
    assert ask(f"Is {SQUARE} fair?", more="\n      claim_table: 2 rows") == []
