"""An excerpt that is proposed is proved, short enough, and marked where it is cut."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.excerpt.passages import words_shown
from broadsheet.excerpt.proof import prove
from broadsheet.excerpt.proposed import proposed
from broadsheet.source.article import Article
from broadsheet.source.evidence import Evidence

PIECE = "\n\n".join(
    f"Paragraph {name} begins the {name} part. It goes on for some words. It ends."
    for name in ("one", "two", "three", "four", "five", "six", "seven")
)


def faults(excerpt: str, text: str) -> list[object]:
    return list(prove(excerpt, Evidence.of_text(Article(text))))


def test_it_shows_how_a_piece_begins_goes_on_and_ends() -> None:
    excerpt = proposed(PIECE, 45)
    assert excerpt.startswith("Paragraph one begins")
    assert "\n\nParagraph four begins" in excerpt or "\n\nParagraph five begins" in excerpt
    assert excerpt.endswith("It ends.")
    assert excerpt.count("[…]") == 2


def test_whole_paragraphs_that_are_left_out_are_a_mark_of_their_own() -> None:
    text = "One is short.\n\nTwo is longer than any of these by far, I think.\n\nThree is short."
    assert proposed(text, 9) == "One is short.\n\n[…]\n\nThree is short."


def test_a_piece_without_paragraphs_is_cut_between_its_sentences() -> None:
    text = " ".join(f"Here is sentence {n}." for n in range(100))
    excerpt = proposed(text, 40)
    assert excerpt.startswith("Here is sentence 0.")
    assert excerpt.endswith("Here is sentence 99.")
    assert faults(excerpt, text) == []


def test_a_piece_of_one_endless_sentence_gives_its_first_words() -> None:
    assert proposed("and on " * 500, 3) == "and on and […]"


def test_brackets_of_the_piece_are_typed_as_its_own() -> None:
    text = "He wrote [sic] twice. The rest is not shown, whatever it is.\n\nNor is this."
    excerpt = proposed(text, 5)
    assert excerpt.startswith(r"He wrote \[sic\] twice.")
    assert faults(excerpt, text) == []


def test_a_script_that_parts_no_words_is_counted_by_the_character() -> None:
    text = "渡し船は木曜日に売られた。多くの人はそれを金曜日に知った。\n\n議会は節約と呼ぶ。" * 8
    excerpt = proposed(text, 60)
    assert 20 < words_shown(excerpt, None) <= 60
    assert faults(excerpt, text) == []


words = st.sampled_from(["the", "ferry", "sold", "said", "Mr.", "“no”", "[sic]", "12.5", "市"])
sentences = st.lists(words, min_size=1, max_size=12).map(lambda them: " ".join(them) + ".")
pieces = st.lists(
    st.lists(sentences, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=12
).map("\n\n".join)


@settings(max_examples=40)
@given(pieces, st.integers(1, 60))
def test_any_proposal_is_proved_and_within_the_limit(text: str, most: int) -> None:
    excerpt = proposed(text, most)
    assert words_shown(excerpt, None) <= most
    assert excerpt.strip() == excerpt
    assert faults(excerpt, text) == []
