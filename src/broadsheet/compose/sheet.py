"""The kinds of sections of a student's sheets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from broadsheet.compose.document import Opening
from broadsheet.compose.head import Head
from broadsheet.compose.printed import Gloss, PrintedSource, PrintedText
from broadsheet.compose.room import Room
from broadsheet.lesson.question import Part
from broadsheet.prose.nodes import Phrase, Prose

DEGREES: Final = ("not_yet", "nearly", "yes")
"""How far a student has come, from the least."""


@dataclass(frozen=True, slots=True)
class SchoolHead:
    """What a school prints above its worksheets."""

    head: Head


@dataclass(frozen=True, slots=True)
class NameFields:
    """Where a student writes whose sheet it is."""

    asked: tuple[Literal["name", "class", "date"], ...] = ("name", "class", "date")
    name: str = ""
    """The student's name, where it is printed."""


@dataclass(frozen=True, slots=True)
class Title:
    """The title, with the level and the minutes where they are told."""

    title: str
    level: str | None
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Goals:
    """What a student is to learn, to be ticked off."""

    goals: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class SourceBox:
    """What is said of a source above its text."""

    source: PrintedSource
    opening: Opening = ""


@dataclass(frozen=True, slots=True)
class BeforeReading:
    """Room to say what is expected of a text."""

    label: str
    """`A` or `B` in a pair, else empty."""
    lines: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A text to read."""

    text: PrintedText
    margin: Literal["notes", "glosses", "source", "none"]
    """What stands beside it."""
    opening: Opening = ""


@dataclass(frozen=True, slots=True)
class Glossary:
    """Words explained, in the order in which they stand in the text."""

    glosses: tuple[Gloss, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the student sees it."""

    number: int
    ask: Prose
    points: int | None
    steps: tuple[Phrase, ...]
    words: tuple[str, ...]
    """The word bank."""
    starter: Phrase | None
    room: Room


@dataclass(frozen=True, slots=True)
class Lens:
    """The questions of one lens, or of gist or synthesis."""

    part: Part
    questions: tuple[Asked, ...]
    opening: Opening = ""
    follows_text: bool = False
    """Whether they are the first behind the text, and lie open with it in a booklet."""


@dataclass(frozen=True, slots=True)
class ExitTicket:
    """The last question."""

    ask: Prose
    lines: int


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """Room for a question of the student's own."""

    lines: int


@dataclass(frozen=True, slots=True)
class SelfAssessment:
    """How far a student has come with each goal."""

    goals: tuple[Phrase, ...]
    degrees: tuple[str, ...] = DEGREES


@dataclass(frozen=True, slots=True)
class Leaving:
    """What ends a lesson: its parts in the order in which they are printed."""

    exit_ticket: ExitTicket
    own_question: OwnQuestion
    self_assessment: SelfAssessment
    total: int | None
    """All points together; None where no question has any."""
