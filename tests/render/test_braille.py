"""Braille: every page of a size, and cells that liblouis reads back as the words of the sheet."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.once import once
from tests.printed import ROOMS, ROOT, TODAY, orders_of

from broadsheet.cache.maker import maker
from broadsheet.cache.store import Store
from broadsheet.libraries import LOUIS
from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.render.braille import louis
from broadsheet.render.braille.louis import LouisMissingError, table_for, translated
from broadsheet.render.braille.pages import CELLS, LINES, paged
from broadsheet.render.braille.passages import Passage, Run, heading, passage

PAIR, RIGHT_TO_LEFT, VERSE, GERMAN = (
    "votes-for-women-1915",
    "al-muqtabas-1906",
    "ant-and-cricket-1912",
    "politischer-rundfunk-1926",
)
needs_louis = pytest.mark.skipif(
    shutil.which("lou_translate") is None, reason="no liblouis: apt-get install liblouis-bin"
)


def _build(folder: Path) -> None:
    names = (PAIR, RIGHT_TO_LEFT, VERSE, GERMAN)
    files = [*(ROOT / "lessons" / f"{name}.yaml" for name in names), ROOMS]
    request = Request(files, folder, TODAY, documents=["all"], editions=["all"], formats=["brf"])
    assert not [each for each in build(request).findings if each.severity == "error"]


@pytest.fixture(scope="session")
def embossed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of all that is made in braille of four lessons, and of every kind of room."""
    return once(tmp_path_factory, "embossed", _build)


def pages_of(file: Path) -> list[list[str]]:
    text = file.read_bytes().decode("ascii")
    return [page.split("\r\n")[:-1] for page in text.split("\f")]


def sheet(embossed: Path, lesson: str, document: str = "worksheet") -> Path:
    return embossed / lesson / f"{lesson}-{document}.brf"


def back(lines: list[str], table: str) -> str:
    """What a reader of braille makes of lines of cells."""
    done = subprocess.run(
        ["lou_translate", "--backward", f"en-us-brf.dis,{table}"],
        input="".join(f"{line.strip()}\n" for line in lines if line.strip()),
        capture_output=True,
        text=True,
        check=True,
    )
    return " ".join(done.stdout.split())


def numbered(file: Path) -> list[tuple[str, str]]:
    """The lines of braille that bear a number at their right end: words and number."""
    lines = [line for page in pages_of(file) for line in page[:-1] if len(line) == CELLS]
    found = (re.fullmatch(r"(.*?\S) {2,}(,?\w?#[A-J]+)", line) for line in lines)
    return [(each[1], each[2]) for each in found if each]


@needs_louis
def test_every_page_has_25_lines_of_at_most_40_cells_of_ascii(embossed: Path) -> None:
    files = sorted(embossed.rglob("*.brf"))
    assert len(files) > 20
    for file in files:
        for number, page in enumerate(pages_of(file), start=1):
            assert len(page) == LINES, file.name
            assert max(map(len, page)) <= CELLS, file.name
            digits = "".join("JABCDEFGHI"[int(digit)] for digit in str(number))
            assert page[-1].strip() == f"#{digits}", file.name


@needs_louis
@pytest.mark.parametrize(
    ("lesson", "words"),
    [
        (VERSE, "A silly young cricket, accustomed to sing"),
        (PAIR, "Suffrage is not a natural right, like life and liberty. The common"),
        (GERMAN, "kann ein sender unpolitisch sein?"),
        (RIGHT_TO_LEFT, "ولا يستهويها في جانب ما تعتقده الحق وازع ولا منازع."),
    ],
)
def test_cells_are_read_back_as_the_words(embossed: Path, lesson: str, words: str) -> None:
    language = {GERMAN: "de", RIGHT_TO_LEFT: "ar"}.get(lesson, "en")
    lines = [line for page in pages_of(sheet(embossed, lesson)) for line in page[:-1]]
    bare = [re.sub(r" {2,},?\w?#[A-J]+$", "", line) for line in lines]
    assert words in back(bare, table_for(language))


@needs_louis
def test_every_numbered_line_bears_its_number_where_it_begins(embossed: Path) -> None:
    found = numbered(sheet(embossed, VERSE))
    numbers = [number for _, number in found]
    assert numbers[:12] == [f"#{'ABCDEFGHI'[at]}" for at in range(9)] + ["#AJ", "#AA", "#AB"]
    assert len(numbers) == 31
    words = {number: back([words], table_for("en")) for words, number in found}
    assert words["#E"] == "Not a crumb to be found"
    of_pair = [number for _, number in numbered(sheet(embossed, PAIR))]
    assert {each[:2] for each in of_pair} == {",A", ",B"}


@needs_louis
def test_a_line_that_begins_within_a_line_of_braille_is_numbered_there(embossed: Path) -> None:
    words = {number: words for words, number in numbered(sheet(embossed, PAIR, "text"))}
    assert "symposium on woman" in back([words[",A#B"]], table_for("en"))


@needs_louis
def test_what_is_asked_stands_there_and_room_does_not(embossed: Path) -> None:
    lines = [line for page in pages_of(sheet(embossed, "rooms")) for line in page[:-1]]
    text = back(lines, table_for("en"))
    assert "A something the writer saw" in text
    assert "hardly 1 2 3 4 5 very strongly" in text
    assert "How to check it" in text
    assert "____" not in text


@needs_louis
def test_editions_that_change_type_alone_are_not_made_again(embossed: Path) -> None:
    made = {file.name.removeprefix(f"{VERSE}-") for file in (embossed / VERSE).iterdir()}
    assert {name for name in made if name.startswith("worksheet")} == {
        "worksheet.brf",
        "worksheet-core.brf",
        "worksheet-supported.brf",
    }
    assert "answer-key.brf" in made
    assert not [name for name in made if name.startswith(("teacher", "slides"))]


@needs_louis
def test_a_sign_that_a_table_lacks_is_said_plainly_or_left_out() -> None:
    typed, plain = "מה ״זה״ ☐ אומר", 'מה "זה" אומר'
    cells = translated([("he", typed), ("he", plain)])
    assert cells[("he", typed)] == cells[("he", plain)]


@needs_louis
def test_a_long_paragraph_is_translated_to_its_end() -> None:
    long = " ".join(f"word{number}" for number in range(2000))
    cells = translated([("en", long), ("en", "word1999")])
    assert cells[("en", long)].split()[-1] == cells[("en", "word1999")]
    assert len(cells[("en", long)].split()) == 2000


def test_a_heading_is_not_left_alone_at_the_foot_of_a_page() -> None:
    long = [passage(f"W{number}", "en") for number in range(LINES - 2)]
    passages = [*long, heading("H", "en"), passage("P", "en")]
    cells = {(run.language, run.words): run.words for each in passages for run in each.runs}
    first, second = paged(passages, cells, ["#A", "#B"])
    assert "    H" not in first
    assert second[:2] == ["    H", "  P"]


def test_a_word_wider_than_a_line_is_parted_and_none_of_it_lost() -> None:
    word = "A" * 100
    runs = (Run(word, "en", "12"),)
    (page,) = paged([Passage(runs)], {("en", word): word, ("en", "12"): "#AB"}, ["#A"])
    assert max(map(len, page)) == CELLS
    assert sum(line.count("A") for line in page[:-1]) == 100 + 1
    assert page[0].endswith("A  #AB")


def test_without_liblouis_a_sentence_names_the_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(louis, "LOUIS", "no-such-program")
    with pytest.raises(LouisMissingError, match="apt-get install liblouis-bin"):
        translated([("en", "word")])
    monkeypatch.undo()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(LouisMissingError, match="brew install liblouis"):
        translated([("en", "word")])


@needs_louis
def test_what_was_made_stands_until_liblouis_is_another(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lesson, store = ROOT / "lessons" / f"{VERSE}.yaml", Store(tmp_path / "cache")
    request = Request([lesson], tmp_path, TODAY, documents=["text"], formats=["brf"])
    assert len(build(request, store=store).written) == 1
    assert len(build(request, store=store).standing) == 1
    program = tmp_path / "bin" / LOUIS
    program.parent.mkdir()
    program.write_bytes(b"#!/bin/sh\n# another release\nexec " + _own_program() + b' "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    maker.cache_clear()
    try:
        assert not build(request, store=store).standing
    finally:
        maker.cache_clear()


def _own_program() -> bytes:
    return os.fsencode(shutil.which(LOUIS) or "")


@needs_louis
def test_a_language_without_a_table_is_told() -> None:
    with pytest.raises(LouisMissingError, match="no table for tlh"):
        translated([("tlh", "word")])


def test_braille_is_made_without_being_asked_for_other_formats(tmp_path: Path) -> None:
    lesson = ROOT / "lessons" / f"{VERSE}.yaml"
    assert {Path(name).suffix for name in orders_of(lesson, tmp_path)} == {".pdf"}
