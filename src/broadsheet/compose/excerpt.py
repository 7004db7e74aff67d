"""The excerpt and its source as both documents print them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from broadsheet.compose.setting import Setting
from broadsheet.excerpt.lines import Line
from broadsheet.excerpt.passages import words_shown
from broadsheet.lesson.models import Source


@dataclass(frozen=True, slots=True)
class PrintedParagraph:
    """A paragraph of the excerpt; one without lines is the mark of a cut."""

    lines: tuple[Line, ...]


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
    """How many words of how many are shown."""
    language: str
    paragraphs: tuple[PrintedParagraph, ...]


@dataclass(frozen=True, slots=True)
class Gloss:
    """A word of the text explained."""

    term: str
    lines: str
    """Where it first stands, such as `line 7`; empty where it does not."""
    meaning: Markup


def printed_texts(setting: Setting) -> tuple[PrintedText, ...]:
    """Every source of the lesson with its numbered excerpt."""
    return tuple(
        _printed(setting, label, source) for label, source in setting.lesson.texts.items()
    )


def _printed(setting: Setting, label: str, source: Source) -> PrintedText:
    labels = setting.labels
    excerpt = setting.excerpts[label]
    details = (source.genre, source.outlet, labels.date(source.published), source.pages)
    shown, total = words_shown(source.excerpt), setting.words_in_all.get(label)
    if total is None:
        words = labels.say("shows_unknown", shown=shown)
    elif shown >= total:
        words = labels.say("shows_all_words")
    else:
        words = labels.say("shows_words", shown=shown, total=total)
    return PrintedText(
        label=label,
        title=labels.quote(source.title),
        author=source.author or labels.say("unsigned"),
        details=", ".join(detail for detail in details if detail),
        url=source.url,
        rights=source.rights,
        shown=words,
        language=source.language or setting.lesson.language,
        paragraphs=tuple(
            PrintedParagraph(tuple(line for line in excerpt.lines if line.paragraph == index))
            for index in range(len(excerpt.paragraphs))
        ),
    )


def glosses(setting: Setting) -> tuple[Gloss, ...]:
    """The glossary, in the order in which its words stand in the text."""
    placed = []
    for term, meaning in setting.lesson.glossary.items():
        at = next(
            (
                (label, stretch.paragraph, stretch.start, excerpt.lines_of(stretch, stretch))
                for label, excerpt in setting.excerpts.items()
                for stretch in excerpt.occurrences(term)[:1]
            ),
            None,
        )
        lines = setting.labels.lines(*at[3], at[0]) if at else ""
        order = (at[0], at[1], at[2]) if at else ("~", 0, 0)
        placed.append((order, Gloss(term, lines, setting.student.inline(meaning))))
    return tuple(gloss for _, gloss in sorted(placed, key=lambda pair: pair[0]))
