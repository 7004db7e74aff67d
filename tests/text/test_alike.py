"""One table of what counts as alike, and one law: what proves, counts and quotes sees the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from broadsheet.excerpt.numbered import NumberedExcerpt
from broadsheet.excerpt.passages import paragraphs, words_shown
from broadsheet.excerpt.proof import prove
from broadsheet.source.article import Article
from broadsheet.source.evidence import Evidence
from broadsheet.text.brackets import CUT, printed
from broadsheet.text.tokens import tokens
from broadsheet.text.unseen import seen
from broadsheet.text.words import words

LATIN = ["The", "council", "L’état", "c’est-à-dire", "—", "‒", "“so", "called”,", "10,000", "don't"]
OTHERS = ["סוף", "ב\u05b0ה\u05b7", "كِتَاب", "می\u200cخواهم", "परिषद", "會說", "ไทยแลนด์", "東京都"]
SIGNS = [
    "👩\u200d👩\u200d👧",
    "km²",
    "so\u00adft",
    "$24\u200f,\u200f000",
    "*",
    "†",
    "x\ufe0f",
    "(b)",
]
PIECES = st.sampled_from([*LATIN, *OTHERS, *SIGNS])
SOURCES = st.lists(PIECES, min_size=1, max_size=30).map(" ".join)


@given(SOURCES)
def test_a_source_proves_and_counts_as_itself(source: str) -> None:
    assert prove(source, Evidence.of_text(Article(source))) == []
    assert words_shown(source) == Article(source).words


@given(SOURCES, st.data())
def test_any_stretch_at_the_bounds_of_words_can_be_quoted_and_proves(
    source: str, data: st.DataObject
) -> None:
    (paragraph,) = paragraphs(source)
    held = list(tokens(paragraph.text))
    first = data.draw(st.integers(0, len(held) - 1))
    last = data.draw(st.integers(first, len(held) - 1))
    quoted = paragraph.text[held[first].start : held[last].end]

    found = NumberedExcerpt.of(source).occurrences(quoted)

    assert any(each.start <= held[first].start < each.end for each in found)
    assert prove(quoted, Evidence.of_text(Article(source))) == []


@given(SOURCES, st.data())
def test_a_changed_character_never_proves(source: str, data: st.DataObject) -> None:
    (paragraph,) = paragraphs(source)
    at = data.draw(st.integers(0, len(paragraph.text) - 1))
    other = data.draw(st.sampled_from("aZ7?ד語"))
    changed = paragraph.text[:at] + other + paragraph.text[at + 1 :]
    same = [t.text for t in tokens(changed)] == [t.text for t in tokens(paragraph.text)]

    assert same or prove(changed, Evidence.of_text(Article(source))) != []


@given(SOURCES)
def test_what_is_printed_has_the_tokens_of_what_was_typed(source: str) -> None:
    shown = " ".join(paragraph.text for paragraph in paragraphs(source))

    assert [t.text for t in tokens(shown)] == [t.text for t in tokens(source)]


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_words_are_made_of_tokens_and_of_nothing_else(text: str) -> None:
    held = "".join(token.text for token in tokens(text))
    found = words(text)
    assume(found)

    for word in found:
        assert "".join(token.text for token in tokens(word)) in held


@pytest.mark.parametrize("dash", "‐‑‒–—―−")
def test_a_dash_of_any_length_can_be_quoted_by_any_other(dash: str) -> None:
    excerpt = NumberedExcerpt.of(f"He came {dash} and went.")

    assert len(excerpt.occurrences("came - and")) == 1
    assert len(excerpt.occurrences("came — and")) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("日曜日に図書館を開ける。", 11),
        ("使用 Python 語言。", 5),
        ("ภาษาไทย", 7),
        ("다리를 놓기로 했다", 3),
    ],
)
def test_characters_are_counted_in_scripts_that_part_no_words(text: str, count: int) -> None:
    assert len(words(text)) == count == sum(token.is_word for token in tokens(text))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("買得一\n張符", "買得一張符"),
        ("起來，\n卻", "起來，卻"),
        ("公同好——\n「洋奴", "公同好——「洋奴"),
        ("使用 Python\n語言", "使用 Python 語言"),
        ("東京\nABC", "東京 ABC"),
        ("ภาษา\nไทย", "ภาษาไทย"),
        ("다리를\n놓기로", "다리를 놓기로"),
        ("two\nwords", "two words"),
    ],
)
def test_lines_join_without_a_blank_where_no_blank_parts_words(typed: str, shown: str) -> None:
    (paragraph,) = paragraphs(typed)
    assert paragraph.text == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("$24\u200f,\u200f000", "$24,000"),
        ("a\u202egnol\u202c way", "agnol way"),
        ("co\u00adop\u2060er\ufeffate", "cooperate"),
        ("hid\U000e0064\U000e0065den", "hidden"),
        ("note\ufff9annotated\ufffa\ufffb", "noteannotated"),
        ("in\u200dto", "into"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("👩\u200d👧 ☎\ufe0f", "👩\u200d👧 ☎\ufe0f"),
        ("🏴\U000e0067\U000e0062\U000e007f", "🏴\U000e0067\U000e0062\U000e007f"),
    ],
)
def test_what_can_not_be_seen_is_not_printed_but_where_a_script_needs_it(
    typed: str, shown: str
) -> None:
    (paragraph,) = paragraphs(typed)
    assert (paragraph.text, seen(typed)) == (shown, shown)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (r"They \[sic\] know", "They [sic] know"),
        ("They [ ... ] know", f"They {CUT} know"),
        (r"the \\[x\\] of \d and \\", r"the \[x\] of \d and \\"),
        (r"[see \[1\]]", "[see [1]]"),
    ],
)
def test_a_backslash_before_a_bracket_is_not_printed(typed: str, shown: str) -> None:
    assert printed(typed) == shown


def test_hebrew_abbreviations_are_alike_however_they_are_typed() -> None:
    assert [t.text for t in tokens("צה״ל ג׳")] == [t.text for t in tokens("צה\"ל ג'")]


def test_the_same_letters_in_two_forms_are_alike() -> None:
    text = "Café 가다 ﬁx"
    decomposed = unicodedata.normalize("NFD", text)
    assert [t.text for t in tokens(text)] == [t.text for t in tokens(decomposed)]
