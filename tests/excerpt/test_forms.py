"""Verse keeps its lines, and a mixed text says line by line what it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.excerpt.forms import Form, Shape
from broadsheet.excerpt.numbered import NumberedExcerpt
from broadsheet.excerpt.passages import paragraphs, words_shown
from broadsheet.excerpt.proof import Kind, prove
from broadsheet.source.article import Article
from broadsheet.source.evidence import Evidence
from broadsheet.source.fingerprint import Fingerprint

POEM = """\
O bridge, that standest in the rain,
  Thy arches never built in vain,
    [...]
Who pays?

Nobody knows.
"""
LETTER = """\
Last week the council *finally* decided, as
it **must**.

## What it will cost
- £40,000 for the piers;
- £12,500 for the
  road
> We have waited.

| I remain, Sir,
|   A. RATEPAYER
"""
AS_PRINTED = (
    "Last week the council finally decided, as it must. What it will cost £40,000 for the piers; "
    "£12,500 for the road We have waited. I remain, Sir, A. RATEPAYER"
)


def test_verse_is_numbered_by_its_own_lines() -> None:
    excerpt = NumberedExcerpt.of(POEM, form="verse")

    assert [(line.number, line.text, line.indent) for line in excerpt.lines] == [
        (1, "O bridge, that standest in the rain,", 0),
        (2, "Thy arches never built in vain,", 1),
        (3, "[…]", 2),
        (4, "Who pays?", 0),
        (5, "Nobody knows.", 0),
    ]


def test_a_line_of_verse_that_is_too_long_turns_over_and_is_one_line() -> None:
    long = "And " * 40 + "so on."
    excerpt = NumberedExcerpt.of(f"One.\n{long}\nThree.", form="verse")

    assert [line.number for line in excerpt.lines] == [1, 2, 3]
    assert excerpt.lines[1].text == long
    assert excerpt.lines[1].turns
    (stretch,) = excerpt.occurrences("so on. Three.")
    assert excerpt.lines_of(stretch, stretch) == (2, 3)


def test_each_line_of_a_mixed_text_says_what_it_is() -> None:
    found = paragraphs(LETTER, "mixed")

    assert [(each.shape, each.text) for each in found] == [
        (Shape.PROSE, "Last week the council finally decided, as it must."),
        (Shape.HEADING, "What it will cost"),
        (Shape.ITEM, "£40,000 for the piers;"),
        (Shape.ITEM, "£12,500 for the road"),
        (Shape.SET_APART, "We have waited."),
        (Shape.LINES, "I remain, Sir, A. RATEPAYER"),
    ]
    text, emphases = found[0].text, found[0].emphases
    assert [(text[e.start : e.end], e.is_strong) for e in emphases] == [
        ("finally", False),
        ("must", True),
    ]
    assert [each.label for each in found] == ["", "", "-", "-", "", ""]


def test_without_a_form_nothing_is_markup() -> None:
    assert [each.shape for each in paragraphs(LETTER)] == [Shape.PROSE] * 3
    assert "## What it will cost - £40,000" in paragraphs(LETTER)[1].text


@pytest.mark.parametrize("source", [LETTER.replace("| ", ""), AS_PRINTED])
@pytest.mark.parametrize("ground", ["text", "fingerprint"])
def test_the_marks_are_proved_whether_the_sources_file_has_them_or_not(
    source: str, ground: str
) -> None:
    text = ground == "text"
    evidence = (
        Evidence.of_text(Article(source))
        if text
        else Evidence.of_fingerprint(Fingerprint.of(source))
    )

    assert prove(LETTER, evidence, "mixed") == []
    (fault,) = prove(LETTER.replace("piers", "peers"), evidence, "mixed")
    assert fault.words == "peers"


def test_marks_of_form_are_no_words() -> None:
    assert words_shown(LETTER, "mixed") == words_shown(AS_PRINTED)


@given(st.lists(st.text("abc .,", min_size=1, max_size=90), min_size=1, max_size=8))
def test_verse_has_a_line_for_each_line_that_is_typed(lines: list[str]) -> None:
    excerpt = NumberedExcerpt.of("\n".join(lines), form="verse")

    assert [line.text for line in excerpt.lines] == [
        " ".join(line.split()) for line in lines if line.strip()
    ]


@given(
    st.lists(
        st.sampled_from(
            ["[…]", "*a", "b*", "**c**", "- ", "| ", "## ", "> ", "\n", "\n\n", "w [x]"]
        ),
        max_size=14,
    ),
    st.sampled_from(["prose", "verse", "mixed"]),
)
def test_any_text_of_any_form_is_proved_by_what_it_prints(parts: list[str], form: Form) -> None:
    excerpt = " ".join(parts).replace(" \n ", "\n").replace(" \n\n ", "\n\n")
    shown = "\n\n".join(each.source for each in paragraphs(excerpt, form))

    kinds = {fault.kind for fault in prove(excerpt, Evidence.of_text(Article(shown)), form)}

    # Where the same words stand twice, a cut that cut nothing may take them for the later ones.
    assert kinds <= {Kind.NOTHING_CUT, Kind.OUT_OF_ORDER}
    assert NumberedExcerpt.of(excerpt, form=form) == NumberedExcerpt.of(excerpt, form=form)
