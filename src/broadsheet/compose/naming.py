"""How a cited work is named: slanted, in quotation marks or plain, as works of its kind are."""

from __future__ import annotations

import re
from typing import Final

from broadsheet.lesson.citation import Citation
from broadsheet.locale.labels import Labels
from broadsheet.prose.nodes import Emphasis, Phrase, Text

_WHOLE: Final = ("book", "periodical")
"""Kinds that stand by themselves, and are no part of another work."""

_PLAIN: Final = ("law", "resolution", "statement", "data")
"""Kinds whose names are no titles, and take no marks."""

_PARTIES: Final = re.compile(r"\s(?:vs?\.?|c\.|gegen|contre|contra|ضد|проти|נגד)\s|[诉訴]")
"""Between the parties of a case, whose names are slanted; one named by court or day is plain."""


def title_of_work(work: Citation, labels: Labels) -> Phrase:
    """The title of a work; in quotation marks where its kind is not known."""
    if work.kind in _WHOLE:
        return title_of_whole(work.title, labels)
    if work.kind == "case" and _PARTIES.search(work.title):
        return _slanted(work.title, labels)
    if work.kind in (*_PLAIN, "case"):
        return Phrase((Text(labels.words(work.title)),))
    return Phrase((Text(labels.title(work.title)),))


def title_of_whole(title: str, labels: Labels) -> Phrase:
    """The title of a book or periodical: slanted, but where a language has marks for titles."""
    if labels.titles not in (None, labels.quotes):
        return Phrase((Text(labels.title(title)),))
    return _slanted(title, labels)


def _slanted(title: str, labels: Labels) -> Phrase:
    return Phrase((Emphasis((Text(labels.words(title)),)),))
