"""What an author's own words are, and what is quoted or cited."""

from __future__ import annotations

import pytest

from broadsheet.check.phrases import own_words


@pytest.mark.parametrize(
    "not_own",
    [
        "((quoted (so-called) words))",
        "“quoted”",
        "„quoted“",
        "«quoted»",
        "‘quoted’",
        '"quoted"',
        "「quoted」",
        "[@key; @another]",
    ],
)
def test_what_is_quoted_or_cited_is_blanked_where_it_stands(not_own: str) -> None:
    prose = f"Before {not_own} and {not_own} after."
    blank = " " * len(not_own)
    assert own_words(prose) == f"Before {blank} and {blank} after."


def test_apostrophes_quote_nothing() -> None:
    prose = "The dogs’ food isn’t the cats’ food, and the dogs' isn't the cats'."
    assert own_words(prose) == prose
