"""The lesson format, version 1: the one truth that schema, reference and reader follow."""

from __future__ import annotations

from typing import Annotated, Final, Literal, Self

from pydantic import ConfigDict, Field, WithJsonSchema, field_validator, model_validator
from pydantic_core import PydanticCustomError

from broadsheet.findings import YamlPath
from broadsheet.lesson.citation import Citation, Fact
from broadsheet.lesson.notes import Notes
from broadsheet.lesson.picture import Picture
from broadsheet.lesson.question import Questions
from broadsheet.reading import editors
from broadsheet.reading.dates import PartialDate
from broadsheet.reading.strict import Strict
from broadsheet.reading.values import (
    LABEL_PATTERN,
    FilePath,
    Key,
    LanguageTag,
    Passages,
    StudentPhrase,
    StudentProse,
    Switch,
    Text,
)

SourceLabel = Annotated[
    str,
    Field(pattern=LABEL_PATTERN),
    editors.plain("The two sources are labelled A and B.", type="string", pattern=LABEL_PATTERN),
]
FormatVersion = Annotated[
    Literal["1"], WithJsonSchema({"enum": [1, "1"], "errorMessage": "The format has version 1."})
]

Form = Annotated[
    Literal["prose", "verse", "mixed"],
    WithJsonSchema(
        {
            "enum": ["prose", "verse", "mixed"],
            "errorMessage": "The form of an excerpt is prose, verse or mixed.",
        }
    ),
]
"""`prose`, `verse` or `mixed`."""

_LABELS: Final = frozenset("AB")
_ONE_OR_TWO_PIECES: Final = "A lesson has `source` for one piece, or `sources` for a pair."


class Source(Strict):
    """The published opinion piece, with its bibliographic facts and the excerpt quoted from it."""

    title: Text
    """Title as published."""
    author: Text | None = None
    """Author as published; leave it out where the piece is unsigned."""
    outlet: Text
    """Newspaper, magazine or site that published it."""
    genre: Text
    """What kind of piece it is, in neutral words: editorial, column, blog post, open letter."""
    view: Text | None = None
    """What it argues for, in a few neutral words, to weigh a collection by; no sheet prints it."""
    published: PartialDate
    """Day of publication, as `2022-09-21`; `2022-09` or `2022` where no more is known."""
    pages: Text | None = None
    """Pages in print, such as `pp. 29–30`."""
    url: Text | None = None
    """Where to find the whole piece."""
    rights: Text
    """Who may copy it: “Public domain”, “In copyright; quoted in part for teaching” and so on."""
    public_domain: Switch = False
    """`yes` where nobody holds a copyright; less may be quoted of a source that is in copyright."""
    language: LanguageTag | None = None
    """Language of the piece, where it is not the lesson's."""
    text: FilePath | None = None
    """Path of the whole piece as plain text, to prove the excerpt by. It may be kept private."""
    fingerprint: FilePath | None = None
    """Path of its fingerprint, which proves the excerpt where the text is not at hand."""
    picture: Picture | None = None
    """A picture that belongs to the piece; the excerpt then may be its caption or its headline."""
    form: Form | None = None
    """What becomes of the lines you type in `excerpt`: `prose` joins them, `verse` keeps each.

    `mixed` lets each line say what it is: `| ` keeps it, `## ` makes a sub-heading, `- ` an item of
    a list, `> ` a quotation set apart; `*words*` are emphasised.
    """
    excerpt: Passages
    r"""The passages quoted, word for word.

    A blank line parts paragraphs, `[…]` marks each cut, and `[brackets]` hold the editor's words;
    `\[sic\]` is a bracket of the source's own. Nothing else is markup: what you type is what is
    printed.
    """


class Silenced(Strict):
    """A warning or advice that is knowingly left alone, and why."""

    code: Text
    """The finding's code, such as `source-not-at-hand`."""
    because: Text
    """The reason, for whoever reads the lesson next."""


def _one_or_two() -> PydanticCustomError:
    return PydanticCustomError("source_or_sources", "one source, or a pair of sources")


class Lesson(Strict):
    """One lesson: a source with its excerpt, questions, facts and notes."""

    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [
                {"required": ["source"], "errorMessage": _ONE_OR_TWO_PIECES},
                {"required": ["sources"], "errorMessage": _ONE_OR_TWO_PIECES},
            ],
            "dependencies": {
                "source": {"properties": {"sources": editors.refused(_ONE_OR_TWO_PIECES)}}
            },
        }
    )

    broadsheet: FormatVersion
    """Version of the format: `1`."""
    title: Text
    """Title of the lesson, best as a question."""
    language: LanguageTag
    """Language of the lesson and of the labels printed on it, such as `en`."""
    level: Text
    """For whom, printed as it stands: `Grades 11–12`."""
    ages: list[Annotated[int, Field(ge=4, le=99)]] | None = Field(
        default=None, min_length=2, max_length=2
    )
    """Youngest and oldest age, as in `[16, 18]`. For a youngest reader under 14, text is printed in
    12 pt, under 11 in 13 pt with plainer words around it; else it is 11 pt. See documents.md."""
    minutes: Annotated[int, Field(ge=5, le=600)]
    """How long the lesson takes; the steps of the plan add up to it."""
    topics: list[Text] = []
    """Subjects, for a catalogue."""
    summary: Text
    """One sentence for a catalogue."""
    objectives: list[StudentPhrase] = Field(min_length=1, max_length=6)
    """Goals in the student's words, each beginning with “I can”."""
    standards: list[Text] = []
    """Codes of the standards the lesson meets, such as `CCSS.ELA-LITERACY.RH.6-8.8`."""
    source: Source | None = None
    """The piece that is read. A pair of opposing pieces has `sources` instead."""
    sources: dict[SourceLabel, Source] | None = Field(default=None, min_length=2, max_length=2)
    """Two pieces to compare, labelled `A` and `B`."""
    glossary: dict[Text, StudentPhrase] = {}
    """Words of the excerpt, each with a neutral gloss of at most 12 words."""
    questions: Questions
    """What students are asked."""
    exit_ticket: StudentProse | None = None
    """The last question, answered before leaving. Without it, a general one is printed."""
    facts: dict[Key, Fact] = {}
    """What stands outside the excerpt, each fact with its source and date."""
    references: dict[Key, Citation] = {}
    """Works that prose or facts cite by key."""
    notes: Notes
    """What only the teacher reads."""
    ignore: list[Silenced] = []
    """Findings knowingly left alone, each with a reason."""

    @field_validator("source", mode="before")
    @classmethod
    def _no_pair(cls, value: object) -> object:
        if isinstance(value, dict) and value and not value.keys() - _LABELS:
            raise _one_or_two()
        return value

    @field_validator("sources", mode="before")
    @classmethod
    def _no_single_source(cls, value: object) -> object:
        if isinstance(value, dict) and value and not value.keys() - Source.model_fields.keys():
            raise _one_or_two()
        return value

    @model_validator(mode="after")
    def _source_or_sources(self) -> Self:
        if (self.source is None) == (self.sources is None):
            raise _one_or_two()
        return self

    @property
    def texts(self) -> dict[str, Source]:
        """The sources by label; the label of a single source is empty."""
        if self.source is not None:
            return {"": self.source}
        return dict(self.sources or {})


def source_path(label: str) -> YamlPath:
    """The path of the source that `Lesson.texts` gives a label, which is empty for a single one."""
    return ("sources", label) if label else ("source",)
