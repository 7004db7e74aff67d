"""Lines are fixed once: by the excerpt alone, within the measure, with every word in its order."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from tests.widths import width_of

from broadsheet.excerpt.lines import MEASURE, Line, break_lines
from broadsheet.excerpt.numbered import NumberedExcerpt
from broadsheet.excerpt.passages import paragraphs
from broadsheet.lesson.load import load
from broadsheet.text.graphemes import joined_at
from broadsheet.text.scripts import joins_without_blank

ZWJ, FAMILY, FLAG = "\u200d", "👩\u200d👩\u200d👧", "🇺🇦"

FIRST_LESSON = Path(__file__).parents[2] / "lessons" / "phase-2-begins.yaml"

ODD = st.sampled_from(
    [
        "internationalization" * 4,
        "W" * 60,
        "self-determination-minded",
        "1914–1918",
        "word—word",
        "« mot »",
        "no\u00a0break\u00a0here",
        "mil\u202fliers",
        "東京都は橋を架けることを決めた。",
        "「橋」です、ガ\u3099",
        "다리를 놓기로 했다",
        "صوّت المجلسُ",
        "परिषद ने किया",
        "ก็ตัดสินใจน้ำ",
        "e\u0301\u0302",
        "\u0301",
        "\u3000",
        "x\u200by",
        "x" + "\u200b" * 40 + "y",
        "x\u2060-\u2060y",
        FAMILY * 3,
        FLAG * 3,
        "👍🏽",
        "[…]",
        "[an editor’s word]",
        "https://harbour.example/" + "a/" * 60,
        "…",
        "?!",
        "z" + "\u0363" * 80,
    ]
)
ANY = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1)
EXCERPTS = st.lists(
    st.lists(ODD | ANY | st.text("abcdefgh", min_size=1), min_size=1, max_size=40).map(" ".join),
    max_size=4,
).map("\n\n".join)


def lines_of(excerpt: str) -> tuple[Line, ...]:
    return break_lines(paragraphs(excerpt))


def unbroken(text: str) -> str:
    return re.sub(" +", "", text)


@given(EXCERPTS)
def test_no_character_is_lost_added_or_moved(excerpt: str) -> None:
    parts = paragraphs(excerpt)
    lines = break_lines(parts)

    shown = [index for index, paragraph in enumerate(parts) if not paragraph.is_cut]
    assert sorted({line.paragraph for line in lines}) == shown
    for index, paragraph in enumerate(parts):
        held = [line for line in lines if line.paragraph == index]
        if paragraph.is_cut:
            assert held == []
        else:
            assert "".join(paragraph.text[line.start : line.end] for line in held) == paragraph.text
            assert unbroken("".join(line.text for line in held)) == unbroken(paragraph.text)


@given(EXCERPTS)
def test_every_line_is_within_the_measure(excerpt: str) -> None:
    lines = lines_of(excerpt)
    assume(lines)

    assert max(width_of(line.text) for line in lines) <= MEASURE


@given(EXCERPTS, st.sampled_from([4.0, 10.0, 20.0, 32.0, 50.0]))
def test_no_accent_is_parted_from_its_letter(excerpt: str, measure: float) -> None:
    parts = paragraphs(excerpt)
    lines = break_lines(parts, measure)
    assume(lines)

    for line in lines:
        text = parts[line.paragraph].text
        assert line.start == 0 or not joined_at(text, line.start) or _overlong(text, line, measure)


def _overlong(text: str, line: Line, measure: float) -> bool:
    """One character made of so many that it is wider than a line has to be cut within."""
    start = line.start
    while joined_at(text, start):
        start -= 1
    end = line.start
    while joined_at(text, end):
        end += 1
    return width_of(text[start:end]) > measure


@given(EXCERPTS)
@example("z" + "\u0301" * 200)
@example("word " * 30 + "cafe\u0301")
def test_no_line_begins_with_an_accent(excerpt: str) -> None:
    parts = paragraphs(excerpt)
    lines = break_lines(parts)
    assume(lines)

    for line in lines:
        first = parts[line.paragraph].text[line.start]
        assert line.start == 0 or not unicodedata.category(first).startswith("M")


@given(st.lists(st.text("abcdefgimw.,’", min_size=1, max_size=20), min_size=12).map(" ".join))
def test_a_line_holds_as_many_words_as_fit(excerpt: str) -> None:
    parts = paragraphs(excerpt)
    lines = break_lines(parts)
    assume(len(lines) > 1)

    for line, following in pairwise(lines):
        next_word = following.text.split(" ")[0]
        assert width_of(f"{line.text} {next_word}") > MEASURE


@given(EXCERPTS)
def test_lines_are_numbered_from_one_without_a_gap(excerpt: str) -> None:
    lines = lines_of(excerpt)

    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert all(line.text for line in lines)


@given(EXCERPTS)
def test_every_character_that_is_printed_stands_on_just_one_line(excerpt: str) -> None:
    numbered = NumberedExcerpt.of(excerpt)
    assume(numbered.paragraphs)

    for index, paragraph in enumerate(numbered.paragraphs):
        for offset in range(len(paragraph.text)):
            assert (numbered.line_at(index, offset) > 0) is not paragraph.is_cut


@given(EXCERPTS, st.lists(st.integers(0, 400), max_size=12))
def test_lines_depend_on_the_words_and_not_on_where_the_author_broke_them(
    excerpt: str, places: list[int]
) -> None:
    typed = list(excerpt)
    for place in places:
        around = "".join(excerpt[max(place - 1, 0) : place + 2]).split(" ")
        if [len(part) for part in around] == [1, 1] and not joins_without_blank(*around):
            typed[place] = "\n"

    assert [line.text for line in lines_of("".join(typed))] == [
        line.text for line in lines_of(excerpt)
    ]


@pytest.fixture(scope="module")
def first_excerpt() -> str:
    lesson = load(FIRST_LESSON).lesson
    assert lesson is not None
    return lesson.texts[""].excerpt


def test_english_has_about_62_characters_a_line(first_excerpt: str) -> None:
    full = [line.text for line in lines_of(first_excerpt) if width_of(line.text) > MEASURE - 3]

    assert 58 <= sum(map(len, full)) / len(full) <= 68


def test_the_first_lessons_lines_stay_where_they_are(first_excerpt: str) -> None:
    lines = lines_of(first_excerpt)

    assert len(lines) == 26
    assert lines[0].text == "Ahead of votes in four Ukraine regions to join Russia, on"
    assert lines[-1].text == "you. […]"


def test_every_fifth_line_shows_its_number() -> None:
    shown = [line.number for line in lines_of("word " * 200) if line.shows_number]

    assert shown[:3] == [5, 10, 15]


def test_the_mark_of_a_cut_between_paragraphs_has_no_number() -> None:
    assert [(line.number, line.text) for line in lines_of("One.\n\n[…]\n\nTwo. […]")] == [
        (1, "One."),
        (2, "Two. […]"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a self-determination", ["a self-", "determination"]),
        ("the war 1914–1918", ["the war", "1914–1918"]),
        ("they voted—twice", ["they voted—", "twice"]),
        ("minus -5 or so", ["minus", "-5 or", "so"]),
        ("dit « Paris »", ["dit", "« Paris »"]),
        ("qui paie ?", ["qui", "paie ?"]),
        ("so x\u200by", ["so x\u200b", "y"]),
        ("no\u00a0break at all", ["no\u00a0break", "at all"]),
        ("橋を架ける。決めた", ["橋を架ける。", "決めた"]),
        ("橋を架け「決めた", ["橋を架け", "「決めた"]),
        ("橋を架け；決めた", ["橋を架け；", "決めた"]),
        ("橋を」「架けた", ["橋を」", "「架けた"]),
        ("說話——「他」說", ["說話——", "「他」說"]),
        ("架けちゃった", ["架け", "ちゃっ", "た"]),
        ("다리를놓기로 했다", ["다리를놓기로", "했다"]),
        ("cafe\u0301cafe\u0301", ["cafe\u0301", "cafe\u0301"]),
        ("mot\u00a0 mot", ["mot\u00a0", "mot"]),
        ("no no \u0301no", ["no", "no \u0301no"]),
        (FAMILY + FAMILY, [FAMILY, FAMILY]),
        (FLAG + FLAG, [FLAG, FLAG]),
    ],
)
def test_a_line_ends_where_a_reader_expects_it(text: str, expected: list[str]) -> None:
    measure = max(map(width_of, expected))

    assert [line.text for line in break_lines(paragraphs(text), measure)] == expected


def test_a_word_wider_than_a_line_is_cut_and_not_hyphenated() -> None:
    word = "Donaudampfschifffahrtsgesellschaft" * 5
    lines = lines_of(word)

    assert len(lines) > 1
    assert "".join(line.text for line in lines) == word


@pytest.mark.no_cover  # counting lines would take twice the time, and others try them
def test_an_endless_run_of_accents_or_blanks_without_width_is_broken_too() -> None:
    assert lines_of("z" + "\u0301" * 200_000)
    assert lines_of("z" + "\u200b" * 200_000)


@pytest.mark.parametrize(
    "text",
    [
        "市政府說，「星期天」開門……每年《要花》二十四萬元；人人（也許）都知道——誰也不說！",
        "図書館は「日曜日」にちょっとだけ開けて、人々がコーヒーを飲んだ。ゆっくりしゃべる。",
        "他说：“图书馆（城市的‘客厅’）应该开门。”",
    ],
)
@pytest.mark.parametrize("measure", [3.0, 5.0, 7.0, 11.0])
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(
    text: str, measure: float
) -> None:
    lines = [line.text for line in break_lines(paragraphs(text), measure)]

    assert "".join(lines) == text
    assert all(line[0] not in "、。，；：！？」』）》”’…々ーっゃゅょッャュョ" for line in lines[1:])
    assert all(line[-1] not in "「『（《“‘" for line in lines)
