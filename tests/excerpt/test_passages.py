"""An excerpt as its author typed it: paragraphs, cuts, the editor's words, and how many words."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from broadsheet.excerpt.passages import paragraphs, words_shown
from broadsheet.text.brackets import Kind, printed
from broadsheet.text.unseen import seen
from broadsheet.text.words import words

PIECES = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=["Z", "C"]), min_size=1)
    | st.sampled_from(["[…]", "[...]", "[an", "editor’s]", "[T]he", r"\[sic\]", "會說", "ไทย"]),
    max_size=40,
)
BREAKS = st.lists(st.sampled_from([" ", "  ", "\n", "\n\n", " \n \n", "\n\n\n", "\t"]), min_size=40)


def test_a_blank_line_parts_paragraphs_and_a_lines_end_is_a_blank() -> None:
    found = paragraphs("The council\nvoted.\n\n  Nobody \n asked.\n \nThe end.\n")

    assert [paragraph.text for paragraph in found] == [
        "The council voted.",
        "Nobody asked.",
        "The end.",
    ]


def test_a_paragraph_knows_where_it_begins_in_the_excerpt_as_typed() -> None:
    excerpt = "One.\n\n  Two.\n\nThree."

    assert [excerpt[paragraph.start :].split()[0] for paragraph in paragraphs(excerpt)] == [
        "One.",
        "Two.",
        "Three.",
    ]


@given(PIECES, BREAKS)
def test_no_word_is_lost_added_or_moved(pieces: list[str], breaks: list[str]) -> None:
    excerpt = "".join(piece + blank for piece, blank in zip(pieces, breaks, strict=False))
    shown = "".join(paragraph.text for paragraph in paragraphs(excerpt))

    assert "".join(seen(shown).split()) == "".join(seen(printed(excerpt)).split())


@given(PIECES, BREAKS)
def test_a_paragraph_ends_at_a_blank_line_and_nowhere_else(
    pieces: list[str], breaks: list[str]
) -> None:
    excerpt = "".join(piece + blank for piece, blank in zip(pieces, breaks, strict=False))
    lines = [" ".join(line.split()) for line in excerpt.split("\n")]

    assert len(paragraphs(excerpt)) == sum(
        bool(line) and not before for before, line in zip(["", *lines], lines, strict=False)
    )


@given(PIECES, BREAKS)
def test_a_paragraph_has_single_blanks_and_none_at_its_ends(
    pieces: list[str], breaks: list[str]
) -> None:
    excerpt = "".join(piece + blank for piece, blank in zip(pieces, breaks, strict=False))
    found = paragraphs(excerpt)
    assume(found)

    for paragraph in found:
        assert paragraph.text == " ".join(paragraph.text.split(" "))
        assert paragraph.text == paragraph.text.strip()
        assert "  " not in paragraph.text
        assert "\n" not in paragraph.text


@given(PIECES, BREAKS)
def test_the_stretches_of_a_paragraph_are_the_whole_of_it(
    pieces: list[str], breaks: list[str]
) -> None:
    excerpt = "".join(piece + blank for piece, blank in zip(pieces, breaks, strict=False))
    found = paragraphs(excerpt)
    assume(found)

    for paragraph in found:
        ends = [0, *(run.end for run in paragraph.runs)]
        assert [run.start for run in paragraph.runs] == ends[:-1]
        assert ends[-1] == len(paragraph.text) == len(paragraph.origins) == len(paragraph.source)


@pytest.mark.parametrize("typed", ["[…]", "[...]", "[ … ]", "[ ... ]"])
def test_a_cut_is_printed_in_one_form_however_it_was_typed(typed: str) -> None:
    (paragraph,) = paragraphs(f"They voted. {typed} Nobody asked.")

    assert paragraph.text == "They voted. […] Nobody asked."
    assert [run.kind for run in paragraph.runs] == [Kind.SOURCE, Kind.CUT, Kind.SOURCE]


def test_a_paragraph_that_is_only_a_cut_says_so() -> None:
    assert [paragraph.is_cut for paragraph in paragraphs("One.\n\n[...]\n\nTwo. […]")] == [
        False,
        True,
        False,
    ]


def test_words_in_brackets_are_the_editors() -> None:
    (paragraph,) = paragraphs("[T]he men [of the ferry] said so [sic].")

    assert [(run.kind, paragraph.text[run.start : run.end]) for run in paragraph.runs] == [
        (Kind.LETTER, "[T]"),
        (Kind.SOURCE, "he men "),
        (Kind.INSERTION, "[of the ferry]"),
        (Kind.SOURCE, " said so "),
        (Kind.INSERTION, "[sic]"),
        (Kind.SOURCE, "."),
    ]


def test_nothing_else_in_an_excerpt_is_markup() -> None:
    (paragraph,) = paragraphs("*Never* say <b>never</b> & `ever` ((so)) #1")

    assert [run.kind for run in paragraph.runs] == [Kind.SOURCE]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The council voted, seven to two.", 6),
        ("It isn’t a so-called vote.", 5),
        ("It isn't 1,500.25 pounds.", 4),
        ("Grades 9–10 — and/or none…", 4),
        ("L’homme qu’il a vu, c’est-à-dire lui.", 6),
        ("« Aujourd’hui », dit-elle.", 2),
        ("¿Qué pasó el 3 de mayo?", 6),
        ("Die Straßenbahn fährt übers Gründerzeit-Viertel.", 5),
        ("صوّت المجلس يوم الثلاثاء.", 4),
        ("كِتَابٌ جَمِيلٌ", 2),
        ("می‌خواهم بروم", 2),
        ("परिषद ने मंगलवार को मतदान किया।", 6),
        ("בְּרֵאשִׁית בָּרָא", 2),
        ("cafe\u0301 au lait", 3),
        ("דובר צה״ל אמר", 3),
        ('דובר צה"ל אמר "כן"', 4),
        ("co\u00adoperate", 1),
        ("— … «» () 🌉 !", 0),
        ("", 0),
    ],
)
def test_words_are_counted_as_a_reader_counts_them(text: str, count: int) -> None:
    assert len(words(text)) == count


@pytest.mark.parametrize(
    ("excerpt", "count"),
    [
        ("The council voted.", 3),
        ("[T]he council voted.", 3),
        ("[The mayor and the] council voted.", 2),
        ("The council[s] voted […] and [...] went.\n\n[…]\n\nHome.", 6),
        ("The [sic] council", 2),
        ("[…]", 0),
        ("[The editor’s words alone]", 0),
        ("The [editor’s words\nin two lines] council", 2),
        ("He saw [a] dog there.", 4),
        (r"They \[sic\] know it.", 4),
        (r"It was voted down.\[2\]\[3\] Nobody¹ asked why.*", 7),
    ],
)
def test_the_editors_words_do_not_count_as_the_sources(excerpt: str, count: int) -> None:
    assert words_shown(excerpt) == count


def test_endless_blank_lines_after_an_excerpt_are_passed_over() -> None:
    assert len(paragraphs("The end." + "\n" * 300_000)) == 1
