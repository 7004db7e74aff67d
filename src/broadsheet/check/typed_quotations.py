"""Are words of the excerpt quoted by hand, so that nobody proves them or finds their line?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from broadsheet.check.subject import Subject
from broadsheet.excerpt.quotation import Mark, Problem, Unproved, mark_at, marks, prove
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.lesson.citation import Citation
from broadsheet.lesson.prose import ProseValue
from broadsheet.text.quoted import QUOTED
from broadsheet.text.tokens import tokens

BY_HAND: Final = Rule(
    code="quotation-by-hand",
    severity=Severity.WARNING,
    what="Words of the excerpt stand between quotation marks instead of `((…))`.",
    why="Nothing is misquoted, as far as it is proved: words between quotation marks are printed "
    "as they stand, right or wrong, and without the number of their line.",
    bad="ask: What do the words “many of whom are neo-Nazi extremists” do for a reader?",
    good="ask: What do the words ((many of whom are neo-Nazi extremists)) do for a reader?",
)

RULES: Final = (BY_HAND,)

_OF_OTHERS: Final = ("facts", "references", "glossary")
"""Keys under which other works are quoted, and words explained."""
_SHORTEST: Final = 3
"""So many words are no chance; two are, if neither is a short one such as “the” or “is”."""
_ARTICLES: Final = frozenset(
    [
        "the",
        "der",
        "die",
        "das",
        "dem",
        "den",
        "des",
        "ein",
        "eine",
        "les",
        "des",
        "une",
        "los",
        "las",
        "una",
    ]
)
_SHORTEST_NEAR: Final = 4
_LIKE: Final = 0.85
"""Least likeness of words that are nearly those of the excerpt, from 0 to 1."""
_FOR_POINTS: Final = 0.15
"""How much less like they may look before points and capitals are set aside."""
_SHARING: Final = 0.5
"""Least part of such words that are the excerpt's own, from 0 to 1."""
_MOST: Final = 1000
"""So many quotations of a lesson are looked for in the excerpt, and so many of them nearly."""
_MOST_NEAR: Final = 50

_NOT_WORDS: Final = re.compile(r"\[@[^\]\n]*\]|\]\([^)\n]*\)|`[^`\n]*`")
_AT_THE_END: Final = re.compile(r"[\s.,;:!?…。，、]*$")


class _Phrase(NamedTuple):
    """Words between quotation marks, and where those stand in their prose."""

    start: int
    end: int
    words: str
    after: str
    """Points before the mark that closes, which may be the sentence's and not the words'."""


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each phrase that stands, or nearly stands, in the excerpt."""
    titles = {_plain(title) for title in _titles(subject)}
    looked, near = _MOST, _MOST_NEAR
    for value in subject.prose:
        if value.path[0] in _OF_OTHERS:
            continue
        for phrase in _phrases(value.text):
            if looked <= 0 or _plain(phrase.words) in titles or not _is_no_chance(phrase.words):
                continue
            looked -= 1
            found = _proved(phrase, value, subject)
            if found is None and near > 0 and len(_words(phrase.words)) >= _SHORTEST_NEAR:
                near -= 1
                found = _nearly(phrase, value, subject)
            if found is not None:
                yield found


def _proved(phrase: _Phrase, value: ProseValue, subject: Subject) -> Remark | None:
    """A remark on words that stand in the excerpt as they are."""
    marked = _mark(phrase.words)
    proof = prove(marked, subject.excerpts) if marked else None
    if isinstance(proof, Unproved) and proof.problem is Problem.SEVERAL:
        if len(_words(phrase.words)) < _SHORTEST:
            return None
        return _remark(
            phrase,
            value,
            f"“{phrase.words}” stands in the excerpt, more than once",
            "quote more words of it as ((words)), so that one place is meant",
        )
    if proof is None or isinstance(proof, Unproved):
        return None
    return _remark(
        phrase,
        value,
        f"“{phrase.words}” stands in the excerpt, and is quoted by hand",
        f"write (({phrase.words})): its marks and its line are printed by themselves",
        f"(({phrase.words})){phrase.after}",
        sure=True,
    )


def _nearly(phrase: _Phrase, value: ProseValue, subject: Subject) -> Remark | None:
    """A remark on words that are nearly those of the excerpt."""
    from difflib import SequenceMatcher

    from broadsheet.excerpt.nearest import nearest

    meant = nearest(phrase.words, subject.excerpts.values(), _LIKE - _FOR_POINTS, _SHARING)
    if meant is None:
        return None
    matcher = SequenceMatcher(None, _plain(phrase.words), _plain(meant), autojunk=False)
    if matcher.ratio() < _LIKE:
        return None
    return _remark(
        phrase,
        value,
        f"“{phrase.words}” is nearly what the excerpt has: “{meant}”",
        f"if it is quoted, write (({meant})); if it isn't, word it further from the excerpt",
        f"(({meant})){phrase.after}",
    )


def _remark(
    phrase: _Phrase,
    value: ProseValue,
    message: str,
    hint: str,
    near_match: str | None = None,
    *,
    sure: bool = False,
) -> Remark:
    span = (phrase.start, phrase.end)
    return Remark(BY_HAND, message, hint, value.path, span, near_match=near_match, sure=sure)


def _phrases(prose: str) -> Iterator[_Phrase]:
    """What stands between quotation marks and holds no markup of ours."""
    for mark in marks(prose):
        blank = "\0" * (mark.end - mark.start)
        prose = f"{prose[: mark.start]}{blank}{prose[mark.end :]}"
    prose = _NOT_WORDS.sub(lambda found: "\0" * len(found[0]), prose)
    for found in QUOTED.finditer(prose):
        inside = found[0][1:-1]
        points = _AT_THE_END.search(inside)
        words = inside[: points.start()] if points else inside
        if "\0" not in words and not re.search(r"\n[^\S\n]*\n", words):
            after = inside[len(words) :].strip()
            # A cut may be typed as in an excerpt.
            words = re.sub(r"\[(?:…|\.\.\.)\]", "…", " ".join(words.split()))
            yield _Phrase(found.start(), found.end(), words, after)


def _mark(words: str) -> Mark | None:
    marked = f"(({words}))"
    mark = mark_at(marked, 0)
    whole = mark is not None and mark.end == len(marked)
    return mark if whole and mark is not None and not mark.label else None


def _titles(subject: Subject) -> Iterator[str]:
    lesson = subject.lesson
    yield lesson.title
    for source in lesson.texts.values():
        yield source.title
        yield source.outlet
    for work in lesson.references.values():
        yield work.title
    for fact in lesson.facts.values():
        yield from (work.title for work in fact.cite if isinstance(work, Citation))


def _plain(words: str) -> str:
    return " ".join(_words(words)).casefold()


def _words(phrase: str) -> list[str]:
    return [token.text for token in tokens(phrase) if token.is_word]


def _is_no_chance(phrase: str) -> bool:
    found = _words(phrase)
    if len(found) == _SHORTEST - 1:
        return all(len(word) > 2 and word.casefold() not in _ARTICLES for word in found)
    return len(found) >= _SHORTEST
