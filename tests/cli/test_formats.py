"""Findings as people, programs and code hosts get them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.cli.formats.text import WIDTH, as_text
from broadsheet.findings import Finding, Place, Rule, Severity

Run = Callable[..., Result]
Write = Callable[..., Path]

MISQUOTED = ("((so-called))", "((so-callde))")
RULE = Rule("some-code", Severity.ERROR, "What.", "Why.", "bad: 1", "good: 1")


def shown(folder: Path, line: str, start: int, end: int) -> tuple[str, str]:
    """A line of a file as it is shown, and the line of carets under it."""
    file = folder / "shown.yaml"
    file.write_text(line, "utf-8", newline="")
    finding = Finding(RULE, "message", "", file, Place(1, start, 1, end))
    _, source, carets = click.unstyle(as_text([finding])).splitlines()
    return source, carets


def marked(source: str, carets: str) -> str:
    return source[carets.index("^") : carets.rindex("^") + 1]


def test_a_finding_shows_its_line_a_caret_under_each_word_and_a_hint(
    run: Run, write: Write
) -> None:
    write(("summary:", "sumary:"), silent=True)

    assert run("check", "lesson.yaml").stdout.startswith(
        "lesson.yaml:7:1: error `sumary` is not a key [unknown-key]\n"
        "  7 | sumary: Students tell what an editorial reports from what it urges.\n"
        "    | ^^^^^^\n"
        "  hint: did you mean `summary`?\n"
        "\n"
    )


@pytest.mark.parametrize(
    ("line", "start", "end", "words"),
    [
        ("key: some wrogn words\r\n", 11, 16, "wrogn"),
        ("\ufeffkey: wrogn", 6, 11, "wrogn"),
        ("key:\t\twrogn", 7, 12, "wrogn"),
        ("key: \u200bwrogn", 7, 12, "wrogn"),
        ("a\u2028b: wrogn", 6, 11, "wrogn"),
        ("key: \x1b[31mwrogn", 11, 16, "wrogn"),
        ("x" * 300 + " wrogn " + "y" * 300, 302, 307, "wrogn"),
        ("wrogn " + "y" * 300, 1, 6, "wrogn"),
        ("x" * 300 + " wrogn", 302, 307, "wrogn"),
    ],
)
def test_carets_stand_under_the_words(
    tmp_path: Path, line: str, start: int, end: int, words: str
) -> None:
    source, carets = shown(tmp_path, line, start, end)

    assert len(source) <= WIDTH
    assert not re.search("[\t\r]", source)
    # A character without width takes no column of its own.
    assert marked(source.replace("\u200b", ""), carets) == words


def test_a_line_that_is_cut_shows_as_much_as_there_is_room_for(tmp_path: Path) -> None:
    for start in (1, 50, 90, 110, 180, 196):
        source, _ = shown(tmp_path, "words " * 33 + "end", start, start + 4)
        assert len(source) in (WIDTH - 1, WIDTH)


def test_a_tab_takes_one_column_in_the_line_as_in_the_count(tmp_path: Path) -> None:
    source, carets = shown(tmp_path, "key:\t\twrogn", 7, 12)

    assert source.endswith(" | key:  wrogn")
    assert carets.index("^") == source.index("wrogn")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_ends_where_yaml_ends_it(tmp_path: Path, end: str) -> None:
    source, _ = shown(tmp_path, f"key: wrogn{end}other: 1{end}", 6, 11)

    assert source.endswith(" | key: wrogn")


def test_wide_characters_take_two_columns(tmp_path: Path) -> None:
    _, carets = shown(tmp_path, "题目: wrogn", 5, 10)

    assert carets == "    | " + " " * 6 + "^^^^^"


def test_a_control_character_never_reaches_a_terminal(tmp_path: Path) -> None:
    source, _ = shown(tmp_path, "key: \x1b]0;owned\x07 \u202egnorw", 1, 4)

    assert not re.search("[\x1b\x07\u202e]", source)


@given(
    line=st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=400),
    start=st.integers(1, 400),
    length=st.integers(0, 200),
)
def test_a_shown_line_is_never_wider_than_it_may_be(
    tmp_path_factory: pytest.TempPathFactory, line: str, start: int, length: int
) -> None:
    source, carets = shown(tmp_path_factory.getbasetemp(), line, start, start + length)

    assert len(carets) <= WIDTH
    assert "^" in carets
    if line.isascii():
        assert len(source) <= WIDTH


def test_a_file_that_is_gone_has_no_line_to_show(tmp_path: Path) -> None:
    finding = Finding(RULE, "message", "hint", tmp_path / "gone.yaml", Place(1, 1, 1, 2))

    assert len(as_text([finding]).splitlines()) == 2


def test_colour_is_for_terminals_and_not_where_it_is_unwelcome(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write()

    assert "\x1b[" not in run("check", "lesson.yaml").stdout
    assert "\x1b[" in run("check", "lesson.yaml", colour=True).stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("check", "lesson.yaml", colour=True).stdout


def test_json_is_an_object_with_a_list_of_findings(run: Run, write: Write) -> None:
    write(MISQUOTED, ("minutes: 45", "minutes: 50"))

    found = json.loads(run("check", "lesson.yaml", "gone.yaml", "--format", "json").stdout)

    assert list(found) == ["findings"]
    keys = ["code", "severity", "message", "hint", "path", "line", "column"]
    keys += ["end_line", "end_column", "near_match"]
    assert all(list(finding) == keys for finding in found["findings"])
    places = {f["code"]: (f["path"], f["line"], f["column"]) for f in found["findings"]}
    assert places["quotation-not-in-excerpt"] == ("lesson.yaml", 33, 22)
    assert places["unreadable-file"] == ("gone.yaml", None, None)


def test_an_editor_can_put_a_near_match_where_the_finding_is(run: Run, write: Write) -> None:
    write(("((so-called))", "((so-caled))"), silent=True)

    (found,) = json.loads(run("check", "lesson.yaml", "--format", "json").stdout)["findings"]
    log = json.loads(run("check", "lesson.yaml", "--format", "sarif").stdout)
    (fix,) = log["runs"][0]["results"][0]["fixes"]
    (replacement,) = fix["artifactChanges"][0]["replacements"]

    assert found["near_match"] == "((so-called))"
    assert replacement["insertedContent"] == {"text": "((so-called))"}
    region = (
        replacement["deletedRegion"]["startColumn"],
        replacement["deletedRegion"]["endColumn"],
    )
    assert (found["column"], found["end_column"]) == region


def test_json_without_findings_is_still_an_object(run: Run, write: Write) -> None:
    write(silent=True)

    assert json.loads(run("check", "lesson.yaml", "--format", "json").stdout) == {"findings": []}


def test_github_gets_one_command_for_each_finding_and_the_summary_apart(
    run: Run, write: Write
) -> None:
    write(("summary:", "sumary:"), name="50%, done.yaml", silent=True)

    result = run("check", "50%, done.yaml", "--format", "github")

    assert result.stdout == (
        "::error file=50%25%2C done.yaml,line=7,col=1,endLine=7,endColumn=7,title=unknown-key::"
        "`sumary` is not a key%0Adid you mean `summary`?\n"
    )
    assert result.stderr.startswith("1 lesson checked: 1 error; ")


@pytest.fixture
def sarif(run: Run) -> Callable[..., dict[str, Any]]:
    def log(*arguments: str) -> dict[str, Any]:
        output: dict[str, Any] = json.loads(run("check", *arguments, "--format", "sarif").stdout)
        return output

    return log


def test_sarif_has_what_its_standard_requires(
    sarif: Callable[..., dict[str, Any]], write: Write
) -> None:
    write(MISQUOTED)

    log = sarif("lesson.yaml")

    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (only,) = log["runs"]
    assert only["columnKind"] == "unicodeCodePoints"
    driver = only["tool"]["driver"]
    assert driver["name"] == "Broadsheet"
    identifiers = [rule["id"] for rule in driver["rules"]]
    assert identifiers == sorted(set(identifiers))
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
    for result in only["results"]:
        assert identifiers[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        assert 1 <= region["startLine"] <= region["endLine"]
        start = (region["startLine"], region["startColumn"])
        assert (1, 1) <= start <= (region["endLine"], region["endColumn"])


def test_sarif_points_at_the_very_words(sarif: Callable[..., dict[str, Any]], write: Write) -> None:
    write(MISQUOTED, name="drafts/two words é.yaml")

    results = sarif("drafts/two words é.yaml")["runs"][0]["results"]
    (place,) = [
        result["locations"][0]["physicalLocation"]
        for result in results
        if result["ruleId"] == "quotation-not-in-excerpt"
    ]

    assert place == {
        "artifactLocation": {"uri": "drafts/two%20words%20%C3%A9.yaml"},
        "region": {"startLine": 33, "startColumn": 22, "endLine": 33, "endColumn": 35},
    }


def test_sarif_counts_what_is_silenced_and_does_not_show_it(
    sarif: Callable[..., dict[str, Any]], write: Write
) -> None:
    write(silent=True)

    (only,) = sarif("lesson.yaml")["runs"]

    assert only["results"] == []
    assert only["properties"]["silenced"] >= 1


def test_sarif_names_a_file_without_a_place_alone(
    sarif: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    (result,) = sarif(str(tmp_path.parent / "gone.yaml"))["runs"][0]["results"]
    location = result["locations"][0]["physicalLocation"]

    assert location == {"artifactLocation": {"uri": (tmp_path.parent / "gone.yaml").as_uri()}}
