"""The excerpt and its source as both documents print them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from broadsheet.compose.foreign import set_apart, title_of
from broadsheet.compose.no_break import unbroken
from broadsheet.compose.setting import Setting
from broadsheet.excerpt.core import core_paragraphs
from broadsheet.excerpt.lines import Line
from broadsheet.excerpt.numbered import NumberedExcerpt
from broadsheet.excerpt.passages import Paragraph
from broadsheet.locale.labels import Labels
from broadsheet.locale.regional import direction_of
from broadsheet.prose.nodes import Phrase
from broadsheet.text.brackets import CUT
from broadsheet.text.scripts import is_counted_by_character


@dataclass(frozen=True, slots=True)
class Gloss:
    """A word of the text explained."""

    term: str
    lines: str
    """Where it first stands, such as `line 7`; empty where it does not."""
    meaning: Phrase


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line, all of one weight."""

    text: str
    emphasis: str = ""
    """`em`, `strong` or nothing."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A numbered line as it is printed."""

    number: int
    shows_number: bool
    text: str
    blank: str
    """What parts it from the next line, where text flows."""
    indent: float
    """By how many em it is set in."""
    rows: tuple[tuple[Piece, ...], ...]
    """More than one where a line of verse turns over."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All of it, where text flows."""
        return tuple(piece for row in self.rows for piece in row)


@dataclass(frozen=True, slots=True)
class PrintedParagraph:
    """A paragraph of the excerpt; one without lines is the mark of a cut."""

    lines: tuple[PrintedLine, ...]
    shape: str = "prose"
    """`prose`, `lines`, `heading`, `item` or `set_apart`."""
    label: str = ""
    """What an item of a list begins with."""
    glosses: tuple[Gloss, ...] = ()
    """The words of it that are explained."""
    resumes: bool = False
    """True where it follows lines that this sheet leaves out; its first line shows its number."""

    @property
    def ends_with_cut(self) -> bool:
        """True where the mark of a cut stands at its end, or is all of it."""
        return not self.lines or self.lines[-1].text.endswith(CUT)


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A source's box and the lines read from it."""

    label: str
    title: str
    author: str
    details: str
    """Genre, outlet, day and pages in one line."""
    url: str | None
    rights: str
    shown: str
    """How many words of how many are shown, and whether emphasis is the source's."""
    language: str
    direction: str
    """The direction its language is written in, `ltr` or `rtl`."""
    paragraphs: tuple[PrintedParagraph, ...]


def printed_texts(setting: Setting, *, core_only: bool = False) -> tuple[PrintedText, ...]:
    """Every source of the lesson with its numbered excerpt.

    `core_only` keeps the paragraphs that core questions refer to, their numbers unchanged.
    """
    explained = _placed_glosses(setting)
    kept = core_paragraphs(setting.lesson, setting.excerpts) if core_only else None
    return tuple(_printed(setting, label, explained, kept) for label in setting.lesson.texts)


def glosses(setting: Setting) -> tuple[Gloss, ...]:
    """The glossary, in the order in which its words stand in the text."""
    return tuple(gloss for _, gloss in _placed_glosses(setting))


_Spot: TypeAlias = tuple[str, int, int]
"""Where a word stands: label of the text, paragraph, offset."""


def _placed_glosses(setting: Setting) -> list[tuple[_Spot, Gloss]]:
    placed: list[tuple[_Spot, Gloss]] = []
    for term, meaning in setting.lesson.glossary.items():
        found = [
            (excerpt, stretch)
            for excerpt in setting.excerpts.values()
            for stretch in excerpt.glossed(term)
        ]
        spot: _Spot = ("~", 0, 0)  # after all texts, for a word that stands in none
        lines = ""
        if found:
            excerpt, stretch = found[0]
            spot = (excerpt.label, stretch.paragraph, stretch.start)
            first, last = excerpt.lines_of(stretch, stretch)
            lines = setting.labels.lines(first, last, excerpt.label)
        of = setting.lesson.texts.get(spot[0])
        shown = set_apart(term, of.language if of else None, setting.labels)
        placed.append((spot, Gloss(shown, lines, setting.student.inline(meaning))))
    return sorted(placed, key=lambda pair: pair[0])


def _printed(
    setting: Setting,
    label: str,
    explained: list[tuple[_Spot, Gloss]],
    kept: set[tuple[str, int]] | None,
) -> PrintedText:
    labels, source = setting.labels, setting.lesson.texts[label]
    language = source.language or setting.lesson.language
    details = (
        labels.words(source.genre),
        set_apart(source.outlet, source.language, labels),
        labels.date(source.published),
        source.pages,
    )
    paragraphs: list[PrintedParagraph] = []
    excerpt = setting.excerpts[label]
    left_out, shown = False, 0
    for index, paragraph in enumerate(excerpt.paragraphs):
        lines = tuple(
            _line(line, paragraph, language) for line in excerpt.lines if line.paragraph == index
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
        title=title_of(source.title, source.language, labels),
        author=labels.words(source.author) if source.author else labels.say("unsigned"),
        details=labels.parted(details),
        url=source.url,
        rights=labels.words(source.rights),
        shown=" ".join(filter(None, (_shown(setting, label, shown), _emphasis(labels, excerpt)))),
        language=language,
        direction=direction_of(language),
        paragraphs=tuple(paragraphs),
    )


_BULLETS: Final = {"-": "–", "*": "•"}
"""How the marks of a list are printed that are typed with the nearest key."""


def _line(line: Line, paragraph: Paragraph, language: str) -> PrintedLine:
    text = unbroken(line.text, language)
    ends = [*line.turns, len(text)]
    rows = tuple(
        tuple(_pieces(text, start, end, line, paragraph))
        for start, end in zip([0, *ends], ends, strict=False)
    )
    return PrintedLine(line.number, line.shows_number, text, line.blank, line.indent, rows)


def _pieces(text: str, start: int, end: int, line: Line, paragraph: Paragraph) -> Iterator[Piece]:
    """Part a stretch of a line where emphasis begins and ends."""
    for each in paragraph.emphases:
        begins, ends = each.start - line.start, each.end - line.start
        if ends <= start or begins >= end:
            continue
        if begins > start:
            yield Piece(text[start:begins])
        start = max(start, begins)
        yield Piece(text[start : min(ends, end)], "strong" if each.is_strong else "em")
        start = min(ends, end)
    if start < end:
        yield Piece(text[start:end])


def _emphasis(labels: Labels, excerpt: NumberedExcerpt) -> str:
    """What is to be said of emphasis: neither plain text nor a fingerprint can prove it."""
    emphasised = any(paragraph.emphases for paragraph in excerpt.paragraphs)
    return labels.say("emphasis_unproved") if emphasised else ""


def _shown(setting: Setting, label: str, shown: int) -> str:
    """How many words of how many stand on this sheet; characters, where no blank parts words."""
    labels, total = setting.labels, setting.words_in_all.get(label)
    by_character = is_counted_by_character(setting.lesson.texts[label].excerpt)
    if total is None and by_character:
        return labels.say("shows_unknown_characters", shown=shown, n=shown)
    if total is None:
        return labels.say("shows_unknown", shown=shown, n=shown)
    if shown >= total:
        return labels.say("shows_all_words")
    if by_character:
        return labels.say("shows_characters", shown=shown, total=total, n=total)
    return labels.say("shows_words", shown=shown, total=total, n=total)
