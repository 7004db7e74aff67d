"""What is at hand of a lesson's sources: the text, the fingerprint, both or neither."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from broadsheet.confined import leads_out
from broadsheet.lesson.models import Lesson, Source
from broadsheet.source.article import MAX_BYTES, Article, Unreadable, read_article
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
    text = _file(folder, source.text)
    fingerprint = _file(folder, source.fingerprint)
    return AtHand(
        read_article(text, source.title) if isinstance(text, Path) else text,
        read_fingerprint(fingerprint) if isinstance(fingerprint, Path) else fingerprint,
    )


def words_in_all(lesson: Lesson, folder: Path) -> dict[str, int | None]:
    """Words of each whole source by label; None where neither text nor fingerprint is at hand."""
    return {label: at_hand(source, folder).words for label, source in lesson.texts.items()}


def read_fingerprint(file: Path) -> Fingerprint | Unreadable:
    """Read a fingerprint's file."""
    try:
        if file.stat().st_size > MAX_BYTES:
            return Unreadable("is too large for a fingerprint", "name another file")
        return Fingerprint.from_json(file.read_bytes())
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        return Unreadable(f"cannot be read: {reason}", "look at the spelling of its path")
    except DamagedError as damaged:
        return Unreadable(str(damaged), damaged.hint)


def _file(folder: Path, path: str | None) -> Path | Unreadable | None:
    if path is None:
        return None
    try:
        if leads_out(folder, path):
            return Unreadable(
                "leads out of the lesson's folder",
                "copy the file into the lesson's folder; links and `..` are not followed",
            )
        file = folder / path
        return file if file.exists() else None
    except (OSError, ValueError):
        return Unreadable("is no path", "write a path such as sources/my-lesson.txt")
