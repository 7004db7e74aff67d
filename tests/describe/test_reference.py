"""The reference page says of every key what the model says, and its examples hold."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Final

import pytest
import yaml
from pydantic import BaseModel, Field

from broadsheet.collection.rules import every_rule
from broadsheet.describe import docs
from broadsheet.describe.kinds import KINDS, name_of, takes, without
from broadsheet.describe.reference import reference_page
from broadsheet.describe.starter import starter
from broadsheet.excerpt.numbered import NumberedExcerpt
from broadsheet.excerpt.quotation import Quotation, marks, prove
from broadsheet.lesson.answer import Answer
from broadsheet.lesson.citation import Citation, Fact
from broadsheet.lesson.models import Lesson, Silenced, Source
from broadsheet.lesson.notes import Notes, Step
from broadsheet.lesson.picture import Picture
from broadsheet.lesson.question import Question, Questions
from broadsheet.lesson.room import ClaimTable, Table
from broadsheet.reading import values
from broadsheet.reading.strict import Strict

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = reference_page()
MODELS: Final[tuple[type[BaseModel], ...]] = (
    Lesson,
    Source,
    Picture,
    Questions,
    Question,
    Table,
    ClaimTable,
    Answer,
    Fact,
    Citation,
    Notes,
    Step,
    Silenced,
)
KEYS: Final = [(model, name) for model in MODELS for name in model.model_fields]


def test_the_page_in_the_repository_is_the_one_made_from_the_models() -> None:
    kept = (ROOT / "docs" / "format.md").read_text("utf-8")
    assert kept == PAGE, "run `make schema`"


def test_no_part_of_a_lesson_is_forgotten() -> None:
    parts = {
        model
        for model in Strict.__subclasses__()
        if model.__module__.startswith("broadsheet.lesson.")
    }
    assert parts == set(MODELS)


@pytest.mark.parametrize(
    ("model", "name"), KEYS, ids=[f"{model.__name__}.{name}" for model, name in KEYS]
)
def test_every_key_stands_on_the_page_with_its_meaning(model: type[BaseModel], name: str) -> None:
    (row,) = re.findall(rf'^\| <a id="{name_of(model)}\.{name}"></a>.*$', PAGE, re.MULTILINE)
    meaning = " ".join(docs.of_fields(model)[name].split())
    assert meaning
    assert row.endswith(f" | {meaning} |")


@pytest.mark.parametrize("model", MODELS)
def test_every_model_stands_on_the_page_with_its_docstring(model: type[BaseModel]) -> None:
    assert docs.of_class(model) in PAGE


def test_every_link_within_the_page_leads_somewhere() -> None:
    headings = re.findall(r"^#+ (.*)$", PAGE, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", text).lower().replace(" ", "-") for text in headings}
    anchors |= set(re.findall(r'<a id="([^"]+)"></a>', PAGE))
    links = set(re.findall(r"\]\((?:format\.md)?#([^)]+)\)", PAGE))
    assert links - anchors == set()


def test_no_anchor_is_given_twice() -> None:
    anchors = re.findall(r'<a id="([^"]+)"></a>', PAGE)
    assert len(anchors) == len(set(anchors))


def test_every_example_is_yaml() -> None:
    examples = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert len(examples) > 5
    for example in examples:
        yaml.safe_load(example)


def test_every_quotation_on_the_page_prints_what_the_page_says() -> None:
    source = yaml.safe_load(starter("my-lesson"))["source"]
    excerpt = NumberedExcerpt.of(source["excerpt"])
    rows = re.findall(r"^\| `(\(\(.*?\)\))` \| (.*?) \|$", PAGE, re.MULTILINE)
    proved = []
    for written, printed in rows:
        (mark,) = marks(written)
        quotation = prove(mark, {"": excerpt})
        if isinstance(quotation, Quotation):
            first, last = quotation.first_line, quotation.last_line
            lines = f"line {first}" if first == last else f"lines {first}–{last}"
            words = "" if quotation.reference_only else f"“{quotation.text}” "
            assert printed.startswith(f"{words}({lines})" if words else lines)
            proved.append(written)
    assert len(proved) == 3
    assert len(rows) == len(proved) + 1, "only the pair's example is not the starter's"


def test_the_finding_that_the_page_leaves_alone_is_one_that_can_be() -> None:
    (code,) = re.findall(r"^  - code: (\S+)$", PAGE, re.MULTILINE)
    assert every_rule()[code].severity != "error"


@pytest.mark.parametrize(
    ("model", "name", "expected"),
    [
        (Lesson, "broadsheet", "`1`"),
        (Lesson, "ages", "list of 2: whole number, 4 to 99"),
        (Lesson, "objectives", "list of 1 to 6: [student's phrase](#students-phrase)"),
        (Lesson, "facts", "[key](#key), each with: [fact](#fact)"),
        (Lesson, "sources", "`A` and `B`, each with: [source](#source)"),
        (Question, "space", "[number of lines](#number-of-lines)"),
        (Question, "answer", "[teacher's prose](#teachers-prose), or [levels or rows](#answer)"),
        (Table, "rows", "[number of rows](#number-of-rows) or list of 1 or more: [words](#words)"),
        (Fact, "cite", "[work](#work) or [key](#key), or a list of them"),
        (Citation, "checked", "[date](#date) or `to be re-checked`"),
    ],
)
def test_a_type_is_put_in_an_authors_words(
    model: type[BaseModel], name: str, expected: str
) -> None:
    assert takes(model, name) == expected


def test_what_holds_without_a_key_is_said() -> None:
    fields = Table.model_fields
    assert without(fields["columns"]) == "**needed**"
    assert without(fields["rows"]) == "`3`"
    assert without(Question.model_fields["core"]) == "`no`"
    assert without(Lesson.model_fields["topics"]) == ""


def test_every_kind_of_value_is_explained() -> None:
    assert set(KINDS) - {"PartialDate"} <= set(docs.of_constants(values))


class Base(BaseModel):
    first: int
    """From the base."""
    second: int
    """Replaced."""


class Derived(Base):
    """One paragraph
    on two lines.

    Another.
    """

    second: int
    """From the class
    itself."""
    third: int
    fourth: Annotated[int, Field(ge=1)] = 1
    """Fourth."""


def test_a_fields_docstring_is_its_own_classs_or_else_its_bases() -> None:
    assert docs.of_fields(Derived) == {
        "first": "From the base.",
        "second": "From the class itself.",
        "fourth": "Fourth.",
    }


def test_a_docstring_keeps_its_paragraphs_and_loses_its_line_ends() -> None:
    assert docs.of_class(Derived) == "One paragraph on two lines.\n\nAnother."


def test_a_class_without_a_docstring_does_not_borrow_its_bases() -> None:
    class Silent(Derived):
        pass

    assert docs.of_class(Silent) == ""
