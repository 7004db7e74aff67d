"""The words printed around a lesson are in its language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from broadsheet.findings import Finding

Errors: TypeAlias = Callable[[str | bytes], tuple[Finding, ...]]


@pytest.mark.parametrize("tag", ["en", "en-GB", "EN", "en-Latn-US"])
def test_a_language_with_labels_is_printed_in_them(
    errors: Errors, clean_lesson: str, tag: str
) -> None:
    assert errors(clean_lesson.replace("language: en", f"language: {tag}")) == ()


@pytest.mark.parametrize("tag", ["eo", "enm", "tlh-Latn"])
def test_a_language_without_labels_is_found_at_its_tag(
    errors: Errors, clean_lesson: str, tag: str
) -> None:
    (finding,) = errors(clean_lesson.replace("language: en", f"language: {tag}"))
    place = finding.place

    assert finding.code == "language-without-labels"
    assert place is not None
    assert (place.line, place.column, place.end_column) == (3, 11, 11 + len(tag))
    assert "languages with labels: " in finding.hint
