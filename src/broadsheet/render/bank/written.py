"""The parts of a question bank as HTML: what every format puts into fields of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from broadsheet.locale.labels import Labels
from broadsheet.render.arrived import labels_of
from broadsheet.render.bank.images import Html, Shown
from broadsheet.render.html import prose
from broadsheet.render.html.environment import environment, say, speaking
from broadsheet.render.html.faults import fault_in
from broadsheet.render.html.medium import Medium
from broadsheet.render.manuscript import Manuscript
from broadsheet.theme.look import ThemeError

_DEGREES: Final = 5
"""Steps of a scale."""
_LONGEST_NAME: Final = 80
"""Letters of a task's name, by which teachers find it in a list."""


@dataclass(frozen=True, slots=True)
class WrittenPassage:
    """A text to read."""

    key: str
    name: str
    """Plain words, as all names and titles here are."""
    html: Html


@dataclass(frozen=True, slots=True)
class WrittenTask:
    """A task; what it is to be ticked has options, and all others are written."""

    key: str
    name: str
    group: str
    """The lens that it belongs to, in the language of the bank."""
    ask: Html
    options: tuple[Html, ...]
    right: frozenset[int]
    """The right options, counted from 0; none where each will do."""
    blank: Html
    """A table to fill in; empty where the room is one of lines or a box."""
    lines: int
    is_drawn: bool
    """Whether the room is a box to draw in."""
    points: int | None
    """0 where it is not marked, None where the lesson does not say."""
    expected: Html
    """For the teacher alone: model answer, what to accept and what not."""
    feedback: Html
    """For a student who has ticked, and writes no reason."""


@dataclass(frozen=True, slots=True)
class WrittenBank:
    """A bank in the order in which it is asked."""

    key: str
    title: str
    about: str
    """What it is: document, edition, level."""
    language: str
    direction: str
    passages: tuple[WrittenPassage, ...]
    tasks: tuple[WrittenTask, ...]


def written(manuscript: Manuscript, folder: str) -> WrittenBank:
    """Write a composed question bank with the theme's template; images are shown from a folder.

    Raises ThemeError, with file and line, where the template is broken.
    """
    document, look = manuscript.document, manuscript.look
    labels, shown = labels_of(document.labels), Shown(manuscript.images, folder)
    (bank,) = document.sections
    try:
        with speaking(labels, Medium(image=shown.address)):
            template: Any = environment(look).get_template("question-bank.html")
            values = {"labels": document.labels, "layout": document.layout, "say": say}
            writer = _Writer(template.make_module(values), labels, shown)
            about = (say("question_bank"), document.edition_title, bank.level)
            return WrittenBank(
                key=bank.key,
                title=document.title,
                about=labels.dot.join(filter(None, about)),
                language=labels.language,
                direction=labels.direction,
                passages=tuple(map(writer.passage, bank.passages)),
                tasks=tuple(map(writer.task, bank.tasks)),
            )
    except ThemeError:
        raise
    except Exception as error:  # a template is code, and can raise whatever Python can
        raise fault_in(error) from None


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes within `speaking`."""

    parts: Any
    """The macros of the template."""
    labels: Labels
    shown: Shown

    def passage(self, it: Any) -> WrittenPassage:
        label, title = it.text.label, prose.words_of(it.text.source.title, self.labels)
        read = say("read_text_labelled", label=label) if label else say("read_text")
        name = f"00 {read}{self.labels.colon}{title}"
        return WrittenPassage(it.key, _short(name), self._whole(self.parts.passage, it))

    def task(self, it: Any) -> WrittenTask:
        knows = it.expected is not None
        return WrittenTask(
            key=it.key,
            name=self._name(it),
            group=say(it.group),
            ask=self._whole(self.parts.ask, it),
            options=tuple(self._options(it)),
            right=frozenset(number - 1 for number in it.right),
            blank=self._whole(self.parts.blank, it) if it.room.kind == "table" else Html(),
            lines=it.room.lines,
            is_drawn=it.room.kind == "box",
            points=it.points,
            expected=self._whole(self.parts.expected, it) if knows else Html(),
            feedback=self._whole(self.parts.feedback, it) if knows and it.is_ticked else Html(),
        )

    def _options(self, it: Any) -> Iterator[Html]:
        if it.room.kind == "choices":
            for at in range(len(it.room.options)):
                yield self._whole(self.parts.option, it, at)
        elif it.room.kind == "scale":
            for at in range(_DEGREES):
                yield self._whole(self.parts.degree, it, at)

    def _name(self, it: Any) -> str:
        number = f"{it.number:02}" if it.number else ""
        number += f".{it.step}" if it.step else ""
        asked = prose.words_of(it.ask, self.labels)
        return _short(f"{number} {say(it.group)}{self.labels.colon}{asked}".strip())

    def _whole(self, macro: Callable[..., str], *given: object) -> Html:
        """A part that says its language, for pages of another; nothing for an empty one."""
        html = macro(*given).strip()
        images = self.shown.taken()
        if not html:
            return Html()
        language, direction = escape(self.labels.language), self.labels.direction
        return Html(f'<div lang="{language}" dir="{direction}">{html}</div>', images)


def _short(name: str) -> str:
    """The beginning of a long name, to the end of a word where blanks part words."""
    if len(name) <= _LONGEST_NAME:
        return name
    begun = name[:_LONGEST_NAME]
    blank = begun.rfind(" ")
    return f"{begun[: blank if blank > _LONGEST_NAME // 2 else _LONGEST_NAME].rstrip()}…"
