"""JSON Schema and our reader say the same of a lesson, as far as JSON Schema can say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from broadsheet.lesson.models import Lesson
from broadsheet.lesson.reader import read_text
from broadsheet.lesson.schema import lesson_schema, schema_text
from broadsheet.lesson.starter import starter
from broadsheet.lesson.typed import typed

ROOT: Final = Path(__file__).parents[2]
SCHEMA: Final = lesson_schema()
VALIDATOR: Final = Draft7Validator(SCHEMA)

# Every key of the format stands here once at least, but `sources`, which takes the place of
# `source`. The kinds of room part the questions.
COMPLETE: Final = """
broadsheet: 1
title: Who pays for the bridge?
language: en
level: Grades 9–10
ages: [14, 16]
minutes: 45
topics: [bridges]
summary: Students tell what an editorial reports from what it urges.
objectives: [I can tell a report from a demand.]
standards: [CCSS.ELA-LITERACY.RH.9-10.8]
source:
  title: The Bridge Must Wait
  author: A Ferryman
  outlet: The Harbour Gazette
  genre: editorial
  published: 1924-03-08
  pages: p. 4
  url: https://example.org/bridge
  rights: Public domain.
  public_domain: yes
  language: en-GB
  text: sources/bridge.txt
  fingerprint: sources/bridge.json
  excerpt: The council voted on Tuesday to build a second bridge.
glossary:
  council: those elected to run a town
questions:
  gist:
    - ask: What is to be built?
      space: 2 lines
      points: 2
      starter: The council …
      word_bank: [bridge]
      steps: [Find the verb.]
      core: yes
      answer: A bridge.
      accept: [A second bridge.]
      reject: [A ferry.]
      depth: 1
      standards: [CCSS.ELA-LITERACY.RH.9-10.8]
      facts: [a-vote]
      credits: no
      other_side: no
    - ask: Draw it.
      box: 5 cm
  evidence:
    - ask: Is it a fact?
      choices: [true, false]
      space: 1 line
    - ask: How strong is it?
      scale: [weak, strong]
    - ask: Fill in.
      claim_table: 3 rows
  framing:
    - ask: Fill in.
      framing_grid: yes
    - ask: Fill in.
      table: {columns: [One, Two], rows: 2 rows}
    - ask: Fill in.
      table: {columns: [One, Two], rows: [Three, Four]}
  omissions:
    - ask: Fill in.
      omission_table: 4
      answer: {proficient: All., emerging: Some., beginning: One.}
  synthesis:
    - ask: Compare.
      comparison_grid: [Cost]
exit_ticket: What would you ask the council?
facts:
  a-vote:
    says: The council voted.
    known: 1924-03
    cite: minutes
  a-count:
    says: There were nine ferrymen.
    known: 1924
    cite:
      - minutes
      - title: Register
        author: B. Clerk
        publisher: Harbour Office
        date: 1923
        where: p. 9
        url: https://example.org/register
        checked: to be re-checked
        note: as reported by the Gazette
references:
  minutes:
    title: Minutes of the council
    checked: 2026-01-20
notes:
  materials: [A map.]
  background: The harbour of 1924.
  care: Nobody's trade is laughed at.
  plan:
    - minutes: 45
      do: Read and talk.
  pacing: Leave out the drawing.
  misconceptions: A vote is no bridge.
  gets_right: The old bridge is narrow.
  discussion: Who else was not asked?
  support: Read aloud.
  extension: Find another editorial.
ignore:
  - code: source-not-at-hand
    because: A sample.
"""


class Core(yaml.SafeLoader):
    """Reads YAML as an editor does, by the core schema of YAML 1.2."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        list("-+.0123456789"),
    ),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), first)


def _whole_number(_loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int:
    digits = node.value
    return int(digits, 0) if digits.startswith(("0o", "0x")) else int(digits)


Core.add_constructor("tag:yaml.org,2002:int", _whole_number)


def in_an_editor(text: str) -> Any:
    """What an editor's parser makes of a lesson; keys are always words to it."""

    def keyed(value: Any) -> Any:
        if isinstance(value, dict):
            return {str(key): keyed(inner) for key, inner in value.items()}
        return [keyed(inner) for inner in value] if isinstance(value, list) else value

    return keyed(yaml.load(text, Loader=Core))  # noqa: S506 - a SafeLoader


def editor_accepts(text: str) -> bool:
    return bool(VALIDATOR.is_valid(in_an_editor(text)))


def reader_accepts(text: str) -> bool:
    document, findings = read_text(text, Path("lesson.yaml"))
    if document is None or findings:
        return False
    lesson, remarks = typed(Lesson, document)
    return lesson is not None and not remarks


def changed(old: str, new: str) -> str:
    assert old in COMPLETE
    return COMPLETE.replace(old, new, 1)


def test_the_schema_in_the_repository_is_the_one_made_from_the_models() -> None:
    kept = (ROOT / "schema" / "lesson.schema.json").read_text("utf-8")
    assert kept == schema_text(), "run `make schema`"


def test_the_schema_is_a_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)


def test_a_schema_is_the_same_bytes_each_time() -> None:
    assert schema_text() == schema_text()


@pytest.mark.parametrize("file", sorted((ROOT / "lessons").glob("*.yaml")), ids=lambda f: f.stem)
def test_every_lesson_that_we_ship_is_accepted_in_an_editor(file: Path) -> None:
    assert list(VALIDATOR.iter_errors(in_an_editor(file.read_text("utf-8")))) == []


def test_the_starter_lesson_is_accepted_in_an_editor() -> None:
    assert list(VALIDATOR.iter_errors(in_an_editor(starter("my-lesson")))) == []


def test_a_lesson_with_every_key_is_accepted_by_both() -> None:
    assert list(VALIDATOR.iter_errors(in_an_editor(COMPLETE))) == []
    assert reader_accepts(COMPLETE)


PAIR: Final = """sources:
  A: &piece {title: T, outlet: O, genre: essay, published: 1924, rights: R, excerpt: E}
  B: *piece
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("broadsheet: 1", 'broadsheet: "1"', id="a version in quotation marks"),
        pytest.param("Who pays for the bridge?", "1984", id="a title that is a number"),
        pytest.param("Who pays for the bridge?", "true", id="a title that is a truth value"),
        pytest.param("language: en\n", "language: no\n", id="Norwegian"),
        pytest.param("minutes: 45\n", 'minutes: "45"\n', id="a number in quotation marks"),
        pytest.param("[bridges]", "[1984, yes, 2024-01-01]", id="topics of every kind"),
        pytest.param("1924-03-08", "1924", id="a year"),
        pytest.param("1924-03-08", '"1924-03"', id="a month in quotation marks"),
        pytest.param("public_domain: yes", "public_domain: true", id="a switch that is true"),
        pytest.param("public_domain: yes", "public_domain: Off", id="a switch that is Off"),
        pytest.param("space: 2 lines", "space: 2", id="lines as a number"),
        pytest.param("space: 2 lines", "space: 40 Lines", id="lines with a capital"),
        pytest.param("box: 5 cm", "box: 12.5mm", id="a height without a blank"),
        pytest.param("claim_table: 3 rows", "claim_table: 1 row", id="one row"),
        pytest.param("facts: [a-vote]", "facts: [1991]", id="a key that is a number"),
        pytest.param("cite: minutes", "cite: {title: T}", id="one work without a list"),
        pytest.param("framing_grid: yes", "framing_grid: no\n      box: 5 cm", id="no grid, a box"),
        pytest.param("answer: A bridge.", "answer: 42", id="an answer that is a number"),
        pytest.param("  council: those", "  1924: those", id="a number in the glossary"),
    ],
)
def test_what_an_author_may_write_is_accepted_by_both(old: str, new: str) -> None:
    text = changed(old, new)
    assert reader_accepts(text)
    assert list(VALIDATOR.iter_errors(in_an_editor(text))) == []


UNKNOWN_KEY: Final = [
    ("title: Who", "titel: Who"),
    ("  outlet: ", "  outlets: "),
    ("  gist:", "  jist:"),
    ("      points: 2", "      point: 2"),
    ("table: {columns", "table: {colums: [A, B], columns"),
    ("{proficient: All., emerging", "{proficient: All., emergent"),
    ("    known: 1924-03", "    known: 1924-03\n    since: 1924"),
    ("        where: p. 9", "        page: p. 9"),
    ("  misconceptions: A", "  misconception: A"),
    ("      do: Read and talk.", "      do: Read and talk.\n      who: all"),
    ("    because: A sample.", "    because: A sample.\n    until: 2030"),
]


@pytest.mark.parametrize(("old", "new"), UNKNOWN_KEY, ids=[new.strip() for _, new in UNKNOWN_KEY])
def test_an_unknown_key_is_refused_by_both_at_every_level(old: str, new: str) -> None:
    text = changed(old, new)
    assert not reader_accepts(text)
    assert not editor_accepts(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("broadsheet: 1", "broadsheet: 2", id="another version"),
        pytest.param("title: Who pays for the bridge?\n", "", id="a title missing"),
        pytest.param("Who pays for the bridge?", "", id="a title empty"),
        pytest.param("Who pays for the bridge?", '" "', id="a title of a blank"),
        pytest.param("Who pays for the bridge?", "[a, b]", id="a title that is a list"),
        pytest.param("language: en\n", "language: English\n", id="a language by its name"),
        pytest.param("ages: [14, 16]", "ages: [14]", id="one age"),
        pytest.param("ages: [14, 16]", "ages: 14", id="an age without a list"),
        pytest.param("minutes: 45\n", "minutes: fifty\n", id="minutes in words"),
        pytest.param("minutes: 45\n", "minutes: 4\n", id="too few minutes"),
        pytest.param("minutes: 45\n", "minutes: 45.5\n", id="half a minute"),
        pytest.param("[I can tell a report from a demand.]", "[]", id="no objective"),
        pytest.param("source:\n", "unsourced:\n", id="no source"),
        pytest.param("glossary:\n", f"{PAIR}glossary:\n", id="a source and a pair"),
        pytest.param("  genre: editorial\n", "", id="a source without a genre"),
        pytest.param("1924-03-08", "8 March 1924", id="a date in words"),
        pytest.param("1924-03-08", "1924-3-8", id="a date without its noughts"),
        pytest.param("1924-03-08", "1924-13-08", id="a thirteenth month"),
        pytest.param("1924-03-08", "1924-03-32", id="a thirty-second day"),
        pytest.param("1924-03-08", "0", id="the year 0"),
        pytest.param("public_domain: yes", "public_domain: perhaps", id="a switch half on"),
        pytest.param("text: sources/", "text: ../sources/", id="a path that leads out"),
        pytest.param("text: sources/", "text: /sources/", id="a path from the root"),
        pytest.param("text: sources/", "text: https://example.org/", id="an address for a path"),
        pytest.param("space: 2 lines", "space: lots", id="lots of lines"),
        pytest.param("space: 2 lines", "space: 41 lines", id="too many lines"),
        pytest.param("space: 2 lines", "space: 0", id="no line"),
        pytest.param("box: 5 cm", "box: 5", id="a height without its unit"),
        pytest.param("box: 5 cm", "box: 2 inches", id="a height in inches"),
        pytest.param("[true, false]", "[true]", id="one choice"),
        pytest.param("[weak, strong]", "[weak, fair, strong]", id="a scale with three ends"),
        pytest.param("[One, Two]", "[One]", id="a table of one column"),
        pytest.param("rows: [Three, Four]", "rows: []", id="a table of no rows"),
        pytest.param("      depth: 1", "      depth: 5", id="too deep"),
        pytest.param("facts: [a-vote]", "facts: [a vote]", id="a key with a blank"),
        pytest.param("  a-vote:\n", "  a vote:\n", id="a fact's key with a blank"),
        pytest.param("    known: 1924-03\n", "", id="a fact without a date"),
        pytest.param("    cite: minutes\n", "    cite: []\n", id="a fact without a work"),
        pytest.param("checked: 2026-01-20", "checked: soon", id="checked soon"),
        pytest.param("      do: Read and talk.\n", "", id="a step with nothing to do"),
        pytest.param("    because: A sample.\n", "", id="silence without a reason"),
    ],
)
def test_what_an_author_may_not_write_is_refused_by_both(old: str, new: str) -> None:
    text = changed(old, new)
    assert not reader_accepts(text)
    assert not editor_accepts(text)


def test_a_pair_of_sources_is_accepted_by_both() -> None:
    start, end = COMPLETE.index("source:\n"), COMPLETE.index("glossary:\n")
    text = COMPLETE[:start] + PAIR + COMPLETE[end:]
    assert reader_accepts(text)
    assert editor_accepts(text)


@pytest.mark.parametrize("second", ["", "  second: *piece\n", "  B: *piece\n  C: *piece\n"])
def test_a_pair_that_is_none_is_refused_by_both(second: str) -> None:
    start, end = COMPLETE.index("source:\n"), COMPLETE.index("glossary:\n")
    text = COMPLETE[:start] + PAIR.replace("  B: *piece\n", second) + COMPLETE[end:]
    assert not reader_accepts(text)
    assert not editor_accepts(text)


ROOMS: Final = {
    "space": "2 lines",
    "choices": "[A, B]",
    "scale": "[A, B]",
    "table": "{columns: [A, B]}",
    "box": "5 cm",
    "claim_table": "2",
    "framing_grid": "yes",
    "omission_table": "2",
    "comparison_grid": "[A]",
}


@pytest.mark.parametrize("grid", ["yes", "no", "true", "false"])
@pytest.mark.parametrize("size", [1, 2, 3])
def test_both_agree_on_which_kinds_of_room_a_question_may_have(size: int, grid: str) -> None:
    for kinds in combinations(ROOMS, size):
        rooms = "".join(f"\n      {kind}: {ROOMS[kind]}" for kind in kinds)
        text = changed("      box: 5 cm", rooms.replace("grid: yes", f"grid: {grid}"))
        assert editor_accepts(text) == reader_accepts(text), rooms


SCALARS: Final = st.one_of(
    st.sampled_from(
        ["yes", "No", "true", "FALSE", "on", "1", "012", "0.5", "1e3", "4 lines", "5 cm"]
    ),
    st.sampled_from(["2022-09-21", "2022-09", "0079", "en-GB", "to be re-checked", "minutes", "A"]),
    st.from_regex(r"[0-9]{1,4}(-[0-9]{2}){0,2}", fullmatch=True),
    st.from_regex(r"[0-9]{1,2} (lines?|ROWS?|mm|cm)", fullmatch=True),
    st.from_regex(r"[A-Za-z][a-z]{0,3}(/[a-z]{1,3}|-[a-z0-9]{2})?", fullmatch=True),
).filter(lambda text: text.lower() != "null")


def scalars(text: str) -> list[tuple[int, int]]:
    """Where each value of a lesson stands that is neither a list nor a mapping."""

    def of(node: yaml.Node) -> Iterator[tuple[int, int]]:
        if isinstance(node, yaml.ScalarNode):
            yield node.start_mark.index, node.end_mark.index
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                yield from of(item)
        elif isinstance(node, yaml.MappingNode):
            for _, value in node.value:
                yield from of(value)

    root = yaml.compose(text, Loader=Core)
    return list(of(root)) if root is not None else []


@given(st.sampled_from(scalars(COMPLETE)), SCALARS)
def test_an_editor_never_underlines_a_value_that_the_reader_accepts(
    place: tuple[int, int], value: str
) -> None:
    text = COMPLETE[: place[0]] + value + COMPLETE[place[1] :]
    if reader_accepts(text):
        assert list(VALIDATOR.iter_errors(in_an_editor(text))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("1924-03-08", "1924-02-30", id="days of a month"),
        pytest.param("box: 5 cm", "box: 99 cm", id="bounds of a height"),
        pytest.param("minutes: 45\n", 'minutes: "4"\n', id="bounds of a number in quotation marks"),
        pytest.param("topics: [bridges]", "topics: [bridges]\ntopics: [ferries]", id="a key twice"),
    ],
)
def test_what_json_schema_cannot_say_is_left_to_the_reader(old: str, new: str) -> None:
    text = changed(old, new)
    assert editor_accepts(text)
    assert not reader_accepts(text)


def test_a_bare_null_is_a_word_to_the_reader_and_nothing_to_an_editor() -> None:
    text = changed("Who pays for the bridge?", "null")
    assert reader_accepts(text)
    assert not editor_accepts(text)


def models() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every part of a lesson by its name, with its JSON Schema."""
    yield "Lesson", SCHEMA
    for name, schema in SCHEMA["definitions"].items():
        yield name, schema if "properties" in schema else schema["anyOf"][-1]


def test_an_editor_can_explain_every_key() -> None:
    unexplained = [
        f"{name}.{key}"
        for name, schema in models()
        for key, field in schema["properties"].items()
        if not field.get("description")
    ]
    assert unexplained == []


def test_an_editor_does_not_complete_a_key_with_nothing() -> None:
    defaults = {
        key: field["default"]
        for _, schema in models()
        for key, field in schema["properties"].items()
        if "default" in field
    }
    assert defaults == {"rows": 3}


def test_a_second_kind_of_room_is_told_why_it_is_refused() -> None:
    text = changed("box: 5 cm", "box: 5 cm\n      claim_table: 3 rows")
    (error,) = VALIDATOR.iter_errors(in_an_editor(text))
    assert error.absolute_path[-1] == "claim_table"
    assert isinstance(error.schema, dict)
    assert "keep this one or `box`" in error.schema["errorMessage"]
