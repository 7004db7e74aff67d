"""How often signals are right, on sentences that were marked by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

import pytest
import yaml

from broadsheet.signals.find import signals_in
from broadsheet.signals.lists import languages
from broadsheet.signals.signal import Kind

MARKED: Final = Path(__file__).with_name("marked")


class Measured(NamedTuple):
    """What was found of what was marked, in one language."""

    right: int
    wrong: list[str]
    missed: list[str]

    @property
    def precision(self) -> float:
        """How many of the signals are right."""
        return self.right / (self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """How many of what was marked are found."""
        return self.right / (self.right + len(self.missed))


def measured(language: str) -> Measured:
    """Hold the signals of each sentence against its marks."""
    right, wrong, missed = 0, [], []
    for text, marks in yaml.safe_load((MARKED / f"{language}.yaml").read_text("utf-8")):
        left = dict(marks)
        for signal in signals_in(text, language):
            rests_on = text[slice(*signal.at)].casefold()
            mark = str(left.get(signal.kind.value, "")).casefold()
            if mark and (mark in rests_on or rests_on in mark):
                del left[signal.kind.value]
                right += 1
            else:
                wrong.append(f"{signal.kind}: {rests_on}: {text}")
        missed += [f"{kind}: {words}: {text}" for kind, words in left.items()]
    return Measured(right, wrong, missed)


@pytest.mark.parametrize("language", languages())
def test_signals_are_right_nine_times_in_ten(language: str) -> None:
    found = measured(language)
    assert found.precision >= 0.9, found.wrong
    assert found.recall >= 0.8, found.missed


@pytest.mark.parametrize("language", languages())
def test_forty_sentences_are_marked_in_each_language(language: str) -> None:
    sentences = yaml.safe_load((MARKED / f"{language}.yaml").read_text("utf-8"))
    assert len({text for text, _ in sentences}) == 40
    assert {kind for _, marks in sentences for kind in marks} <= {kind.value for kind in Kind}
