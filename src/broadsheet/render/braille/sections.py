"""The sections of a document as passages: a function for each kind, in the order of the page.

Room to answer is left out, for answers are written on a page of their own; what is asked, and the
headings of a table to fill in, are not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from broadsheet.locale.labels import Labels
from broadsheet.plain import Record, kind_of
from broadsheet.prose import spoken
from broadsheet.prose.nodes import Image
from broadsheet.prose.walk import everything
from broadsheet.render.arrived import shown_of
from broadsheet.render.braille.key import answers, key_head
from broadsheet.render.braille.passages import (
    BELOW,
    FURTHER_BELOW,
    QUESTION,
    VERSE,
    Passage,
    Run,
    title,
)
from broadsheet.render.braille.writer import Writer

_SCALE: Final = "1 2 3 4 5"


def passages_of(document: Record, labels: Labels) -> Iterator[Passage]:
    """Yield what is set of a document."""
    writer = _Sheet(labels)
    for section in document.sections:
        yield from _KINDS[kind_of(section)](writer, section)


class _Sheet(Writer):
    """A student's sheets."""

    def school_head(self, it: Any) -> Iterator[Passage]:
        if words := self.labels.dot.join(filter(None, (it.head.school, it.head.words))):
            yield self.one(words)

    def nothing(self, it: Any) -> Iterator[Passage]:  # noqa: ARG002 - each kind has one signature
        yield from ()

    def title(self, it: Any) -> Iterator[Passage]:
        yield title(it.title, self.labels.language)
        if it.level is not None:
            minutes = self.say("minutes", n=it.minutes)
            yield self.one(f"{it.level}{self.labels.comma}{minutes}")

    def goals(self, it: Any) -> Iterator[Passage]:
        for goal in it.goals:
            yield self.one(self.line(goal), QUESTION)

    def source_box(self, it: Any) -> Iterator[Passage]:
        yield from self.about(it.source)

    def about(self, source: Any) -> Iterator[Passage]:
        labels = self.labels
        letter = f"{source.label}. " if source.label else ""
        author = source.author or self.say("unsigned")
        yield self.one(f"{letter}{self.line(source.title)}{labels.comma}{author}")
        day = labels.date(source.published)
        details = spoken.parted((source.genre, source.outlet, day, source.pages), labels)
        yield self.one(f"{self.line(details)}{labels.stop}{shown_of(source.shown, labels)}")
        where = f" {self.say('find_it')} {source.url}" if source.url else ""
        yield self.one(f"{source.rights}{where}")

    def before_reading(self, it: Any) -> Iterator[Passage]:
        label = f" {self.labels.bracketed(it.label)}" if it.label else ""
        yield self.one(f"{self.say('before_reading')}{label}")

    def reading(self, it: Any) -> Iterator[Passage]:
        text = it.text
        labelled = self.say("read_text_labelled", label=text.label) if text.label else ""
        yield self.headed(labelled or self.say("read_text"))
        if it.margin == "source":
            yield from self.about(text.source)
        if text.picture:
            yield from self.picture(text.picture)
        for each in text.paragraphs:
            yield from _numbered(text, each)
        if it.margin == "glosses":
            glosses = [gloss for each in text.paragraphs for gloss in each.glosses]
            yield from self.glosses(glosses)

    def picture(self, it: Any) -> Iterator[Passage]:
        for node in everything(it.image):
            if isinstance(node, Image):
                yield self.one(node.description)
        yield self.one(f"{it.credit}{self.labels.stop}{it.rights}")

    def glossary(self, it: Any) -> Iterator[Passage]:
        yield from self.glosses(it.glosses)

    def glosses(self, glosses: Sequence[Any]) -> Iterator[Passage]:
        if glosses:
            yield self.headed(self.say("words_glossed"))
        for each in glosses:
            lines = f" {spoken.aside(each.lines, self.labels)}" if each.lines else ""
            words = f"{self.line(each.term)}{lines}{self.labels.colon}{self.line(each.meaning)}"
            yield self.one(words, QUESTION)

    def lens(self, it: Any) -> Iterator[Passage]:
        yield self.headed(self.say(it.part))
        yield self.one(self.say(f"{it.part}_asks"))
        for question in it.questions:
            yield from self.question(question)

    def question(self, it: Any) -> Iterator[Passage]:
        first, *others = self.lines(it.ask) or [""]
        points = self.labels.bracketed(self.say("points", n=it.points)) if it.points else ""
        yield self.one(" ".join(filter(None, (f"{it.number}.", first, points))), QUESTION)
        yield from (self.one(line, BELOW) for line in others)
        for at, step in enumerate(it.steps):
            yield self.one(f"{self.letter(at).lower()} {self.line(step)}", BELOW)
        if it.words:
            comma = self.labels.list_comma or self.labels.comma
            yield self.one(f"{self.say('word_bank')} {comma.join(it.words)}", BELOW)
        if it.starter:
            yield self.one(f"{self.say('begin_with')} {self.line(it.starter)}", BELOW)
        yield from self.room(it.room)

    def room(self, it: Any) -> Iterator[Passage]:
        for at, option in enumerate(it.options):
            yield self.one(f"{self.letter(at)} {self.line(option)}", BELOW)
        if it.ends:
            yield self.one(f"{it.ends[0]} {_SCALE} {it.ends[1]}", BELOW)
        for column in it.columns:
            if column.heading:
                yield self.one(column.heading, BELOW)
        for row in filter(None, it.rows):
            yield self.one(self.line(row), FURTHER_BELOW)
        if it.kind in ("choices", "scale") and it.lines:
            yield self.one(self.say("reason"), BELOW)

    def leaving(self, it: Any) -> Iterator[Passage]:
        yield self.headed(self.say("exit_ticket"))
        yield from self.each(it.exit_ticket.ask)
        yield self.one(self.say("own_question"))
        yield self.headed(self.say("self_assessment"))
        degrees = self.labels.comma.join(self.say(step) for step in it.self_assessment.degrees)
        yield self.one(degrees)
        for goal in it.self_assessment.goals:
            yield self.one(self.line(goal), QUESTION)
        if it.total:
            yield self.one(self.say("total_points", n=it.total))


def _numbered(text: Any, paragraph: Any) -> Iterator[Passage]:
    """A paragraph of the excerpt; every line of it has its number, for nobody can count in it.

    Lines of verse are passages of their own.
    """
    lines = paragraph.lines
    if not lines:
        yield Passage((Run("[…]", text.language),))
        return
    runs = tuple(
        Run(
            f"{paragraph.label} {line.text}" if paragraph.label and not at else line.text,
            text.language,
            f"{text.label}{line.number}",
            is_joined=at > 0 and not lines[at - 1].blank,
        )
        for at, line in enumerate(lines)
    )
    if paragraph.shape == "lines":
        for at, run in enumerate(runs):
            yield Passage((run,), VERSE.first, VERSE.over, after_blank=not at)
    else:
        yield Passage(runs, is_heading=paragraph.shape == "heading")


_KINDS: Final[dict[str, Callable[[_Sheet, Any], Iterator[Passage]]]] = {
    "SchoolHead": _Sheet.school_head,
    "NameFields": _Sheet.nothing,
    "Title": _Sheet.title,
    "Goals": _Sheet.goals,
    "SourceBox": _Sheet.source_box,
    "BeforeReading": _Sheet.before_reading,
    "Reading": _Sheet.reading,
    "Glossary": _Sheet.glossary,
    "Lens": _Sheet.lens,
    "Leaving": _Sheet.leaving,
    "KeyHead": key_head,
    "Answers": answers,
}
"""Every kind of section of the documents that are made in braille."""
