"""The recipe: a lesson begun from an article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from broadsheet.bounded import GivenUpError, bounded
from broadsheet.confined import RefusedError, read_file
from broadsheet.describe.starter import DraftSource, Kind, draft_files
from broadsheet.excerpt.proposed import proposed
from broadsheet.recipes.new import kind_of, refused_name, written
from broadsheet.recipes.refusal import PIECE_ALONE, Refusal
from broadsheet.school.limits import DEFAULTS
from broadsheet.source.article import Article, Unreadable, article_in, largest, unreadable
from broadsheet.source.facts import facts_in
from broadsheet.source.fingerprint import Fingerprint
from broadsheet.source.title import without_title


@dataclass(frozen=True, slots=True)
class Begun:
    """What was read and written."""

    articles: tuple[Article, ...]
    """Those of the files that were named, in their order."""
    files: tuple[Path, ...]
    """The lesson first."""


def draft(
    slug: str, folder: Path, pieces: tuple[Path, ...], language: str | None
) -> Begun | Refusal:
    """Begin a lesson from the file of one piece, or of two for a pair.

    Its language is that of the first piece where that names one that there is a starter in, unless
    told, and English else. The pieces themselves are only read: what is kept of each is its
    fingerprint, and the passages that are proposed. Nothing that is there is written over.
    """
    if refused := refused_name(slug):
        return refused
    read: list[tuple[Article, DraftSource]] = []
    for piece in pieces:
        try:
            with bounded():
                one = _read(piece)
        except GivenUpError as given_up:
            return Refusal(f"{piece} can't be read: {given_up.reason}", PIECE_ALONE)
        if isinstance(one, Refusal):
            return one
        read.append(one)
    sources = tuple(source for _, source in read)
    kind = _kind(language, sources)
    if isinstance(kind, Refusal):
        return kind
    files = written(slug, folder, draft_files(slug, folder, kind, sources))
    if isinstance(files, Refusal):
        return files
    return Begun(tuple(article for article, _ in read), files)


def _kind(language: str | None, sources: tuple[DraftSource, ...]) -> Kind | Refusal:
    is_pair = len(sources) > 1
    if language is not None:
        return kind_of(language, is_pair=is_pair)
    own = sources[0].facts.language
    found = kind_of(own, is_pair=is_pair) if own else None
    return found if isinstance(found, Kind) else Kind(is_pair=is_pair)


def _read(piece: Path) -> tuple[Article, DraftSource] | Refusal:
    try:
        data = read_file(piece, largest(piece.suffix))
    except RefusedError as refused:
        reason = unreadable(refused)
        return Refusal(f"{piece} {reason.message}", reason.hint)
    # Whatever is no text at all is told before anything is looked for in it.
    article = article_in(data, piece.suffix, "")
    if isinstance(article, Unreadable):
        return Refusal(f"{piece} {article.message}", article.hint)
    facts = facts_in(data, piece.suffix)
    article = replace(article, text=without_title(article.text, facts.title))
    try:
        fingerprint = Fingerprint.of(article.text)
    except ValueError as error:
        return Refusal(f"{piece} is too short: {error}", "name the file of the whole piece")
    most = min(DEFAULTS.copyright_words, article.words * DEFAULTS.copyright_percent // 100)
    return article, DraftSource(facts, proposed(article.text, most), fingerprint, article.text)
