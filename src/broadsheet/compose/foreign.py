"""Words of a document that are in another language than the rest of it."""

from __future__ import annotations

from markupsafe import Markup

from broadsheet.locale.labels import Labels
from broadsheet.locale.regional import direction_of
from broadsheet.text.language_tags import nearest


def is_foreign(language: str | None, document: str) -> bool:
    """Tell whether a language is another one than the document's, and not a form of it."""
    return (
        language is not None
        and nearest(language, [document]) is None
        and nearest(document, [language]) is None
    )


def set_apart(words: str, language: str | None, labels: Labels) -> str:
    """Words with their language, so that they keep their order and are read aloud in it.

    Straight marks in them become the document's own.
    """
    words = labels.words(words)
    if language is None or not is_foreign(language, labels.language):
        return words
    bdi = Markup('<bdi lang="{}" dir="{}">{}</bdi>')
    return bdi.format(language, direction_of(language), words)


def title_of(words: str, language: str | None, labels: Labels) -> str:
    """The title of a work in the marks of the document, its words in their own language."""
    marked = labels.title(words)
    if not is_foreign(language, labels.language):
        return marked
    opening, closing, *_ = labels.titles or labels.quotes
    inside = marked[len(opening) : len(marked) - len(closing)]
    return Markup("{}{}{}").format(opening, set_apart(inside, language, labels), closing)
