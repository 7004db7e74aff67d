"""The words of each language that the checks of wording go by, read from `words/`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from broadsheet.check.phrases import Phrases
from broadsheet.check.subject import Subject
from broadsheet.findings import YamlPath
from broadsheet.text.language_tags import base_of

_LISTS: Final = Path(__file__).with_name("words")


class Vocabulary(NamedTuple):
    """One language's lists. Every entry is written as `Phrases` reads it."""

    verdicts: Phrases
    """Words that judge the piece before the student has."""
    naming: frozenset[str]
    """Words shortly before a verdict that give it to somebody else: to call, the word."""
    which: frozenset[str]
    """Words before such a word that ask for it, so that it names nothing: which words."""
    weighing: frozenset[str]
    """Words before a verdict that leave it open: whether."""
    alternatives: frozenset[str]
    """Words that join a verdict to its opposite: or."""
    intents: Phrases
    """Words that claim to know what an author is up to."""
    yes_or_no: Phrases
    """What a question begins with that yes or no answers."""
    joining: frozenset[str]
    """Words that join a second question to the first: and."""
    asking: frozenset[str]
    """Question words."""
    probes: frozenset[str]
    """Words that send the student back to the text: give, words, explain."""


class Naming(NamedTuple):
    """How a language names the lines of a text and the choices of a question."""

    lines: tuple[str, ...]
    """Words before the number of a line: line, lines, l."""
    prefixes: str
    """Letters that may stand before such a word, written as one with it."""
    around: tuple[str, ...]
    """What stands before and after the number: 第 and 行; nothing in most languages."""
    ordinals: tuple[str, ...]
    """What makes a number an ordinal: th, as in “the 12th line”."""
    each: frozenset[str]
    """Words before an ordinal that name no one line: every, as in “every 5th line”."""
    answers: tuple[str, ...]
    """Words before the letter of a choice: answer, option."""


@cache
def vocabulary(language: str) -> Vocabulary | None:
    """The lists for a language by its BCP 47 tag, or None where nobody has made them yet."""
    lists = _lists(language)
    if "verdicts" not in lists:
        return None
    return Vocabulary(
        verdicts=Phrases(lists["verdicts"]),
        naming=frozenset(lists["naming"]),
        which=frozenset(lists["which"]),
        weighing=frozenset(lists["weighing"]),
        alternatives=frozenset(lists["alternatives"]),
        intents=Phrases(lists["intents"]),
        yes_or_no=Phrases(lists["yes_or_no"]),
        joining=frozenset(lists["joining"]),
        asking=frozenset(lists["asking"]),
        probes=frozenset(lists["probes"]),
    )


@cache
def naming(language: str) -> Naming | None:
    """How a language names lines and choices, or None where nobody has said so yet."""
    lists = _lists(language)
    if "lines" not in lists:
        return None
    return Naming(
        lines=tuple(lists["lines"]),
        prefixes="".join(lists.get("prefixes", ())),
        around=tuple(lists.get("around", ())),
        ordinals=tuple(lists["ordinals"]),
        each=frozenset(lists.get("each", ())),
        answers=tuple(lists["answers"]),
    )


def _lists(language: str) -> dict[str, list[str]]:
    file = _LISTS / f"{base_of(language)}.json"
    lists: dict[str, list[str]] = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    return lists


def stems(subject: Subject) -> Iterator[tuple[YamlPath, str]]:
    """Yield the prose that asks: questions, their smaller steps, starters and the exit ticket."""
    lesson = subject.lesson
    for asked in lesson.questions.numbered():
        path, question = asked.path, asked.question
        yield (*path, "ask"), question.ask
        for at, step in enumerate(question.steps):
            yield (*path, "steps", at), step
        if question.starter:
            yield (*path, "starter"), question.starter
    if lesson.exit_ticket:
        yield ("exit_ticket",), lesson.exit_ticket
