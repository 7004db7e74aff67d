"""The excerpt and its source as both documents print them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from broadsheet.compose.foreign import set_apart, title_of
from broadsheet.compose.printed import (
    Gloss,
    Piece,
    PrintedLine,
    PrintedParagraph,
    PrintedPicture,
    PrintedSource,
    PrintedText,
    Shown,
)
from broadsheet.compose.setting import Setting
from broadsheet.excerpt.core import core_paragraphs
from broadsheet.excerpt.lines import Line
from broadsheet.excerpt.passages import Paragraph
from broadsheet.locale.regional import direction_of
from broadsheet.prose.nodes import Image, LineReference, Phrase
from broadsheet.text.brackets import CUT
from broadsheet.text.no_break import unbroken
from broadsheet.text.scripts import is_counted_by_character


def printed_texts(
    setting: Setting, *, core_only: bool = False, marks_glosses: bool = False
) -> tuple[PrintedText, ...]:
    """Every source of the lesson with its numbered excerpt.

    `core_only` keeps the paragraphs that core questions refer to, their numbers unchanged.
    `marks_glosses` marks each explained word where it first stands, which its gloss names too.
    """
    explained = _placed_glosses(setting)
    kept = core_paragraphs(setting.lesson, setting.excerpts) if core_only else None
    marked = {spot: gloss.number for spot, gloss in explained} if marks_glosses else {}
    return tuple(
        _printed(setting, label, explained, kept, marked) for label in setting.lesson.texts
    )


def glosses(setting: Setting, label: str | None = None) -> tuple[Gloss, ...]:
    """The glossary, in the order in which its words stand in the text.

    With the label of a text, only its own; the words that stand in none go with the last.
    """
    last = list(setting.lesson.texts)[-1]
    return tuple(
        gloss
        for spot, gloss in _placed_glosses(setting)
        if label is None or (last if spot.text == _NOWHERE else spot.text) == label
    )


_NOWHERE: Final = "~"
"""Instead of the label of a text, for a word that stands in none: it comes after all others."""


class _Spot(NamedTuple):
    """Where a word stands; spots are in the order of the texts."""

    text: str
    """Its label."""
    paragraph: int
    start: int
    end: int


def _placed_glosses(setting: Setting) -> list[tuple[_Spot, Gloss]]:
    placed: list[tuple[_Spot, Gloss]] = []
    for term, meaning in setting.lesson.glossary.items():
        found = [
            (excerpt, stretch)
            for excerpt in setting.excerpts.values()
            for stretch in excerpt.glossed(term)
        ]
        spot = _Spot(_NOWHERE, 0, 0, 0)
        lines = None
        if found:
            excerpt, stretch = found[0]
            spot = _Spot(excerpt.label, stretch.paragraph, stretch.start, stretch.end)
            lines = LineReference(*excerpt.lines_of(stretch, stretch), excerpt.label)
        of = setting.lesson.texts.get(spot.text)
        shown = set_apart(term, of.language if of else None, setting.labels)
        placed.append((spot, Gloss(shown, lines, setting.student.inline(meaning))))
    placed.sort(key=lambda pair: pair[0])
    return [(spot, replace(gloss, number=at)) for at, (spot, gloss) in enumerate(placed, start=1)]


def _printed(
    setting: Setting,
    label: str,
    explained: list[tuple[_Spot, Gloss]],
    kept: set[tuple[str, int]] | None,
    marked: Mapping[_Spot, int],
) -> PrintedText:
    language = setting.lesson.texts[label].language or setting.lesson.language
    paragraphs: list[PrintedParagraph] = []
    excerpt = setting.excerpts[label]
    left_out, shown = False, 0
    for index, paragraph in enumerate(excerpt.paragraphs):
        here = {spot: number for spot, number in marked.items() if spot[:2] == (label, index)}
        lines = tuple(
            _line(line, paragraph, language, here)
            for line in excerpt.lines
            if line.paragraph == index
        )
        if kept is not None and (label, index) not in kept:
            left_out, lines = left_out or bool(lines), ()
        shown += paragraph.words if lines else 0
        # One mark is enough for neighbouring cuts.
        if not lines and paragraphs and paragraphs[-1].ends_with_cut:
            continue
        if lines and lines[0].text.startswith(CUT) and paragraphs and not paragraphs[-1].lines:
            paragraphs.pop()
        beside = tuple(gloss for spot, gloss in explained if spot[:2] == (label, index))
        paragraphs.append(
            PrintedParagraph(
                lines,
                paragraph.shape.name.lower(),
                _BULLETS.get(paragraph.label, paragraph.label),
                beside if lines else (),
                left_out and bool(lines),
            )
        )
        left_out = left_out and not lines
    return PrintedText(
        label=label,
        source=_source(setting, label, shown),
        language=language,
        direction=direction_of(language),
        paragraphs=tuple(paragraphs),
        picture=_picture(setting, label),
    )


def _picture(setting: Setting, label: str) -> PrintedPicture | None:
    labels, picture = setting.labels, setting.lesson.texts[label].picture
    if picture is None:
        return None
    return PrintedPicture(
        Phrase((Image(picture.file, labels.words(picture.alt)),)),
        labels.words(picture.credit),
        labels.words(picture.rights),
    )


def _source(setting: Setting, label: str, shown: int) -> PrintedSource:
    """What is said of a source of which so many words are shown."""
    labels, source = setting.labels, setting.lesson.texts[label]
    return PrintedSource(
        label=label,
        title=title_of(source.title, source.language, labels),
        author=labels.words(source.author) if source.author else None,
        genre=labels.words(source.genre),
        outlet=set_apart(source.outlet, source.language, labels),
        published=source.published,
        pages=source.pages,
        url=source.url,
        rights=labels.words(source.rights),
        shown=Shown(
            count=shown,
            total=setting.words_in_all.get(label),
            by_character=is_counted_by_character(source.excerpt),
            has_unproved_emphasis=label not in setting.proved_emphasis
            and any(each.emphases for each in setting.excerpts[label].paragraphs),
        ),
    )


_BULLETS: Final = {"-": "–", "*": "•"}
"""How the marks of a list are printed that are typed with the nearest key."""


def _line(
    line: Line, paragraph: Paragraph, language: str, glossed: Mapping[_Spot, int]
) -> PrintedLine:
    text = unbroken(line.text, language)
    ends = [*line.turns, len(text)]
    rows = tuple(
        tuple(_pieces(text, start, end, line, paragraph, glossed))
        for start, end in zip([0, *ends], ends, strict=False)
    )
    return PrintedLine(line.number, line.shows_number, text, line.blank, line.indent, rows)


def _pieces(
    text: str,
    start: int,
    end: int,
    line: Line,
    paragraph: Paragraph,
    glossed: Mapping[_Spot, int],
) -> Iterator[Piece]:
    """Part a stretch of a line where emphasis or an explained word begins and ends."""
    ends = [(each.start, each.end) for each in paragraph.emphases]
    ends += [(each.start, each.end) for each in glossed]
    inside = {at - line.start for each in ends for at in each if start < at - line.start < end}
    for first, last in pairwise(sorted({start, end} | inside)):
        at = line.start + first
        emphases = [each for each in paragraph.emphases if each.start <= at < each.end]
        yield Piece(
            text[first:last],
            ("strong" if emphases[0].is_strong else "em") if emphases else "",
            next((of for each, of in glossed.items() if each.start <= at < each.end), 0),
        )
