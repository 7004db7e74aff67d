"""Words of a document that are in another language than the rest of it."""

from __future__ import annotations

from broadsheet.locale.labels import Labels
from broadsheet.locale.regional import direction_of
from broadsheet.prose.nodes import Foreign, Inline, Phrase, Text
from broadsheet.text.language_tags import nearest


def is_foreign(language: str | None, document: str) -> bool:
    """Tell whether a language is another one than the document's, and not a form of it."""
    return (
        language is not None
        and nearest(language, [document]) is None
        and nearest(document, [language]) is None
    )


def set_apart(words: str, language: str | None, labels: Labels) -> Phrase:
    """Words with their language, so that they keep their order and are read aloud in it.

    Straight marks in them become the document's own.
    """
    return Phrase((_apart(labels.words(words), language, labels),))


def title_of(words: str, language: str | None, labels: Labels) -> Phrase:
    """The title of a work in the marks of the document, its words in their own language."""
    return Phrase(_between(labels.title(words), labels.titles or labels.quotes, language, labels))


def quotation_of(words: str, language: str | None, labels: Labels) -> tuple[Inline, ...]:
    """Quoted words in the marks of the document, in their own language."""
    return _between(labels.quote(words), labels.quotes, language, labels, curl=False)


def _between(
    marked: str,
    marks: tuple[str, str, str, str],
    language: str | None,
    labels: Labels,
    *,
    curl: bool = True,
) -> tuple[Inline, ...]:
    if not is_foreign(language, labels.language):
        return (Text(marked),)
    opening, closing, *_ = marks
    inside = marked[len(opening) : len(marked) - len(closing)]
    words = labels.words(inside) if curl else inside
    return (Text(opening), _apart(words, language, labels), Text(closing))


def _apart(words: str, language: str | None, labels: Labels) -> Text | Foreign:
    if language is None or not is_foreign(language, labels.language):
        return Text(words)
    return Foreign(words, language, direction_of(language))
