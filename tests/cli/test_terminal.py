"""What is printed is text: nothing that a stranger typed or named steers a terminal."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.conftest import Run, Write

import broadsheet.cli
from broadsheet.cli.formats import FORMATS
from broadsheet.cli.terminal import visible

CLI: Final = Path(broadsheet.cli.__file__).parent
STEERING: Final = ("Cc", "Cf", "Cs", "Zl", "Zp")
HOSTILE = "\x1b[31m\x07\r\x9b2J\u202e\u2066\u200b\u00ad\ufeff\u2028\U000e0041"
"""An escape sequence, a bell, a return, C1, marks of direction, and what nobody sees."""


def steers(text: str) -> list[str]:
    """The characters of a text that a terminal would not print, but for the ends of lines."""
    return [
        f"U+{ord(one):04X}" for one in text if unicodedata.category(one) in STEERING and one != "\n"
    ]


@given(st.text())
def test_whatever_is_shown_is_print_and_blanks(text: str) -> None:
    needed = {"U+200C", "U+200D", *(f"U+{tag:04X}" for tag in range(0xE0020, 0xE0080))}
    assert set(steers(visible(text))) <= needed
    assert "\n" not in visible(text)


@pytest.mark.parametrize("category", STEERING)
def test_no_character_that_steers_gets_through_among_latin_letters(category: str) -> None:
    every = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == category]
    assert every
    assert not any(one in visible(f"a{one}b") for one in every)


@given(st.text(st.characters(exclude_categories=(*STEERING, "Cn", "Mn", "Lo"))))
def test_what_can_be_seen_is_shown_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a‹U+001B›[31mb"),
        ("a\nb", "a‹U+000A›b"),
        ("caf\udce9", "caf‹0xE9›"),
        ("\U000e0041", "‹U+E0041›"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🏫", "👩\u200d🏫"),
        ("pay\u200dpal", "pay‹U+200D›pal"),
        ("ends\u200c", "ends‹U+200C›"),
        ("م\u200cخ\u202e", "م\u200cخ‹U+202E›"),
        ("a\u3164b\ufe0f", "a‹U+3164›b‹U+FE0F›"),
        ("1️⃣", "1️⃣"),
    ],
)
def test_a_character_is_shown_by_its_code_point(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_in_a_name_a_key_or_a_value_steers_a_terminal(
    run: Run, write: Write, form: str
) -> None:
    name = f"le\n::error::x{HOSTILE}sson.yaml"
    typed = "".join(f"\\U{ord(one):08x}" for one in HOSTILE)
    more = f'"k{typed}ey": x\nignore:\n  - code: "c{typed}"\n    because: x\n'
    write(("minutes: 45", f'minutes: "4{typed}"'), name=name, more=more)

    result = run("check", name, f"gone{HOSTILE}.yaml", "--format", form)

    assert steers(result.output) == []
    assert result.output.isprintable() is False  # it has lines
    if form in ("json", "sarif"):
        found = json.loads(result.stdout)
        every = found["findings"] if form == "json" else found["runs"][0]["results"]
        assert len(every) >= 3
        messages = [one["message"] for one in every]
        assert steers("".join(json.dumps(one, ensure_ascii=False) for one in messages)) == []
    else:
        assert "‹U+001B›" in result.stdout
        assert "\n::error::x" not in result.stdout


@pytest.mark.parametrize("form", FORMATS)
def test_a_name_that_is_no_text_is_shown_in_every_format(
    write: Write, tmp_path: Path, form: str
) -> None:
    lesson = write()
    try:
        lesson.rename(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.yaml"))
    except OSError:
        pytest.skip("this file system takes text alone")

    done = subprocess.run(
        [sys.executable, "-m", "broadsheet", "check", ".", "--format", form],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    named = b"caf%E9.yaml" if form == "sarif" else "caf‹0xE9›.yaml".encode()
    assert named in done.stdout


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_what_programs_read_is_json_on_a_terminal_of_any_encoding(
    write: Write, tmp_path: Path, form: str
) -> None:
    write(("so-called))", "so-callèd 😀))"))

    done = subprocess.run(
        [sys.executable, "-m", "broadsheet", "check", "lesson.yaml", "--format", form],
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )

    assert "callèd 😀" in json.dumps(json.loads(done.stdout), ensure_ascii=False)


COMMANDS = [
    ("check", f"--{HOSTILE}"),
    ("check", "a.yaml", "--format", HOSTILE),
    (HOSTILE,),
    ("build", f"{HOSTILE}.yaml"),
    ("build", "lesson.yaml", "--edition", HOSTILE),
    ("build", "lesson.yaml", "--paper", HOSTILE),
    ("catalogue", f"{HOSTILE}.yaml"),
    ("explain", HOSTILE),
    ("new", HOSTILE),
    ("new", "my-lesson", "--folder", f"a\n{HOSTILE}"),
    ("source", "add", f"{HOSTILE}.yaml", "x"),
    ("source", "add", "lesson.yaml", "lesson.yaml", "--label", HOSTILE),
    ("schema", "--output", f"lesson.yaml/{HOSTILE}"),
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: arguments[0][:8])
def test_no_argument_steers_a_terminal(run: Run, write: Write, arguments: tuple[str, ...]) -> None:
    write()

    result = run(*arguments)

    assert steers(result.output) == []
    assert result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_what_a_command_writes_names_its_files_visibly(
    run: Run, write: Write, tmp_path: Path
) -> None:
    write(name=f"a{HOSTILE}/lesson.yaml")
    piece = tmp_path / f"piece{HOSTILE}.txt"
    piece.write_text("Other words of another piece. " * 90, "utf-8")

    for arguments in (
        ("build", f"a{HOSTILE}", "-o", f"out{HOSTILE}"),
        ("catalogue", f"a{HOSTILE}"),
        ("source", "add", f"a{HOSTILE}/lesson.yaml", str(piece)),
    ):
        assert steers(run(*arguments).output) == []


def test_an_error_of_the_system_is_shown_visibly(run: Run, tmp_path: Path) -> None:
    (tmp_path / f"f{HOSTILE}").write_text("", "utf-8")

    result = run("schema", "--output", f"f{HOSTILE}/schema.json")

    assert result.exit_code == 2
    assert steers(result.output) == []


def test_nothing_of_a_file_that_is_linked_in_from_elsewhere_is_told(
    run: Run, tmp_path: Path
) -> None:
    for number, secret in enumerate(("root:hunter2:0:0\n", "minutes: hunter2\n", "hunter2: 1\n")):
        outside = tmp_path / f"outside-{number}"
        outside.write_text(secret, "utf-8")
        (tmp_path / "lessons").mkdir(exist_ok=True)
        (tmp_path / "lessons" / f"l{number}.yaml").symlink_to(outside)
    for form in FORMATS:
        for more in ((), ("--fix",)):
            result = run("check", "lessons", "--format", form, *more)
            assert result.exit_code == 1
            assert "hunter2" not in result.output
    assert "leads out of its folder" in run("build", "lessons").output


def test_a_link_within_the_folder_is_told_as_any_lesson_and_by_its_own_name(
    run: Run, write: Write, tmp_path: Path
) -> None:
    write(("minutes: 45", "minutes: 50"), name="lessons/drafts/first.yaml")
    (tmp_path / "lessons" / "lesson.yaml").symlink_to("drafts/first.yaml")

    result = run("check", "lessons")

    assert "lessons/lesson.yaml:" in result.stdout
    assert " | " in result.stdout


def test_standard_error_may_be_closed(write: Write, tmp_path: Path) -> None:
    write(("minutes: 45", "minutes: 50"))
    shell = shutil.which("sh")
    assert shell is not None

    for command in ("check", "build", "catalogue"):
        script = f'"{sys.executable}" -m broadsheet {command} lesson.yaml 2>&-'
        done = subprocess.run([shell, "-c", script], cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == 1
        assert b"Traceback" not in done.stdout


@pytest.mark.parametrize(
    "file", sorted(CLI.rglob("*.py")), ids=lambda file: str(file.relative_to(CLI))
)
def test_everything_that_is_printed_goes_through_one_place(file: Path) -> None:
    calls = {
        ast.unparse(node.func)
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
    }
    own = {"click.echo", "click.secho", "click.style", "print", "sys.stdout.write"}
    assert bool(own & calls) is (file.name == "terminal.py")
