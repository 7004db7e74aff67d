"""Questions: what is asked, in which room, and what a teacher may expect."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Annotated, Final, Literal, Self, TypeAlias

from pydantic import ConfigDict, Field, PrivateAttr, field_validator, model_validator
from pydantic_core import PydanticCustomError

from broadsheet.findings import YamlPath
from broadsheet.lesson.answer import Answer
from broadsheet.lesson.citation import OneOrSeveral
from broadsheet.lesson.room import ROOMS, WITH_REASON, RowsOrClaims, Table, one_kind_of_room
from broadsheet.reading.strict import Strict
from broadsheet.reading.values import (
    Height,
    Key,
    LineCount,
    Phrase,
    RowCount,
    StudentPhrase,
    StudentProse,
    Switch,
    Text,
)

Lens: TypeAlias = Literal["evidence", "framing", "omissions"]
Part: TypeAlias = Literal["gist", "evidence", "framing", "omissions", "synthesis"]

LENSES: Final[tuple[Lens, ...]] = ("evidence", "framing", "omissions")
PARTS: Final[tuple[Part, ...]] = ("gist", *LENSES, "synthesis")


ChoiceNumber: TypeAlias = Annotated[int, Field(ge=1, le=8)]
"""Where a choice stands among those of its question, counted from 1."""


class Question(Strict):
    """What a student is asked, the room to answer it, and what a teacher may expect.

    Its room is named by what the student does there: `space`, `choices`, `scale`, `table`,
    `box`, `claim_table`, `framing_grid`, `omission_table` or `comparison_grid`. A question has
    one kind of room; only `choices` and `scale` may add `space`, for the student's reason. A
    question that names no room gets four ruled lines.
    """

    model_config = ConfigDict(json_schema_extra=one_kind_of_room())

    ask: StudentProse
    """The question as the student reads it."""
    points: Annotated[int, Field(ge=1, le=100)] | None = None
    """The points it can earn, printed beside it and added up."""
    space: LineCount | None = None
    """Ruled lines to write on, as in `4 lines`."""
    choices: list[StudentPhrase] | None = Field(default=None, min_length=2, max_length=8)
    """Answers to choose from, printed with letters and boxes to tick."""
    right: Annotated[list[ChoiceNumber], OneOrSeveral()] = []
    """The number of the right choice, counted from 1, or a list of them. The answer key prints it,
    and a learning platform marks by it. Leave it out where more than one choice can be argued."""
    scale: list[Text] | None = Field(default=None, min_length=2, max_length=2)
    """The two ends of a five-step scale, as in `[weak, strong]`."""
    table: Table | None = None
    """A table to fill in: its `columns` and `rows`."""
    box: Height | None = None
    """An empty box to draw or plan in, as in `5 cm`."""
    claim_table: RowsOrClaims | None = None
    """Rows of a table with line, claim, kind of claim, support given and how to check; or the
    claims themselves, to be printed in it."""
    framing_grid: Switch = False
    """`yes` for a grid of problem, cause, judgment and remedy, each with “not stated”."""
    omission_table: RowCount | None = None
    """Rows of a table: what a reader needs, the claim it bears on, known then?, where to check."""
    comparison_grid: list[Text] | None = Field(default=None, min_length=1, max_length=8)
    """Rows on which two texts are compared, side by side."""
    starter: StudentPhrase | None = None
    """Words to begin an answer with, offered in the supported edition."""
    word_bank: list[Text] = []
    """Words that help to answer, offered in the supported edition."""
    steps: list[StudentPhrase] = []
    """The same question in smaller steps, for the supported edition."""
    core: Switch = False
    """`yes` to keep the question when a sheet has room for a few only."""
    answer: Answer | None = None
    """The model answer, as a student could write it in the room given."""
    accept: list[Phrase] = []
    """Other answers that earn the marks."""
    reject: list[Phrase] = []
    """Tempting answers that do not, and why."""
    depth: Annotated[int, Field(ge=1, le=4)] | None = None
    """Webb's depth of knowledge: 1 recall, 2 concept, 3 reasoning, 4 extended thinking."""
    standards: list[Text] = []
    """Codes of the standards it meets, from those of the lesson."""
    facts: list[Key] = []
    """Keys of the facts that its answer rests on."""
    credits: Switch = False
    """`yes` where an honest answer says what the text does well."""
    other_side: Switch = False
    """`yes` for an omission of the piece's opponents."""

    @field_validator("right", mode="before")
    @classmethod
    def _one_or_several(cls, value: object) -> object:
        return value if isinstance(value, list) else [value]

    @model_validator(mode="after")
    def _one_kind_of_room(self) -> Self:
        kinds = [name for name in ROOMS if getattr(self, name) not in (None, False)]
        if self.space and not set(kinds) & set(WITH_REASON):
            kinds.insert(0, "space")
        if len(kinds) > 1:
            raise PydanticCustomError("rooms", "{kinds}", {"kinds": kinds})
        return self


@dataclass(frozen=True, slots=True)
class NumberedQuestion:
    """A question where it stands in its lesson."""

    number: int
    """Counted from 1 through all parts, and the same in every edition."""
    part: Part
    path: YamlPath
    question: Question


class Questions(Strict):
    """The questions, grouped: gist first, then the three lenses, then synthesis."""

    gist: list[Question] = []
    """What the piece says, before it is judged. Optional."""
    evidence: list[Question] = []
    """What is claimed, by whom, and on what support."""
    framing: list[Question] = []
    """Which words and comparisons are chosen, and what they do."""
    omissions: list[Question] = []
    """What a reader would need to know, and could it be known then."""
    synthesis: list[Question] = []
    """Putting it together. Optional."""
    _chosen: frozenset[int] | None = PrivateAttr(default=None)
    """Numbers of those that are asked, where a choice was made."""

    def only(self, numbers: Collection[int]) -> Self:
        """The same, of which those with some numbers are asked; their numbers stay."""
        chosen = self.model_copy()
        chosen._chosen = frozenset(numbers)  # noqa: SLF001 - its own
        return chosen

    def numbered(self) -> Iterator[NumberedQuestion]:
        """Yield every question that is asked, in the order in which they are printed."""
        number = 0
        for part in PARTS:
            for index, question in enumerate(getattr(self, part)):
                number += 1
                if self._chosen is None or number in self._chosen:
                    yield NumberedQuestion(number, part, ("questions", part, index), question)
