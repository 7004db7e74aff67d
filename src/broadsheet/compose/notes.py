"""The kinds of sections of a teacher's notes. Fields stand in the order of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from broadsheet.compose.printed import Gloss, PrintedSource, PrintedText
from broadsheet.lesson.answer import LevelName
from broadsheet.lesson.question import Part
from broadsheet.prose.nodes import Cited, Citing, LineReference, Phrase, Prose
from broadsheet.reading.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard, and the questions that meet it."""

    code: str
    paraphrase: str
    questions: tuple[int, ...]
    """Their numbers; none where the whole lesson meets it."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many works the notes cite, how many of them somebody has read, and when."""

    cited: int
    read: int
    first: PartialDate | None
    """When the first of those was last read; None where none was."""
    last: PartialDate | None
    waiting: int
    """Those that wait to be read again."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The lesson at a glance."""

    level: str
    minutes: int
    title: str
    summary: str
    sources: tuple[PrintedSource, ...]
    topics: tuple[str, ...]
    objectives: tuple[Phrase, ...]
    materials: tuple[Phrase, ...]
    works: Tally | None = None
    """None where the notes cite none."""


@dataclass(frozen=True, slots=True)
class Standards:
    """The standards that a lesson meets."""

    standards: tuple[Standard, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the plan."""

    begins: int
    """The minute of the lesson at which it begins."""
    ends: int
    do: Prose
    questions: tuple[int, ...]
    """Numbers of those that are worked on."""
    hand_out: Phrase | None


@dataclass(frozen=True, slots=True)
class Plan:
    """A lesson minute by minute."""

    heading: Literal["plan", "second_lesson"]
    """The phrase that heads it."""
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What the author tells teachers under one heading."""

    heading: str
    """The phrase that heads it: `background`, `care`, `pacing`, `support`."""
    words: Prose


@dataclass(frozen=True, slots=True)
class Beside:
    """What a teacher may want to know of some lines while they are read."""

    lines: LineReference
    questions: tuple[int, ...]
    """Numbers of those that quote them or are answered from them."""
    facts: Cited | Citing | None
    """The works behind the facts that bear on them."""
    glosses: tuple[Gloss, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A text with its numbered lines, annotated."""

    text: PrintedText
    beside: tuple[tuple[Beside, ...], ...]
    """For each paragraph of the text, by lines."""


@dataclass(frozen=True, slots=True)
class Level:
    """A model answer."""

    name: LevelName
    answer: Prose


@dataclass(frozen=True, slots=True)
class Filled:
    """A question's table as its model answer fills it in."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Phrase | str, ...], ...]
    """As many cells in each as there are heads; empty where the answer says nothing."""
    names_rows: bool
    """Whether the first cells are headings of their rows, which the sheet prints."""
    shares: tuple[int, ...]
    """Widths of the columns, in shares of the whole."""


@dataclass(frozen=True, slots=True)
class RightChoice:
    """A right choice of a question."""

    number: int
    """Where it stands among the choices, counted from 1."""
    words: Phrase


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with what a teacher may expect."""

    part: Part
    number: int
    ask: Prose
    points: int | None
    depth: int | None
    facts: Cited | Citing | None
    """The works behind the facts that it needs; None where a document lists no works."""
    right: tuple[RightChoice, ...]
    """Empty where the question has no choices, or more than one can be argued."""
    levels: tuple[Level, ...]
    filled: Filled | None
    """The table of the answer, None where it is prose."""
    accept: tuple[Phrase, ...]
    reject: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class ExitAnswered:
    """The exit ticket, and what to look for in it."""

    ask: Prose
    look_for: Prose | None


@dataclass(frozen=True, slots=True)
class Answers:
    """All questions, answered."""

    questions: tuple[Answered, ...]
    exit_ticket: ExitAnswered
    total: int | None
    """All points together; None where no question has any."""


@dataclass(frozen=True, slots=True)
class KeyHead:
    """What stands above an answer key that is a document of its own."""

    level: str
    title: str


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact with the day it was known, what it bears on, and its works."""

    known: PartialDate
    lines: tuple[LineReference, ...]
    questions: tuple[int, ...]
    """Numbers of those whose answers it bears on."""
    says: Phrase
    cited: Cited | Citing | None


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts under one heading, in the order of their days."""

    heading: Literal["left_out", "happened_next"]
    """The phrase that heads them."""
    of_pair: bool
    """Whether they are held against two pieces."""
    rows: tuple[FactRow, ...]


@dataclass(frozen=True, slots=True)
class GetsRight:
    """What a fair reader grants."""

    of_pair: bool
    words: Prose | None
    credits: tuple[int, ...]
    """Numbers of the questions whose answers say what the text does well."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A numbered work, and when somebody last read it."""

    number: int
    author: str | None
    title: Phrase
    """As works of its kind are named in the document's language."""
    part_of: Phrase | None
    publisher: str | None
    published: PartialDate | None
    where: str | None
    note: str | None
    url: str | None
    checked: PartialDate | None
    is_to_be_rechecked: bool
    stands_out: bool
    """Whether it waits, or was last read on another day than most."""


@dataclass(frozen=True, slots=True)
class References:
    """The works that the notes cite, by number."""

    works: tuple[Reference, ...]
    usual_day: PartialDate | None
    """When most of them were last read; None where none was."""
    tells_days: bool
    """Whether any of them stands out, so that the days have a column."""
