"""What an author types and YAML does not read is told, with the words; a comment is let alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from broadsheet.collection.judging import judge
from broadsheet.describe.starter import starter_files, write_new
from broadsheet.findings import Place
from broadsheet.lesson.load import Loaded, load
from broadsheet.locale.look_up import locale_files, read_locale
from broadsheet.reading.words_rules import RULES
from broadsheet.school.edition import edition_named
from broadsheet.school.settings import read_settings
from broadsheet.theme import Theme

Load = Callable[[str | bytes], Loaded]

TITLE = "title: Who pays for the bridge?"
ANSWER = "      answer: It casts doubt on the experts."
GOAL = "  - I can tell a report from a demand."
CODES = {rule.code for rule in RULES}


@pytest.fixture
def said(load_lesson: Load, clean_lesson: str) -> Callable[[str, str], list[tuple[str, int, str]]]:
    """Code, line and message of what is said of words, in a lesson with one thing changed."""

    def of(old: str, new: str) -> list[tuple[str, int, str]]:
        assert clean_lesson.count(old) == 1
        found = judge(load_lesson(clean_lesson.replace(old, new)), date(2026, 1, 1)).findings
        return [
            (each.code, each.place.line if each.place else 0, each.message)
            for each in found
            if each.code in CODES
        ]

    return of


Said = Callable[[str, str], list[tuple[str, int, str]]]


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        (TITLE, "title: Who speaks for #MeToo?", 2, "“#MeToo?”"),
        (TITLE, "title: Who was the world's # 1 in 1924?", 2, "“# 1 in 1924?”"),
        (TITLE, "title: What is the # of votes?", 2, "“# of votes?”"),
        (GOAL, "  - I can count to # and back", 9, "“# and back”"),
        (ANSWER, "      answer: Doubt\n        #MeToo and others", 36, "“#MeToo and others”"),
        (TITLE, "topics: [one, two #three\n  ]\ntitle: x", 2, "“#three”"),
        (TITLE, "title: !important Who pays?", 2, "“!important” is a tag"),
        (TITLE, "title: ! Who pays?", 2, "“!” is a tag"),
        (TITLE, "title: &Co pays", 2, "“&Co” is the name"),
        (TITLE, "topics: [war, 3,000 men]\ntitle: x", 2, "this comma parts the list"),
        (TITLE, "topics: [war, 3,5 Prozent]\ntitle: x", 2, "this comma parts the list"),
        (TITLE, "topics: [war, about 24,000]\ntitle: x", 2, "this comma parts the list"),
        (TITLE, "topics: [$24,000]\ntitle: x", 2, "this comma parts the list"),
        (TITLE, 'title: "C:\\temp"', 2, "`\\t` is a character that can't be seen (U+0009)"),
        (TITLE, 'title: "C:\\bin"', 2, "`\\b` is a character that can't be seen (U+0008)"),
    ],
)
def test_words_that_yaml_drops_are_told_at_their_place(
    said: Said, old: str, new: str, line: int, words: str
) -> None:
    ((code, at, message),) = said(old, new)

    assert (code, at) == ("words-not-read", line)
    assert words in message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("minutes: 45", "minutes: 45 # one lesson"),
        ("minutes: 45", "minutes: 45 #lesson"),
        ("language: en", "language: en # English"),
        (TITLE, TITLE + "  # as in the paper"),
        (TITLE, "title: Who pays for C#?"),
        (TITLE, 'title: "Who speaks for #MeToo?"'),
        (TITLE, "topics: [one, two]  #three\ntitle: x"),
        (TITLE, "topics: [1914,1918]\ntitle: x"),
        (TITLE, "topics: [1,2,3, year 9,year 10]\ntitle: x"),
        (TITLE, 'title: "Who pays\tfor it?"'),
        (ANSWER, ANSWER + "\n        # a note of mine"),
        (ANSWER, ANSWER + "\n      #facts: none"),
        (ANSWER, "      answer: |\n        Doubt.\n        #MeToo"),
    ],
)
def test_a_comment_by_its_look_is_let_alone(said: Said, old: str, new: str) -> None:
    assert said(old, new) == []


def test_an_anchor_that_an_alias_names_is_read(said: Said) -> None:
    assert said(GOAL, "  - &goal I can tell a report from a demand.\n  - *goal") == []


def test_a_comment_right_behind_a_sentence_is_advised_on(said: Said) -> None:
    ((code, line, message),) = said(ANSWER, ANSWER + " # for the teacher")

    assert (code, line) == ("comment-after-words", 35)
    assert "“# for the teacher”" in message


@pytest.mark.parametrize(
    ("written", "line"),
    [
        (">\n        One.\n\n        Two.", 36),
        ("One.\n\n        Two.", 35),
        ('"One.\n\n        Two."', 35),
        ("'One.\n\n        Two.'", 35),
        (">\n        Name two:\n        - one\n        - two", 37),
        (">\n        1. one\n        2. two", 36),
        ("Name two\n        * one\n        * two", 36),
    ],
)
def test_paragraphs_and_lists_that_yaml_would_join_are_told(
    said: Said, written: str, line: int
) -> None:
    assert [each[:2] for each in said(ANSWER, f"      answer: {written}")] == [
        ("lines-joined", line)
    ]


@pytest.mark.parametrize(
    "written",
    [
        "|\n        One.\n\n        Two.",
        ">\n        One.\n\n\n        Two.",
        ">\n        One sentence\n        over two lines.",
        ">-\n        In 1924 - so he says -\n        he came.",
        '"One.\\n\\nTwo."',
        "One\n        - two",
    ],
)
def test_paragraphs_that_reach_the_lesson_are_let_alone(said: Said, written: str) -> None:
    assert said(ANSWER, f"      answer: {written}") == []


@pytest.mark.parametrize("word", ["null", "~", "NULL"])
def test_null_is_told_where_words_are_wanted(said: Said, word: str) -> None:
    ((code, _, _),) = said("  genre: editorial", f"  genre: {word}")

    assert code == "null-is-a-word"


def test_words_of_a_schools_settings_are_told_too(tmp_path: Path) -> None:
    file = tmp_path / "broadsheet.yaml"
    file.write_text("school: School #5\npaper: letter #5\n")
    _, (finding,) = read_settings(file)

    assert finding.code == "words-not-read"
    assert finding.place == Place(1, 16, 1, 18)


def test_our_editions_and_locales_lose_nothing() -> None:
    theme = Theme()
    locales = locale_files(theme).values()
    assert theme.editions
    assert locales
    found = [each for name in theme.editions for each in edition_named(name, theme)[1]]
    for file in locales:
        found += read_locale(file, theme.editions)[1]

    assert [each for each in found if each.code in CODES] == []


def test_nothing_of_the_kind_is_said_of_our_lessons_and_of_a_new_one(tmp_path: Path) -> None:
    ours = sorted(Path(__file__).parents[2].glob("lessons/*.yaml"))
    new = write_new(starter_files("my-lesson", tmp_path))[0]

    assert len(ours) > 5
    for file in (*ours, new):
        assert CODES.isdisjoint(finding.code for finding in load(file).findings)
