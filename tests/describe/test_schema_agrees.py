"""JSON Schema and our reader say the same of a lesson, as far as JSON Schema can say it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Final

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.describe.editor import (
    COMPLETE,
    VALIDATOR,
    Core,
    changed,
    editor_accepts,
    in_an_editor,
    reader_accepts,
)

from broadsheet.describe.starter import starter

ROOT: Final = Path(__file__).parents[2]


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
    every = list(combinations(ROOMS, size))
    assert every
    for kinds in every:
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
    underlined = list(VALIDATOR.iter_errors(in_an_editor(text)))
    assert underlined == [] or not reader_accepts(text)


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
