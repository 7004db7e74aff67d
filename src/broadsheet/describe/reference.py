"""The reference page of the format, from the models, their docstrings and the starter lesson."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Final

from pydantic import BaseModel

from broadsheet.describe import docs
from broadsheet.describe.kinds import KINDS, anchor_of, name_of, takes, without
from broadsheet.describe.starter import starter
from broadsheet.lesson.answer import Answer
from broadsheet.lesson.citation import Citation, Fact
from broadsheet.lesson.models import Lesson, Silenced, Source
from broadsheet.lesson.notes import Notes, Step
from broadsheet.lesson.picture import Picture
from broadsheet.lesson.question import Question, Questions
from broadsheet.lesson.room import ROOMS, ClaimTable, Table
from broadsheet.reading import values
from broadsheet.reading.dates import PartialDate
from broadsheet.reading.reader import read_text
from broadsheet.unit.models import Unit

_HEADINGS: Final = ("key", "what it takes", "if left out", "what it means")
_ROOM: Final = ("space", *ROOMS)

_HEADING: Final = b"# The lesson format\n"


def is_reference_page(data: bytes) -> bool:
    """Tell whether a file is the page, as this release or another one made it."""
    return data.startswith(_HEADING)


def reference_page() -> str:
    """The page as Markdown. Its text stands in `reference.md`; tables and examples are made."""
    template = files(__package__).joinpath("reference.md").read_text("utf-8")
    bound = (
        Lesson,
        Source,
        Picture,
        Questions,
        Table,
        ClaimTable,
        Answer,
        Fact,
        Citation,
        Notes,
    )
    models = (*bound, Step, Silenced, Unit)
    sections = {name_of(model): _section(model, model.model_fields) for model in models}
    asking = [name for name in Question.model_fields if name not in _ROOM]
    return Template(template).substitute(
        sections,
        question=_section(Question, asking),
        room=_table(Question, _ROOM),
        kinds=_kinds(),
        example_top=_example("broadsheet", to="standards"),
        example_source=_example("source"),
        example_question=_example("questions", "omissions", 0),
        example_answer=_example("questions", "framing", 0, "answer"),
        example_fact=_example("facts", "easton-hours"),
        example_plan=_example("notes", "plan"),
    )


def _section(model: type[BaseModel], names: Iterable[str]) -> str:
    return f"{docs.of_class(model)}\n\n{_table(model, names)}"


def _table(model: type[BaseModel], names: Iterable[str]) -> str:
    """One row a field, each with an anchor such as `source.title`."""
    meanings = docs.of_fields(model)
    rows = [_row(_HEADINGS), _row("---" for _ in _HEADINGS)]
    for name in names:
        anchor = f'<a id="{name_of(model)}.{name}"></a>`{name}`'
        field = model.model_fields[name]
        rows.append(_row((anchor, takes(model, name), without(field), meanings.get(name, ""))))
    return "\n".join(rows)


def _kinds() -> str:
    meanings = {**docs.of_constants(values), "PartialDate": docs.of_class(PartialDate)}
    rows = [_row(("kind", "what you write")), _row(("---", "---"))]
    for name, kind in KINDS.items():
        rows.append(_row((f'<a id="{anchor_of(kind)}"></a>{kind}', meanings[name])))
    return "\n".join(rows)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(" ".join(cell.split()) for cell in cells) + " |"


def _example(*path: str | int, to: str | None = None) -> str:
    """The lines of the starter lesson at a path, so that every example is a valid one.

    `to` is the key at the top of the lesson with which the example ends, where it is another one.
    """
    text = starter("my-lesson")
    document, _ = read_text(text, Path("lesson.yaml"))
    assert document is not None  # noqa: S101 - a test checks the starter lesson
    key, node = list(document.steps(path))[-1]
    _, last = list(document.steps((to,)))[-1] if to else (key, node)
    start = text.rfind("\n", 0, (key or node).span.start) + 1
    return textwrap.dedent(text[start : last.span.end]).rstrip()
