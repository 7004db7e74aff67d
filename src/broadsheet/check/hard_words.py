"""Which words of the excerpt may need a gloss?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.lesson.models import source_path
from broadsheet.text.language_tags import base_of
from broadsheet.text.words import words

MOST: Final = 6
"""Most words that one finding names."""
LETTERS: Final = 5
"""Shorter words are never reported."""

UNGLOSSED: Final = Rule(
    code="hard-words",
    severity=Severity.ADVICE,
    what="Words of the excerpt are rare, and the glossary does not have them.",
    why="A word that is met less than once in a million may stop a reader, and the excerpt is "
    "never rewritten. Which of them your class knows, you know better than a list; names and "
    "words with a capital letter are left alone. The list is for English.",
    bad="excerpt: … the plebiscite …\nglossary: {}",
    good="glossary:\n  plebiscite: a direct vote by all the people of a place on one question",
)

RULES: Final = (UNGLOSSED,)

_LISTS: Final = Path(__file__).with_name("common_words")

_ENDINGS: Final = (
    ("ies", "y"),
    ("ied", "y"),
    ("ily", "y"),
    ("es", ""),
    ("s", ""),
    ("ed", "e"),
    ("ed", ""),
    ("ing", "e"),
    ("ing", ""),
    ("ly", ""),
    ("ly", "le"),
    ("ness", ""),
    ("less", ""),
)


def base_forms(word: str) -> Iterator[str]:
    """Yield the words that an English word may be a regular form of; some are none at all."""
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            yield stem + instead
            if not instead and stem[-1] == stem[-2]:
                yield stem[:-1]  # “planned” is of “plan”


def check(subject: Subject) -> Iterator[Remark]:
    """Yield at most one remark for each excerpt."""
    lesson = subject.lesson
    glossed = {part for term in lesson.glossary for part in words(term.lower())}
    for label, source in lesson.texts.items():
        found = [
            word
            for word in rare_words(source.excerpt, source.language or lesson.language)
            if word not in glossed and glossed.isdisjoint(base_forms(word))
        ]
        if found:
            path = (*source_path(label), "excerpt")
            more = f" and {len(found) - MOST} more" if len(found) > MOST else ""
            yield Remark(
                UNGLOSSED,
                f"rare words without a gloss: {', '.join(found[:MOST])}{more}",
                "gloss those that your students may not know",
                path,
                at_key=True,
            )


def rare_words(excerpt: str, language: str) -> list[str]:
    """The words of an excerpt that are rare, in its order; none where there is no list."""
    file = _LISTS / f"{base_of(language)}.txt"
    if not file.is_file():
        return []
    common = file.read_text("utf-8")
    return [word for word in _candidates(excerpt) if not _is_common(word, common)]


def _candidates(excerpt: str) -> list[str]:
    """The excerpt's words that could be reported, each once, in its order."""
    own = re.sub(r"\[[^\[\]]*\]", " ", excerpt)
    every = (part for word in words(own) for part in re.split(r"[-‐‑–/]", word))
    return [
        word
        for word in dict.fromkeys(every)
        if len(word) >= LETTERS and word.islower() and word.isalpha()
    ]


def _is_common(word: str, common: str) -> bool:
    return _is_listed(word, common) or any(_is_common(base, common) for base in base_forms(word))


def _is_listed(word: str, lines: str) -> bool:
    """Look a word up in sorted lines, which is quicker than to take them apart."""
    low, high = 0, len(lines)
    while low < high:
        start = lines.rfind("\n", 0, (low + high) // 2) + 1
        end = lines.index("\n", start)
        if lines[start:end] < word:
            low = end + 1
        else:
            high = start
    return lines.startswith(f"{word}\n", low)
