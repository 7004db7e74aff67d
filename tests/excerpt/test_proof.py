"""An excerpt stands in its source word for word, or its fault is found where it stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TypeAlias

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from broadsheet.excerpt.proof import Fault, Kind, prove, stands_nowhere
from broadsheet.source.article import Article
from broadsheet.source.evidence import Evidence
from broadsheet.source.fingerprint import Fingerprint
from broadsheet.text.tokens import tokens

Ground: TypeAlias = Callable[[str], Evidence]

SOURCE = """\
The harbour froze on Monday, and no boat left. “We have bread for a week,” said the mayor,
“and coal for two.” Nobody laughed. The baker, who had heard it before, closed his shop at noon.

By Thursday the ice was thick enough for sledges. Children crossed to the island and back;
their mothers did not know. It was, the mayor said later, the well-kept secret of the winter.
"""


def by_text(source: str) -> Evidence:
    return Evidence.of_text(Article(source))


def by_fingerprint(source: str) -> Evidence:
    return Evidence.of_fingerprint(Fingerprint.of(source))


either = pytest.mark.parametrize("ground", [by_text, by_fingerprint], ids=["text", "fingerprint"])


def only(faults: list[Fault]) -> Fault:
    assert len(faults) == 1
    return faults[0]


@either
@pytest.mark.parametrize(
    "excerpt",
    [
        SOURCE,
        "The harbour froze on\n  Monday, and no\tboat left. […]",
        "By Thursday the ice was thick enough for sledges.",
        'left. "We have bread for a week," said the mayor, "and coal for two."',
        "The harbour froze on Monday [in January], and no boat left.",
        "[T]he ice was thick enough for sledges.",
        "It was, the mayor said later, the well‑kept secret of the winter.",
        "The har\u00adbour froze on\u00a0Monday, and no boat left.",
        "The harbour froze on Monday, […]. “We have bread for […] Nobody laughed. The baker, who",
        "The harbour froze on Monday, and no boat left. […]\n\n[...]\n\nIt was, the mayor said",
        "had heard it before, closed his shop at noon. By Thursday the ice was thick",
    ],
)
def test_what_may_differ_is_proved(excerpt: str, ground: Ground) -> None:
    assert prove(excerpt, ground(SOURCE)) == []


@either
@pytest.mark.parametrize(
    ("excerpt", "kind", "at"),
    [
        ("The harbour froze on Tuesday, and no boat left.", Kind.CHANGED, "Tuesday"),
        ("The harbour froze on Monday and no boat left. “We have", Kind.LEFT_OUT, "and"),
        ("The harbour froze on Monday; and no boat left. “We have", Kind.CHANGED, ";"),
        ("The harbour froze on monday, and no boat left.", Kind.CHANGED, "monday"),
        ("The harbour froze on Monday, and boat left. “We have", Kind.LEFT_OUT, "boat"),
        ("The harbour froze on Monday, and no big boat left. “We have", Kind.CHANGED, "big"),
        ("An harbour froze on Monday, and no boat left.", Kind.CHANGED, "An"),
        ("The harbour froze on Monday, and no boat sailed", Kind.CHANGED, "sailed"),
        ("Nobody laughed. The baker, closed his shop at noon.", Kind.LEFT_OUT, "closed"),
        ("The harbour froze on Monday, […] and no boat left. “We", Kind.NOTHING_CUT, "[…]"),
        ("[...] The harbour froze on Monday, and no", Kind.NOTHING_CUT, "[...]"),
        ("later, the well-kept secret of the winter. […]", Kind.NOTHING_CUT, "[…]"),
        ("By Thursday the ice was thick enough […] The harbour froze on Monday, and",
         Kind.OUT_OF_ORDER, "The harbour froze on Monday, and"),
    ],
)  # fmt: skip
def test_a_fault_is_found_at_its_own_words(
    excerpt: str, kind: Kind, at: str, ground: Ground
) -> None:
    fault = only(prove(excerpt, ground(SOURCE)))
    # A hash can't tell a missing comma from a missing word.
    comma = {Kind.CHANGED, Kind.LEFT_OUT} if "Monday and" in excerpt else {kind}
    assert fault.kind in comma
    assert excerpt[fault.start : fault.end] == at


def test_a_missing_comma_is_no_cut_but_a_changed_mark() -> None:
    fault = only(prove("froze on Monday and no boat left.", by_text(SOURCE)))
    assert (fault.kind, fault.lacks, fault.source) == (Kind.CHANGED, True, ",")


def test_what_the_source_has_is_shown() -> None:
    fault = only(prove("and no ship left. “We have bread", by_text(SOURCE)))
    assert (fault.words, fault.source) == ("ship", "boat")
    assert fault.reads == "froze on Monday, and no boat left. “We have bread"


def test_the_words_that_an_unmarked_cut_leaves_out_are_shown() -> None:
    fault = only(prove("Nobody laughed. The baker, closed his shop at noon.", by_text(SOURCE)))
    assert fault.source == "who had heard it before,"


def test_a_moved_word_is_found_where_it_left_and_where_it_stands() -> None:
    faults = prove("The harbour on Monday froze, and no boat left.", by_text(SOURCE))
    assert [fault.kind for fault in faults] == [Kind.LEFT_OUT, Kind.CHANGED]


def test_every_changed_word_of_a_passage_is_found() -> None:
    excerpt = "The harbor froze on Monday, and no boat left. “We have bread for a month,” said the"
    assert [f.words for f in prove(excerpt, by_text(SOURCE))] == ["harbor", "month"]
    assert [f.words for f in prove(excerpt, by_fingerprint(SOURCE))] == ["harbor", "month"]


def test_words_run_together_are_not_the_sources_words() -> None:
    assert only(prove("and coal fortwo.” Nobody laughed.", by_text(SOURCE))).words == "fortwo"


def test_a_bracketed_letter_may_change_its_case_and_nothing_else() -> None:
    assert prove("[B]oat left. “We have bread", by_text(SOURCE)) == []
    assert prove("[G]oat left. “We have bread", by_text(SOURCE)) != []


def test_the_editors_words_do_not_replace_the_sources() -> None:
    fault = only(prove("“and coal for two.” [They] laughed. The baker,", by_text(SOURCE)))
    assert (fault.kind, fault.source) == (Kind.LEFT_OUT, "Nobody")


def test_a_passage_of_one_word_is_proved_by_the_text() -> None:
    assert prove("The harbour […] laughed. […]", by_text(SOURCE)) == []


def test_a_short_passage_is_said_to_be_unproved_by_a_fingerprint() -> None:
    excerpt = "The harbour froze on Monday, […] Nobody laughed. […] By Thursday the ice was thick"
    fault = only(prove(excerpt, by_fingerprint(SOURCE)))
    assert (fault.kind, fault.words) == (Kind.TOO_SHORT, "Nobody laughed.")


def test_a_short_passage_still_needs_its_room_in_the_source() -> None:
    excerpt = "The harbour froze on Monday, […] and no boat […] left. “We have bread for"
    kinds = [fault.kind for fault in prove(excerpt, by_fingerprint(SOURCE))]
    assert kinds == [Kind.TOO_SHORT, Kind.NOTHING_CUT]


def test_words_that_stand_twice_are_taken_where_the_order_holds() -> None:
    source = "one two three. four five six. one two three. seven eight nine."
    assert prove("four five six. […] seven eight nine.", by_text(source)) == []
    assert prove("four five six. one two three.", by_text(source)) == []
    assert prove("one two three. […] one two three.", by_text(source)) == []


@either
def test_another_article_has_nothing_of_the_excerpt(ground: Ground) -> None:
    excerpt = (
        "A quite different piece about bees, hives and honey in June. […] Nobody was stung there."
    )
    assert stands_nowhere(excerpt, prove(excerpt, ground(SOURCE)))


@either
@pytest.mark.parametrize(
    ("source", "excerpt"),
    [
        (
            "« Ah\u00a0! le néant de cette page\u00a0! » Qu’on l’ait lue, c’est un prodige.",
            "« Ah ! le néant de cette page ! » Qu'on l'ait lue, c'est un prodige.",
        ),
        (
            "La ciudad —decía el viejo— no duerme nunca. ¿Quién la vela?",
            "La ciudad – decía el viejo – no duerme nunca. ¿Quién la vela?",
        ),
        (
            "كَتَبَ الصَّحَفِيُّ مقالًا طويلًا، ثُمَّ لم يقرأه أحدٌ في المدينة.",
            "كَتَبَ الصَّحَفِيُّ مقالًا طويلًا، ثُمَّ لم يقرأه أحدٌ في المدينة.",
        ),
        ("Село́ мовчало, бо м’яч розбив єдине вікно школи.", "бо мʼяч розбив єдине вікно школи."),
        ("橋は月曜日に閉じられた。誰も理由を言わなかった。", "誰も理由を言わ\nなかった。"),
    ],
    ids=["French", "Spanish", "Arabic", "Ukrainian", "Japanese"],
)
def test_other_languages_are_proved_alike(source: str, excerpt: str, ground: Ground) -> None:
    assert prove(excerpt, ground(source)) == []
    assert prove(unicodedata.normalize("NFD", excerpt), ground(source)) == []
    assert prove(excerpt, ground(unicodedata.normalize("NFD", source))) == []


def test_a_changed_vowel_sign_is_a_changed_word() -> None:
    source = "كَتَبَ الصَّحَفِيُّ مقالًا طويلًا، ثُمَّ لم يقرأه أحدٌ في المدينة."
    assert prove(source.replace("كَتَبَ", "كُتِبَ"), by_fingerprint(source)) != []


def test_half_a_surrogate_pair_is_a_fault_and_no_crash() -> None:
    assert prove("The harbour froze on \ud800, and", by_fingerprint(SOURCE)) != []


WORDS = st.sampled_from(
    ["the", "a", "harbour", "froze", "and", "don’t", "été", "3", "1,000", "كَتَبَ", "«", ".", "—", "“"]
)
TEXTS = st.lists(WORDS, min_size=30, max_size=90).map(" ".join)


@st.composite
def quoted(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A text, and passages of it that are long enough for a fingerprint, with gaps between."""
    text = draw(TEXTS)
    found = list(tokens(text))
    passages, at = [], draw(st.integers(0, 5))
    while at + 6 <= len(found):
        end = min(at + draw(st.integers(6, 14)), len(found))
        passages.append(text[found[at].start : found[end - 1].end])
        at = end + draw(st.integers(1, 8))
    assume(passages)
    return text, passages


@either
@given(quoted())
@settings(max_examples=60)
def test_any_passages_with_marked_cuts_are_proved(
    ground: Ground, drawn: tuple[str, list[str]]
) -> None:
    text, passages = drawn
    assert prove("\n\n[…]\n\n".join(passages), ground(text)) == []


# The same examples in every run: one changed hash in 65,536 is right by chance.
@either
@given(quoted(), st.data())
@settings(max_examples=100, derandomize=True)
def test_any_changed_word_or_mark_is_found(
    ground: Ground, drawn: tuple[str, list[str]], data: st.DataObject
) -> None:
    text, passages = drawn
    which = data.draw(st.integers(0, len(passages) - 1))
    found = list(tokens(passages[which]))
    at = data.draw(st.sampled_from(found))
    new = data.draw(st.sampled_from(["", "Zebra", at.text + "x", at.text + "!", "? " + at.text]))
    passages[which] = passages[which][: at.start] + f" {new} " + passages[which][at.end :]
    changed = "\n\n[…]\n\n".join(passages)
    # Without a word, a passage may still be one of the source, such as its beginning.
    assume(new or prove(changed, by_text(text)))
    assert prove(changed, ground(text)) != []


@given(st.text(max_size=60))
@settings(max_examples=150)
def test_composed_and_decomposed_letters_are_the_same_words(text: str) -> None:
    composed, decomposed = (
        [token.text for token in tokens(unicodedata.normalize(form, text))]
        for form in ("NFC", "NFD")
    )
    assert composed == decomposed
