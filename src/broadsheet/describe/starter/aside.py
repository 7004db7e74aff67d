"""What a draft asks its author of a piece, as comments beside the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broadsheet.describe.starter.skeleton import Wording
from broadsheet.locale.labels import labels_for
from broadsheet.signals.find import signals_in
from broadsheet.signals.rare import rare_words
from broadsheet.signals.signal import MOST, Kind, Signal, chosen
from broadsheet.signals.whole import is_read, missing_from

_GLOSSES: Final = 8
"""So many words are named that may need a gloss."""
_LENSES: Final = {
    "evidence": (Kind.NUMBER, Kind.NOBODY, Kind.SPEAKER, Kind.ABSOLUTE, Kind.HEDGE),
    "framing": (Kind.CHARGED, Kind.NAMED, Kind.RENAMED, Kind.COMPARISON),
    "omissions": (
        Kind.NO_NUMBER,
        Kind.NO_SPEAKER,
        Kind.NO_OBJECTION,
        Kind.NO_COST,
        Kind.NO_STANDING,
    ),
}


def aside(excerpt: str, piece: str, language: str, words: str, wording: Wording) -> str:
    """Lines of comment on a piece: what its words, and what it lacks, may lead to ask.

    `language` is that of the piece; `words` and `wording` those of the lesson.
    """
    asks = wording.signals
    if not is_read(piece, language):
        return asks["no_lists"]
    missing = missing_from(piece, language)
    found = (*chosen(signals_in(excerpt, language), MOST - len(missing)), *missing)
    lines = [asks["head"]] if found else []
    labels = labels_for(words)
    for lens, kinds in _LENSES.items():
        of_lens = [signal for signal in found if signal.kind in kinds]
        lines += [f"  {labels.say(lens)}"] if of_lens else []
        lines += _told(of_lens, wording)
    if rare := rare_words(excerpt, language)[:_GLOSSES]:
        lines += [asks["glosses"], f"  {', '.join(rare)}"]
    return "\n".join(lines)


def _told(signals: list[Signal], wording: Wording) -> Iterator[str]:
    """Each question once, above the words that it is asked of, as they can be quoted."""
    for kind in dict.fromkeys(signal.kind for signal in signals):
        yield f"  - {wording.signals[kind]}"
        words = (" ".join(signal.words.split()) for signal in signals if signal.kind is kind)
        yield from (f"      (({each}))" for each in words if each)
