"""What is at hand of a lesson's sources: the text, the fingerprint, both or neither."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from broadsheet.confined import Refusal, RefusedError, read_within
from broadsheet.lesson.models import Lesson, Source
from broadsheet.source.article import Article, Unreadable, article_in, largest, unreadable
from broadsheet.source.fingerprint import DamagedError, Fingerprint


@dataclass(frozen=True, slots=True)
class AtHand:
    """A source's text and fingerprint; None where there is no such file."""

    article: Article | Unreadable | None
    fingerprint: Fingerprint | Unreadable | None

    @property
    def words(self) -> int | None:
        """Words of the whole piece: the text's, else the fingerprint's, else nobody knows."""
        if isinstance(self.article, Article):
            return self.article.words
        return self.fingerprint.words if isinstance(self.fingerprint, Fingerprint) else None


def at_hand(source: Source, folder: Path) -> AtHand:
    """Read what is there of a source whose lesson lies in `folder`."""
    text = _data(folder, source.text)
    fingerprint = _data(folder, source.fingerprint)
    suffix = Path(source.text or "").suffix
    return AtHand(
        article_in(text, suffix, source.title) if isinstance(text, bytes) else text,
        _fingerprint(fingerprint) if isinstance(fingerprint, bytes) else fingerprint,
    )


def sources_of(lesson: Lesson, folder: Path) -> dict[str, AtHand]:
    """Read what is there of every source of a lesson that lies in `folder`, by label."""
    return {label: at_hand(source, folder) for label, source in lesson.texts.items()}


def _fingerprint(data: bytes) -> Fingerprint | Unreadable:
    try:
        return Fingerprint.from_json(data)
    except DamagedError as damaged:
        return Unreadable(str(damaged), damaged.hint)


def _data(folder: Path, path: str | None) -> bytes | Unreadable | None:
    """What a file of the lesson's folder holds; None where none is named, or none is there."""
    if path is None:
        return None
    try:
        return read_within(folder, path, largest(Path(path).suffix))
    except RefusedError as refused:
        return None if refused.why is Refusal.MISSING else unreadable(refused)
