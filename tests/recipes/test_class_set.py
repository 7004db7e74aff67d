"""A class's sheets: whose they are, where they begin, and that names are nowhere else."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result
from tests.once import once
from tests.printed import ROOT
from tests.render.on_page import words_of

from broadsheet.cli.main import main
from broadsheet.recipes import class_set as recipe

CHILDREN = ROOT / "lessons" / "ant-and-cricket-1912.yaml"
ROSTER = "name;edition\nQuux, Zoltan;\nعبد الله;\n李小明;core\n"
NAMES = ("Quux", "Zoltan", "عبد", "李小明")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["class-set", *words], prog_name="broadsheet")


def make(folder: Path) -> None:
    (folder / "roster.csv").write_text(ROSTER, "utf-8")
    for options in ([], ["--in-order"]):
        output = folder / ("seats" if options else "piles")
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
    monkeypatch.setattr(recipe, "TOGETHER", 1)
    result = run(str(CHILDREN), "--counts", "core=2", "-o", str(tmp_path))
    assert [line.partition(":")[0].rpartition("/")[2] for line in result.output.splitlines()] == [
        f"{CHILDREN.stem}-class-core-1-a4.pdf",
        f"{CHILDREN.stem}-class-core-2-a4.pdf",
    ]


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


def test_a_lesson_with_an_error_prints_nothing(tmp_path: Path) -> None:
    bad = ROOT / "tests" / "lessons" / "bad" / "right-not-offered.yaml"
    result = run(str(bad), "--counts", "core=2", "-o", str(tmp_path / "output"))
    assert result.exit_code == 1
    assert "right-not-offered" in result.output
    assert not (tmp_path / "output").exists()
