"""How much of an answer a student writes by hand."""

from __future__ import annotations

from typing import Final

from broadsheet.excerpt.quotation import marks
from broadsheet.prose.citing import cited
from broadsheet.text.words import size_in_words

_REFERENCE: Final = 2
"""Words of a reference as it is printed: line 7."""


def words_to_write(answer: str) -> int:
    """How many words a student would write for an answer as typed; a citation is the teacher's."""
    count = 0
    for mark in marks(answer):
        if not mark.reference_only:
            count += size_in_words(f"{mark.first} {mark.last}")
        count += _REFERENCE
    spans = [(mark.start, mark.end) for mark in marks(answer)]
    spans += [(key.start, key.end) for key in cited(answer)]
    for start, end in spans:
        answer = f"{answer[:start]}{' ' * (end - start)}{answer[end:]}"
    return count + size_in_words(answer)
