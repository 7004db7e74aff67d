"""`((quoted words))`: read from prose, and proved against the excerpt word for word."""

from __future__ import annotations

import re
from typing import Final

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from broadsheet.excerpt.nearest import nearest
from broadsheet.excerpt.numbered import NumberedExcerpt
from broadsheet.excerpt.quotation import (
    MARK_BEGINS,
    Pictured,
    Problem,
    Quotation,
    Unproved,
    mark_at,
    marks,
    prove,
    unclosed,
)
from broadsheet.text.brackets import CUT

EXCERPT = """\
The council voted on Tuesday to build a second bridge, and the ferrymen were
not asked. “Nobody doubts”, said the mayor’s wife, that the old bridge – once
the pride of all – is narrow; the old ferry is wide.

[…]

[T]he so-called experts (three of them) count wagons. [...] We count men. Let
the council wait until every ferryman is heard.

[...]
"""
SINGLE = {"": NumberedExcerpt.of(EXCERPT)}
PAIR = {
    "A": NumberedExcerpt.of("The bridge must wait. Nobody asked the ferrymen.", "A"),
    "B": NumberedExcerpt.of("The bridge must come. Nobody asked the carters.", "B"),
}


def proved(
    prose: str, excerpts: dict[str, NumberedExcerpt] = SINGLE
) -> Quotation | Pictured | Unproved:
    (mark,) = marks(prose)
    return prove(mark, excerpts)


def problem(prose: str, excerpts: dict[str, NumberedExcerpt] = SINGLE) -> Problem | None:
    found = proved(prose, excerpts)
    return found.problem if isinstance(found, Unproved) else None


def text_of(prose: str, excerpts: dict[str, NumberedExcerpt] = SINGLE) -> str:
    found = proved(prose, excerpts)
    assert isinstance(found, Quotation), found
    return found.text


def lines_of(prose: str, excerpts: dict[str, NumberedExcerpt] = SINGLE) -> tuple[str, int, int]:
    found = proved(prose, excerpts)
    assert isinstance(found, Quotation), found
    return found.label, found.first_line, found.last_line


@pytest.mark.parametrize(
    ("prose", "inside"),
    [
        ("Find ((he said)).", ["he said"]),
        ("((one)) and ((two))", ["one", "two"]),
        ("((the (so-called) list))", ["the (so-called) list"]),
        ("((the list (so-called)))", ["the list (so-called)"]),
        ("(((so-called) list))", ["(so-called) list"]),
        ("((a (b (c)) d))", ["a (b (c)) d"]),
        ("(see ((he said)))", ["he said"]),
        ("(see ((he said)), too (or not))", ["he said"]),
        ("(((he said)) or ((she said)))", ["he said", "she said"]),
        ("((he\n  said))", ["he said"]),
        ("((a) first b) second))", ["a) first b) second"]),
        ("((he said) and ((she said))", ["she said"]),
        ("((he said\n\nand she))", []),
        ("f(x) and (g(y))", []),
        ("( (he said) )", []),
    ],
)
def test_a_mark_runs_from_its_two_opening_to_its_own_two_closing_parentheses(
    prose: str, inside: list[str]
) -> None:
    assert [mark.first for mark in marks(prose)] == inside


@pytest.mark.parametrize(
    ("prose", "offsets"),
    [
        ("((he said", [0]),
        ("((he said)", [0]),
        ("he said))", [7]),
        ("(he said))", [8]),
        ("((he said) and ((she said))", [0]),
        ("((he said)) and ((she said)", [16]),
        ("((he said\n\nand she))", [0]),
        ("((a ((b))", [0]),
        ("((a)) and (b (c)) (d)", []),
        ("(see ((he said)))", []),
        ("1) one 2) two", []),
    ],
)
def test_parentheses_that_lack_their_partners_are_found_once(
    prose: str, offsets: list[int]
) -> None:
    assert list(unclosed(prose)) == offsets


_TYPED: Final = st.lists(st.sampled_from(["((", "))", *"()a \n"]), max_size=20).map("".join)


@given(st.tuples(_TYPED, st.just("((a))"), _TYPED).map("".join))
def test_marks_are_balanced_or_found_whatever_an_author_types(prose: str) -> None:
    spans = [(mark.start, mark.end) for mark in marks(prose)]
    assume(spans)

    for start, end in spans:
        assert prose[start:end].startswith("((")
        assert prose[start:end].endswith("))")
        assert "\n\n" not in prose[start:end]
    for offset in unclosed(prose):
        assert prose[offset : offset + 2] in ("((", "))")
        assert not any(start <= offset < end for start, end in spans)


@given(st.text("()a \n", max_size=60))
def test_marks_are_those_that_are_asked_for_one_by_one(prose: str) -> None:
    found, at = [], 0
    while begins := re.compile(MARK_BEGINS).search(prose, at):
        mark = mark_at(prose, begins.start())
        found += [mark] if mark else []
        at = mark.end if mark else begins.start() + 1

    assert found == list(marks(prose))


@pytest.mark.no_cover  # counting lines would take twice the time, and others try them
def test_a_mark_in_a_long_text_without_an_end_is_given_up_at_once() -> None:
    for prose in ("((" * 200_000, "((a (b) " * 50_000, "((a" + " (b" * 100_000, "(" * 300_000):
        assert len(list(unclosed(prose))) > 0


@pytest.mark.parametrize(
    "prose",
    [
        "((The council voted))",
        "((@The council voted))",
        "((bridge, and the ferrymen))",
        "((ferrymen were\n  not asked))",
        "((  not   asked  ))",
        "((experts (three of them) count))",
        "((count wagons. […] We count))",
        "((count wagons. [...] We count))",
        "(([T]he so-called))",
        "((asked. “Nobody))",
        "((wide))",
    ],
)
def test_words_that_stand_in_the_excerpt_once_are_proved(prose: str) -> None:
    assert problem(prose) is None


@pytest.mark.parametrize(
    "prose",
    [
        "((the council voted))",
        "((The council voted,))",
        "((bridge and the ferrymen))",
        "((The councils voted))",
        "((he council voted on))",
        "((ferrymen were not ask))",
        "((wide. The so-called))",
        "((The so-called))",
    ],
)
def test_one_letter_or_comma_that_differs_is_not_proved(prose: str) -> None:
    assert problem(prose) is Problem.NOT_THERE


@pytest.mark.parametrize("prose", ["(())", "((  ))", "((@))", "((\n))", "(([…]))", "((@[...]))"])
def test_nothing_is_no_quotation(prose: str) -> None:
    assert problem(prose) is Problem.EMPTY


@pytest.mark.parametrize(
    ("prose", "text"),
    [
        ('(("Nobody doubts"))', "“Nobody doubts”"),
        ("((„Nobody doubts“))", "“Nobody doubts”"),
        ("((the mayor's wife))", "the mayor’s wife"),
        ("((bridge - once))", "bridge – once"),
        ("((so‑called))", "so-called"),
        ("((so‐called))", "so-called"),
        ("((the\u00a0pride))", "the pride"),
    ],
)
def test_marks_may_be_straight_or_typographic_and_the_excerpts_own_are_printed(
    prose: str, text: str
) -> None:
    assert text_of(prose) == text


@pytest.mark.parametrize(
    ("excerpt", "words", "there"),
    [
        ("The café is shut.", "cafe\u0301", True),
        ("The cafe\u0301 is shut.", "café", True),
        ("The cafe\u0301 is shut.", "caf", False),
        ("हिन्दी में", "हिन्द", False),
        ("हिन्दी में", "हिन्दी", True),
        ("كِتَابٌ جَمِيلٌ", "كِتَابٌ", True),
        ("كِتَابٌ جَمِيلٌ", "كِتَاب", False),
        ("The democracies vote.", "democrac", False),
        ("Grades 1992 and on.", "199", False),
        ("Russia’s aims.", "Russia", True),
    ],
)
def test_only_whole_words_are_quoted(excerpt: str, words: str, there: bool) -> None:
    assert bool(NumberedExcerpt.of(excerpt).occurrences(words)) is there


def test_words_that_stand_twice_are_told_with_their_lines() -> None:
    found = proved("((council))")

    assert isinstance(found, Unproved)
    assert found.problem is Problem.SEVERAL
    assert found.lines == ("1", "6")


def test_words_are_not_quoted_across_paragraphs_but_spanned() -> None:
    assert problem("((is wide. […] [T]he so-called))") is Problem.NOT_THERE
    assert problem("((is wide … [T]he so-called))") is None


def test_a_span_keeps_its_ends_and_gives_the_lines_between_them() -> None:
    found = proved("((The council voted … every ferryman is heard))")

    assert isinstance(found, Quotation)
    assert found.text == "The council voted … every ferryman is heard"
    assert (found.first_line, found.last_line) == (1, SINGLE[""].lines[-1].number)


@pytest.mark.parametrize("dots", ["…", "..."])
def test_a_span_is_typed_with_one_sign_or_three_dots(dots: str) -> None:
    assert text_of(f"((not asked {dots} is wide))") == "not asked … is wide"


@pytest.mark.parametrize(
    "prose", ["((every ferryman … The council voted))", "((The council … council voted))"]
)
def test_a_span_that_ends_before_it_begins_is_refused(prose: str) -> None:
    assert problem(prose) is Problem.BACKWARDS


@pytest.mark.parametrize(
    ("prose", "words"),
    [("((The mayor voted … is heard))", "The mayor voted"), ("((not asked … is hurt))", "is hurt")],
)
def test_each_end_of_a_span_is_proved_by_itself(prose: str, words: str) -> None:
    found = proved(prose)

    assert isinstance(found, Unproved)
    assert (found.problem, found.words) == (Problem.NOT_THERE, words)


def test_an_at_sign_asks_for_the_lines_alone() -> None:
    alone, both = proved("((@not asked))"), proved("((not asked))")

    assert isinstance(alone, Quotation)
    assert isinstance(both, Quotation)
    assert alone.reference_only
    assert not both.reference_only
    assert (alone.first_line, alone.text) == (both.first_line, both.text)


def test_the_line_of_words_is_the_line_that_holds_them() -> None:
    excerpt = SINGLE[""]
    only_there = {
        word: line.number
        for line in excerpt.lines
        for word in line.text.split()
        if word != CUT and len(excerpt.occurrences(word)) == 1
    }
    assert len(only_there) > 5
    for word, number in only_there.items():
        assert lines_of(f"(({word}))") == ("", number, number)


def test_in_a_pair_words_are_sought_in_both() -> None:
    assert lines_of("((must wait))", PAIR) == ("A", 1, 1)
    assert lines_of("((the carters))", PAIR) == ("B", 1, 1)


def test_in_a_pair_a_span_ends_in_the_text_in_which_it_begins() -> None:
    assert lines_of("((must come … Nobody asked))", PAIR) == ("B", 1, 1)


def test_in_a_pair_words_that_stand_in_both_need_a_label() -> None:
    found = proved("((The bridge must))", PAIR)

    assert isinstance(found, Unproved)
    assert (found.problem, found.lines) == (Problem.SEVERAL, ("A1", "B1"))
    assert lines_of("((B: The bridge must))", PAIR) == ("B", 1, 1)
    assert lines_of("((A: @Nobody asked))", PAIR) == ("A", 1, 1)
    assert lines_of("((@B: Nobody asked … the carters))", PAIR) == ("B", 1, 1)


def test_in_a_pair_a_label_keeps_the_words_to_its_own_text() -> None:
    assert problem("((A: the carters))", PAIR) is Problem.NOT_THERE
    assert problem("((A: Nobody asked … the carters))", PAIR) is Problem.NOT_THERE


def test_a_label_that_no_source_has_is_refused() -> None:
    assert problem("((C: The bridge))", PAIR) is Problem.NO_SUCH_LABEL


def test_a_capital_and_a_colon_in_a_single_text_are_its_own_words() -> None:
    excerpts = {"": NumberedExcerpt.of("Plan B: build nothing. Plan C: build all.")}

    assert text_of("((B: build nothing))", excerpts) == "B: build nothing"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("the so called experts", "[T]he so-called experts"),
        ("The council voted, on Tuesday", "The council voted on Tuesday"),
        ("council voted on a Tuesday to build", "council voted on Tuesday to build"),
        ("until every ferymen is heard", "until every ferryman is heard"),
        ("waggons", "wagons"),
        ("were not aksed", "were not asked"),
        (
            "Tuesday to build a second bridge, and the ferrymen were not asked. “Nobody doubts”, "
            "said the mayor’s wife, that that old bridge – once the pride of all – is narrow; the "
            "old ferry is wide",
            "Tuesday to build a second bridge, and the ferrymen were not asked. “Nobody doubts”, "
            "said the mayor’s wife, that the old bridge – once the pride of all – is narrow; the "
            "old ferry is wide",
        ),
    ],
)
def test_the_words_that_come_nearest_are_found(typed: str, meant: str) -> None:
    found = nearest(typed, SINGLE.values())

    assert found == meant


def test_what_a_long_quotation_meant_is_found_too() -> None:
    words = [f"{start}{end}ification" for start in "bcdfgl" for end in ("lass", "lor", "od", "er")]
    excerpt = NumberedExcerpt.of(" ".join(words))
    wrong = [*words[:12], "notification", *words[13:]]

    assert len(" ".join(wrong)) > 200
    assert nearest(" ".join(wrong), [excerpt]) == " ".join(words)


@pytest.mark.parametrize("typed", ["xylophone", "quantum mechanics of the early universe"])
def test_words_that_are_like_none_have_none_near(typed: str) -> None:
    assert nearest(typed, SINGLE.values()) is None


WORDS = st.lists(st.text("abcdeé’-", min_size=1, max_size=8), min_size=1, max_size=60)


@given(WORDS, st.data())
def test_any_run_of_an_excerpts_words_is_proved_or_stands_there_more_than_once(
    words: list[str], data: st.DataObject
) -> None:
    excerpt = {"": NumberedExcerpt.of(" ".join(words))}
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    run = " ".join(words[start:end])
    found = proved(f"(({run}))", excerpt)

    assert isinstance(found, Quotation | Unproved)
    if isinstance(found, Unproved):
        assert found.problem is Problem.SEVERAL
    else:
        assert found.text == run
        printed = " ".join(
            line.text for line in excerpt[""].lines[found.first_line - 1 : found.last_line]
        )
        assert run.replace(" ", "") in printed.replace(" ", "")


@given(WORDS, WORDS)
def test_a_hint_is_words_of_the_excerpt(words: list[str], typed: list[str]) -> None:
    excerpt = NumberedExcerpt.of(" ".join(words))
    found = nearest(" ".join(typed), [excerpt])

    assert found is None or found in excerpt.paragraphs[0].text


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [("名叫鬼畫符號", "名叫「鬼畫符」"), ("出格樣的文字", "出各樣的文字")],
)
def test_near_words_are_found_where_no_blanks_part_them(wanted: str, meant: str) -> None:
    excerpt = NumberedExcerpt.of("名叫「鬼畫符」。卻隨時顯出各樣的文字，是處世的寶訓。")

    assert nearest(wanted, [excerpt]) == meant


WITH_PICTURE = NumberedExcerpt.of("The bridge must wait.", "A", has_picture=True)


def test_a_mark_points_at_the_only_picture_that_is_shown() -> None:
    pair = {"A": WITH_PICTURE, "B": PAIR["B"]}

    assert proved("((#picture))", pair) == Pictured("A")
    assert proved("((A: #picture))", pair) == Pictured("A")
    assert problem("((B: #picture))", pair) is Problem.NO_PICTURE
    assert problem("((#picture))") is Problem.NO_PICTURE


def test_two_pictures_are_told_apart_by_their_labels() -> None:
    both = {"A": WITH_PICTURE, "B": NumberedExcerpt.of("It must come.", "B", has_picture=True)}

    assert problem("((#picture))", both) is Problem.SEVERAL_PICTURES
    assert proved("((B: #picture))", both) == Pictured("B")
