"""Every piece of prose of the format is found, and what is wrong in it is found at its place."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias, get_args, get_origin

import pytest
import yaml
from pydantic import BaseModel

from broadsheet.findings import Finding, YamlPath
from broadsheet.lesson.load import Loaded
from broadsheet.lesson.models import Lesson
from broadsheet.lesson.prose import prose_values
from broadsheet.lesson.room import ROOMS
from broadsheet.prose.citing import cited, miswritten
from broadsheet.reading.document import Document, Mapping, Scalar, Sequence, plain
from broadsheet.reading.reader import read_text
from broadsheet.reading.values import Markdown

Load: TypeAlias = Callable[[str | bytes], Loaded]
Errors: TypeAlias = Callable[[str | bytes], tuple[Finding, ...]]

PROSE = "PROSE"


def every_prose_field(model: type[BaseModel], path: YamlPath = ()) -> Iterator[YamlPath]:
    """The path of each field of the format that is marked as Markdown, one item for each list."""
    for name, field in model.model_fields.items():
        yield from _in_annotation(field.annotation, field.metadata, (*path, name))


def _in_annotation(annotation: Any, marks: list[Any], path: YamlPath) -> Iterator[YamlPath]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from every_prose_field(annotation, path)
    elif annotation is str and any(isinstance(mark, Markdown) for mark in marks):
        yield path
    elif hasattr(annotation, "__metadata__"):
        yield from _in_annotation(annotation.__origin__, list(annotation.__metadata__), path)
    elif origin is list:
        yield from _in_annotation(arguments[0], marks, (*path, 0))
    elif origin is dict:
        yield from _in_annotation(
            arguments[1], marks, (*path, "A" if "sources" in path else "word")
        )
    elif isinstance(annotation, types.UnionType) or origin is not None:
        for argument in arguments:
            if (
                isinstance(argument, type)
                or get_origin(argument)
                or hasattr(argument, "__metadata__")
            ):
                yield from _in_annotation(argument, marks, path)


FIELDS = sorted(set(every_prose_field(Lesson)), key=str)


def with_prose(lesson: str, path: YamlPath) -> str:
    """A lesson with the word PROSE at a path, in YAML's plainest form."""
    document, _ = read_text(lesson, Path("lesson.yaml"))
    assert document is not None
    values: Any = plain(document.root)
    at = values
    for step, following in pairwise(path):
        empty: Any = [] if isinstance(following, int) else {}
        if isinstance(step, int):
            at = at[0] if at else (at.append(empty) or empty)
        else:
            at = at.setdefault(step, empty) if not isinstance(at.get(step), str) else at
            if isinstance(at, dict) and step in at and isinstance(at[step], str):
                at[step] = empty
                at = empty
    last = path[-1]
    if isinstance(last, int):
        at[:] = [PROSE, *at[1:]]
    else:
        at[last] = PROSE
    _complete(values, path)
    return yaml.safe_dump(values, sort_keys=False, allow_unicode=True, width=10_000)


def _complete(values: dict[str, Any], path: YamlPath) -> None:
    """What else the part needs in which the prose stands."""
    if path[0] == "facts":
        values["facts"]["word"] = {"known": "1924", "cite": {"title": "x"}, "says": PROSE}
    if path[0] == "questions":
        question = values["questions"][path[1]][0]
        question.setdefault("ask", "Who?")
        if isinstance(question.get("answer"), dict):
            question["answer"].setdefault("proficient", "They.")
        if "choices" in question:
            question["choices"].append("x")
        if "rows" in path:
            for room in (*ROOMS, "space"):
                question.pop(room, None)
            question["table"] = {"columns": ["x", "y"], "rows": 1}
    if path[:2] == ("notes", "second_lesson"):
        values["notes"]["second_lesson"][0] = {"minutes": 45, "do": "x", path[-1]: PROSE}


STYLES = {
    "plain": "Ask (é) whether ((the lost ferry)) sank",
    "continued": "Ask\n          whether ((the lost ferry)) sank",
    "single": "'It isn''t ((the lost ferry)) that sank'",
    "double": '"Ask \\"who\\"\\u2009saw ((the lost ferry)) sink"',
    "joined": '"Ask \\\n          who saw ((the lost ferry)) sink"',
    "literal": "|\n          Ask whether\n\n          ((the lost ferry)) sank",
    "folded": ">-\n          Ask whether\n          it was ((the lost ferry)) that sank",
}


@pytest.mark.parametrize("path", FIELDS, ids=lambda path: ".".join(map(str, path)))
def test_the_format_has_prose_here_and_it_is_found(
    load_lesson: Load, clean_lesson: str, path: YamlPath
) -> None:
    lesson = load_lesson(with_prose(clean_lesson, path)).lesson

    assert lesson is not None
    assert [value.path for value in prose_values(lesson) if value.text == PROSE] == [path]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("path", FIELDS, ids=lambda path: ".".join(map(str, path)))
def test_a_false_quotation_in_any_prose_is_found_at_its_own_line_and_column(
    errors: Errors, clean_lesson: str, path: YamlPath, style: str
) -> None:
    text = with_prose(clean_lesson, path).replace(PROSE, STYLES[style])
    before = text[: text.index("((the lost ferry))")]
    found = errors(text)
    place = found[0].place

    assert [finding.code for finding in found] == ["quotation-not-in-excerpt"]
    assert place is not None
    assert (place.line, place.column) == (
        before.count("\n") + 1,
        len(before) - before.rindex("\n"),
    )
    assert (place.end_line, place.end_column) == (place.line, place.column + 18)


def test_every_part_of_the_format_has_its_prose_walked() -> None:
    assert {path[0] for path in FIELDS} == {
        "objectives",
        "glossary",
        "questions",
        "exit_ticket",
        "facts",
        "notes",
    }
    assert len(FIELDS) > 50


def test_prose_knows_whether_a_student_reads_it(load_lesson: Load, clean_lesson: str) -> None:
    lesson = load_lesson(clean_lesson).lesson
    assert lesson is not None
    read_by_student = {value.path: value.for_student for value in prose_values(lesson)}

    assert read_by_student[("objectives", 0)]
    assert read_by_student[("questions", "framing", 0, "ask")]
    assert not read_by_student[("questions", "framing", 0, "answer", "proficient")]
    assert not read_by_student[("notes", "plan", 0, "do")]


def test_what_is_no_prose_is_not_walked(load_lesson: Load, clean_lesson: str) -> None:
    lesson = load_lesson(clean_lesson).lesson
    assert lesson is not None
    first_steps = {value.path[0] for value in prose_values(lesson)}

    assert "title" not in first_steps
    assert "source" not in first_steps


def test_a_citation_names_one_key_or_several() -> None:
    prose = "As the clerk [@minutes] and others [@gazette; @census-2001] say."

    assert [citation.key for citation in cited(prose)] == ["minutes", "gazette", "census-2001"]
    assert [prose[citation.start : citation.end] for citation in cited(prose)] == [
        "@minutes",
        "@gazette",
        "@census-2001",
    ]


@pytest.mark.parametrize("prose", ["[a bracket]", "clerk@harbour.example", "[see @minutes]", "[…]"])
def test_what_only_looks_a_little_like_a_citation_is_prose(prose: str) -> None:
    assert not list(cited(prose))
    assert not list(miswritten(prose))


@pytest.mark.parametrize(
    "prose",
    ["[@minutes, p. 3]", "[@minutes; gazette]", "[@]", "[ @minutes ]", "[@a, @b]", "[@minutes"],
)
def test_a_citation_with_more_or_less_than_keys_is_miswritten(prose: str) -> None:
    assert list(miswritten(f"As {prose}")) == [(3, 3 + len(prose))]


def test_a_path_leads_through_every_value_around_the_one_it_names(clean_lesson: str) -> None:
    document, _ = read_text(clean_lesson, Path("lesson.yaml"))
    assert isinstance(document, Document)
    nodes = [node for _, node in document.steps(("notes", "plan", 1, "do"))]

    assert [type(node) for node in nodes] == [Mapping, Mapping, Sequence, Mapping, Scalar]
