"""A class's sheets: whose they are, where they begin, and that names are nowhere else."""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pikepdf
import pytest
from click.testing import CliRunner, Result
from tests.once import once
from tests.printed import ROOT
from tests.render.on_page import words_of
from weasyprint.layout import LayoutContext

from broadsheet.cli.main import main
from broadsheet.recipes import class_set as recipe
from broadsheet.recipes import piles
from broadsheet.render.manuscript import Job, read, written
from broadsheet.render.pdf.layout import render
from broadsheet.school.paper import Paper
from broadsheet.theme import ISOLATED

CHILDREN = ROOT / "lessons" / "ant-and-cricket-1912.yaml"
DAY: Final = date(2026, 11, 26)
ROSTER = "name;edition\nQuux, Zoltan;\nعبد الله;\n李小明;core\n"
NAMES = ("Quux", "Zoltan", "عبد", "李小明")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["class-set", *words], prog_name="broadsheet")


def make(folder: Path) -> None:
    (folder / "roster.csv").write_text(ROSTER, "utf-8")
    for name, options in (
        ("piles", []),
        ("seats", ["--in-order"]),
        ("shared", ["--in-order", "--text", "once"]),
        ("own", ["--in-order", "--text", "each"]),
    ):
        output = folder / name
        roster = str(folder / "roster.csv")
        result = run(str(CHILDREN), "--roster", roster, "-o", str(output), *options)
        assert result.exit_code == 0, result.output
        (folder / f"{output.name}.log").write_text(result.output, "utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory, "class-set", make)


def texts(file: Path) -> list[str]:
    """The words of each page."""
    with pikepdf.open(file) as pdf:
        count = len(pdf.pages)
    pages = [""] * count
    for word in words_of(file):
        pages[word.page] += f"{word.text} "
    return pages


def pile(made: Path, name: str) -> Path:
    folder = made / name.partition("/")[0] / CHILDREN.stem
    return folder / f"{CHILDREN.stem}-{name.partition('/')[2]}-a4.pdf"


def test_each_edition_has_a_pile_of_its_own(made: Path) -> None:
    folder = made / "piles" / CHILDREN.stem
    assert sorted(each.name for each in folder.iterdir()) == [
        f"{CHILDREN.stem}-class-a4.pdf",
        f"{CHILDREN.stem}-class-core-a4.pdf",
    ]


def test_every_sheet_begins_on_a_front_and_bears_one_name(made: Path) -> None:
    pages = texts(pile(made, "seats/class"))
    begun = [at for at, text in enumerate(pages) if text.startswith("Name ")]
    assert len(begun) == 3
    assert all(at % 2 == 0 for at in begun)
    assert pages[begun[0]].startswith("Name Quux, Zoltan Class")
    assert pages[1] == ""  # the back of the list


def test_the_list_on_a_pile_names_its_sheets_in_order(made: Path) -> None:
    listed, *rest = texts(pile(made, "seats/class"))
    assert "Quux, Zoltan" in listed
    assert "李小明 core" in listed
    assert listed.index("Zoltan") < listed.index("李小明")
    assert f"with blank backs: {1 + len(rest)}" in listed


def test_every_page_of_a_sheet_names_its_student_at_the_foot(made: Path) -> None:
    for name in ("seats", "own"):
        _listed, back, *sheets = texts(pile(made, f"{name}/class"))
        assert not back
        feet = [re.search(r"(\S+)\W* · (Worksheet|Questions|Text) · ", each) for each in sheets]
        assert [foot is None for foot in feet] == [not each for each in sheets]
        owners = list(dict.fromkeys(foot[1] for foot in feet if foot))
        assert owners[0] == "Zoltan"
        assert owners[2] == "李小明"
        assert len(owners) == 3


def test_a_text_that_a_class_shares_lies_once_for_each_edition_and_is_nobodys(made: Path) -> None:
    listed, _, *sheets = texts(pile(made, "shared/class"))
    of_texts = [text for text in sheets if "· Text ·" in text or text.startswith("Does a story")]
    assert len([text for text in of_texts if text.startswith("Does a story")]) == 2
    assert not [text for text in of_texts if "Quux" in text or "李小明" in text]
    assert [text.count("Read the text") for text in sheets if text.startswith("Name ")] == [0, 0, 0]
    assert listed.index("Text") < listed.index("Quux")


def test_a_student_whose_text_lies_apart_has_both_leaves_on_fronts(made: Path) -> None:
    listed, _, *sheets = texts(pile(made, "own/class"))
    begun = [at for at, text in enumerate(sheets) if text.startswith("Does a story")]
    assert len(begun) == 3
    assert all(at % 2 == 0 for at in begun)
    assert "Quux, Zoltan 3 + 2" in listed


def test_two_students_of_one_name_are_told_apart_and_told_by_their_rows(tmp_path: Path) -> None:
    roster = tmp_path / "9b.csv"
    roster.write_text("name;edition\nZoltan Quux;core\nAnn;core\nzoltan  Quux;core\n", "utf-8")
    result = run(str(CHILDREN), "--roster", str(roster), "-o", str(tmp_path / "output"))
    assert "rows 2 and 4 have the same name; their sheets add (1), (2)" in result.output
    assert "Quux" not in result.output
    listed, *_ = texts(next((tmp_path / "output").rglob("*.pdf")))
    assert "1 Zoltan Quux (1)" in listed
    assert "3 zoltan Quux (2)" in listed


def test_a_name_that_no_font_can_print_is_told_by_its_row_and_leaves_nothing(
    tmp_path: Path,
) -> None:
    roster, fonts, temporary = tmp_path / "9b.csv", tmp_path / "fonts.conf", tmp_path / "tmp"
    roster.write_text("name;edition\nAnn;core\nไทย Bob;core\n", "utf-8")
    fonts.write_text(ISOLATED.read_text("utf-8"), "utf-8")  # a machine without a font of its own
    temporary.mkdir()
    command = [sys.executable, "-m", "broadsheet", "class-set", str(CHILDREN)]
    result = subprocess.run(
        [*command, "--roster", str(roster), "-o", str(tmp_path / "output")],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "FONTCONFIG_FILE": str(fonts), "TMPDIR": str(temporary)},
    )
    assert result.returncode == 1
    assert "row 3 of the class list has signs that no font here has" in result.stderr
    assert "U+" not in result.stderr
    assert not (tmp_path / "output").exists()
    assert not list(temporary.iterdir())


def test_a_sheet_of_a_class_is_the_sheet_that_a_build_prints(made: Path) -> None:
    pages = texts(pile(made, "seats/class"))
    assert pages[2].endswith("1 / 4 ")
    assert pages[6].endswith("1 / 4 ")


def test_each_sheet_is_a_part_of_the_tag_tree(made: Path) -> None:
    with pikepdf.open(pile(made, "seats/class")) as pdf:
        (top,) = pdf.Root.StructTreeRoot.K
        parts = [each for each in top.K if each.S == "/Part"]
        assert len(parts) == 3
        assert {str(each.Lang) for each in parts} == {"en"}
        assert pdf.Root.MarkInfo.Marked


def test_names_are_in_the_sheets_alone(made: Path) -> None:
    said = "".join((made / f"{name}.log").read_text("utf-8") for name in ("piles", "seats"))
    names = [str(each.relative_to(made)) for each in made.rglob("*")]
    assert not [name for name in NAMES if name in said or name in " ".join(names)]
    assert not list(made.rglob(".broadsheet"))  # nothing is kept


def test_a_thick_pile_is_parted_into_files_that_are_numbered(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(piles, "TOGETHER", 3)
    result = run(str(CHILDREN), "--counts", "core=4", "-o", str(tmp_path))
    assert [line.rpartition("/")[2] for line in result.output.splitlines()] == [
        f"{CHILDREN.stem}-class-core-1-a4.pdf: 2 sheets, 6 sides",
        f"{CHILDREN.stem}-class-core-2-a4.pdf: 2 sheets, 6 sides",
    ]


def test_a_thick_pile_holds_nothing_of_how_its_sheets_were_laid_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    jobs: list[Job] = []

    def kept(waiting: Iterable[tuple[object, Job]], *_: object, **__: object) -> Iterator[object]:
        jobs.extend(job for _, job in waiting)
        return iter(())

    monkeypatch.setattr(recipe, "printed", kept)
    recipe.class_set(recipe.Wanted(CHILDREN, None, {"core": 12}, tmp_path, Paper.A4), DAY)
    (job,) = jobs
    gc.collect()
    gc.disable()  # as in the processes that lay out
    try:
        render(read(written(job)).manuscript)
        held = sum(isinstance(each, LayoutContext) for each in gc.get_objects())
    finally:
        gc.enable()
    assert held <= 8  # those of the list, and of the last sheet


def test_how_far_the_printing_is_is_told_by_sheets(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []

    def progress(done: int, every: int, last: str = "") -> None:
        told.append((done, every, last))

    counts = {"core": 1, "standard": 2}
    wanted = recipe.Wanted(CHILDREN, None, counts, tmp_path, Paper.A4)
    assert len(recipe.class_set(wanted, DAY, progress).piles) == 2
    assert [done for done, _, _ in told] == [0, 1, 3]
    assert {(every, last) for _, every, last in told} == {(3, "")}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "give either --roster or --counts"),
        (["--counts", "core"], "write an edition and a number"),
        (["--counts", "cores=2"], "there is no edition cores for paper"),
        (["--counts", "fillable=2"], "there is no edition fillable for paper"),
        (["--counts", "core=999"], "these are more than 500 sheets"),
    ],
)
def test_what_is_asked_for_wrongly_is_told_and_nothing_is_written(
    options: list[str], said: str, tmp_path: Path
) -> None:
    result = run(str(CHILDREN), *options, "-o", str(tmp_path / "output"))
    assert result.exit_code != 0
    assert said in " ".join(result.output.split())
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("list_", ["/dev/zero", "big.csv"])
def test_a_list_without_an_end_is_not_read(list_: str, tmp_path: Path) -> None:
    (tmp_path / "big.csv").write_text("name\n" + "Zoltan Quux\n" * 100_000, "utf-8")
    result = run(str(CHILDREN), "--roster", str(tmp_path / list_), "-o", str(tmp_path / "output"))
    assert result.exit_code == 1
    assert result.output.startswith("Error: the class list is ")
    assert not (tmp_path / "output").exists()


def test_a_folder_that_can_not_be_written_is_told_before_anything_is_laid_out(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").write_text("a file")
    told: list[int] = []
    wanted = recipe.Wanted(CHILDREN, None, {"core": 1}, tmp_path / "file" / "sheets", Paper.A4)
    made = recipe.class_set(wanted, DAY, lambda *done: told.append(len(done)))
    assert made.refusal is not None
    assert "sheets can't be written: " in made.refusal.message
    assert not told


def test_a_unit_is_told_to_be_no_lesson(tmp_path: Path) -> None:
    unit = ROOT / "lessons" / "units" / "reading-opinion.yaml"
    result = run(str(unit), "--counts", "core=1", "-o", str(tmp_path / "output"))
    assert result.exit_code == 1
    assert "is no lesson" in result.output


def test_a_lesson_with_an_error_prints_nothing(tmp_path: Path) -> None:
    bad = ROOT / "tests" / "lessons" / "bad" / "right-not-offered.yaml"
    result = run(str(bad), "--counts", "core=2", "-o", str(tmp_path / "output"))
    assert result.exit_code == 1
    assert "right-not-offered" in result.output
    assert not (tmp_path / "output").exists()
