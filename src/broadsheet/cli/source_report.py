"""What is said of a piece that was read: what stands in it, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from broadsheet.cli.show import number_of
from broadsheet.source.article import Article
from broadsheet.source.furniture import Kind, first_words
from broadsheet.source.piece import LeftOut, Where
from broadsheet.text.words import words


def told_of(article: Article, unit: str) -> Iterator[str]:
    """Yield the lines that say how a piece was read; `unit` is what is counted."""
    if article.put_back:
        back = number_of(len(article.put_back), "paragraph")
        yield (
            f"put back {back} ({_size(article.put_back, unit)}) that the library had dropped: "
            f"“{first_words(article.put_back[0])}”"
        )
    if article.left_out:
        yield f"left out as no part of it: {', '.join(_kinds(article.left_out, unit))}"
    between = [one for one in article.left_out if one.where is Where.WITHIN]
    for kind, texts in _by_kind(between).items():
        if kind.is_doubtful:
            yield (
                f"warning: left out between its paragraphs: {kind.value} ({_size(texts, unit)}): "
                f"“{first_words(texts[0])}”"
            )
    if article.shortfall:
        yield f"warning: this may not be the whole piece: {article.shortfall}"
    for line, kind in article.furniture:
        if kind is not Kind.GATE:
            yield f"warning: it has {kind.value}, which counts as text: “{first_words(line)}”"


def _kinds(left_out: Iterable[LeftOut], unit: str) -> Iterator[str]:
    """Each kind of what was left out, with its size and, unless it says enough, its beginning."""
    for kind, texts in _by_kind(left_out).items():
        begins = f" “{first_words(texts[0])}”" if kind is Kind.ELSEWHERE else ""
        yield f"{kind.value}{begins} ({_size(texts, unit)})"


def _by_kind(left_out: Iterable[LeftOut]) -> dict[Kind, list[str]]:
    by_kind: dict[Kind, list[str]] = {}
    for one in left_out:
        by_kind.setdefault(one.kind, []).append(one.text)
    return by_kind


def _size(texts: Iterable[str], unit: str) -> str:
    return number_of(sum(len(words(text)) for text in texts), unit)
