"""A text far above its readers' ages comes with help."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.check import hard_words
from broadsheet.check.reading_age import FEWEST_WORDS, reading_age

COMMON_WORDS = Path(hard_words.__file__).parent / "common_words"
EASY = "We took the cat to the park. It sat on the wall. The sun was hot. Sam had a red kite. "
HARD = (
    "Notwithstanding considerable deliberation, the municipal administration has repeatedly "
    "acknowledged that contemporary accessibility requirements necessitate comprehensive "
    "consultation with representatives of commercial organizations. "
)
EASY_GERMAN = "Der Hund lief in den Park. Er war rot. Die Katze saß auf der Bank. Sie schlief. "
HARD_GERMAN = (
    "Ungeachtet umfangreicher Beratungen erkannte die Stadtverwaltung wiederholt an, dass "
    "gegenwärtige Anforderungen an die Barrierefreiheit umfassende Abstimmungen mit "
    "Vertreterinnen gewerblicher Organisationen erforderlich machen. "
)


@pytest.mark.parametrize(
    ("easy", "hard", "language"),
    [(EASY, HARD, "en"), (EASY, HARD, "en-GB"), (EASY_GERMAN, HARD_GERMAN, "de")],
)
def test_long_words_in_long_sentences_are_for_older_readers(
    easy: str, hard: str, language: str
) -> None:
    young, old = reading_age(easy * 10, language), reading_age(hard * 10, language)

    assert young is not None
    assert old is not None
    assert young < 10 < 18 < old


def test_the_same_words_in_fewer_sentences_are_harder() -> None:
    apart, together = reading_age(EASY * 10, "en"), reading_age(EASY.replace(".", ",") * 10, "en")

    assert apart is not None
    assert together is not None
    assert together > apart + 5


def test_a_short_text_is_not_measured() -> None:
    assert reading_age("word " * (FEWEST_WORDS - 1), "en") is None
    assert reading_age("word " * FEWEST_WORDS, "en") is not None


@pytest.mark.parametrize("language", ["es", "fr", "uk", "ar"])
def test_a_language_without_a_formula_is_not_measured(language: str) -> None:
    assert reading_age("word " * FEWEST_WORDS, language) is None


def test_the_editors_words_are_not_measured() -> None:
    assert reading_age("word " * (FEWEST_WORDS - 1) + "[word]", "en") is None


@pytest.mark.parametrize("file", sorted(COMMON_WORDS.glob("*.txt")), ids=lambda file: file.stem)
def test_the_lists_of_common_words_are_sorted_as_they_are_searched(file: Path) -> None:
    lines = file.read_text("utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert file.read_text("utf-8").endswith("\n")
