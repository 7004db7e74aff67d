"""The catalogue: every lesson says what a teacher looks for, and README lists them all."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import markdown
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.cli.main import main
from broadsheet.find import find
from broadsheet.lesson.load import Loaded, load
from broadsheet.lesson.models import Lesson
from broadsheet.recipes import catalogue as recipe
from broadsheet.recipes.balance import balance
from broadsheet.recipes.catalogue import catalogue
from broadsheet.theme import Theme
from broadsheet.unit.load import load_unit

ROOT = Path(__file__).parents[2]
LESSONS = find([ROOT / "lessons"])
UNITS = find([ROOT / "lessons" / "units"])


@pytest.mark.parametrize("file", LESSONS, ids=lambda file: file.stem)
def test_a_lesson_has_what_a_catalogue_needs(file: Path) -> None:
    lesson = load(file).lesson
    assert lesson is not None
    assert lesson.summary.strip().endswith((".", "。", "؟", "?"))
    assert lesson.level
    assert lesson.minutes
    assert lesson.topics
    assert lesson.language
    assert lesson.ages


def test_readme_lists_every_lesson_and_unit() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    (kept,) = re.findall(r"<!-- catalogue -->\n(.*?)<!-- end of catalogue -->", readme, re.DOTALL)
    made = catalogue(
        [(load(file), Theme()) for file in LESSONS], [load_unit(file) for file in UNITS], ROOT
    )[0]
    assert kept.strip() == made.strip(), (
        "put in what `broadsheet catalogue lessons lessons/units` prints"
    )


def test_the_balance_of_our_lessons_is_printed_for_who_chooses_or_writes_one() -> None:
    page = (ROOT / "docs" / "balance.md").read_text("utf-8")
    made = balance([(load(file), Theme()) for file in LESSONS], ROOT / "docs")

    assert page.endswith(made), (
        "put in what `broadsheet catalogue ../lessons --balance` prints in docs/"
    )


@pytest.mark.parametrize("file", LESSONS, ids=lambda file: file.stem)
def test_every_piece_that_ships_says_what_it_argues_for(file: Path) -> None:
    lesson = load(file).lesson
    assert lesson is not None
    assert all(source.view for source in lesson.texts.values())


def test_the_balance_tells_of_each_piece_of_a_pair_and_of_what_is_missing() -> None:
    pair = ROOT / "lessons" / "votes-for-women-1915.yaml"
    page = balance([(load(pair), Theme())], ROOT)

    assert "2 pieces in 1 lesson." in page
    assert "1900–1949: 2" in page
    assert "since 2000: 0" in page
    assert "| against votes for women |" in page
    assert "| votes for women |" in page


def test_the_catalogue_has_a_row_for_each_lesson_with_a_link_to_its_file() -> None:
    rows = catalogue([(load(file), Theme()) for file in LESSONS], [], ROOT)[0].splitlines()[2:]
    linked = {target for row in rows for target in re.findall(r"\]\(([^)]+)\)", row)}
    assert linked == {f"lessons/{file.name}" for file in LESSONS}
    assert len(rows) == len(LESSONS)


def test_a_fault_of_ours_costs_one_lesson_its_row_and_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, *others = LESSONS
    row = recipe._row  # noqa: SLF001

    def stumble(lesson: Lesson, file: Path, *more: Any) -> Any:
        if file == first:
            raise KeyError(file.stem)
        return row(lesson, file, *more)

    monkeypatch.setattr(recipe, "_row", stumble)
    page, findings = catalogue([(load(file), Theme()) for file in LESSONS], [], ROOT)

    assert len(page.splitlines()[2:]) == len(others)
    assert [(each.code, each.file) for each in findings] == [("not-rendered", first)]


def test_a_sign_that_would_part_cells_does_not(tmp_path: Path, clean_lesson: str) -> None:
    file = tmp_path / "lesson.yaml"
    file.write_text(clean_lesson.replace("Who pays for the bridge?", "Bridge | ferry"), "utf-8")
    *_, row = catalogue([(load(file), Theme())], [], tmp_path)[0].splitlines()
    assert row.startswith(r"| [Bridge \| ferry](lesson.yaml) | English | Grades 9–10 | 45 | ")


def test_the_command_prints_it_and_tells_a_lesson_with_an_error(
    tmp_path: Path, clean_lesson: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "good.yaml").write_text(clean_lesson, "utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["catalogue", "."])
    assert result.exit_code == 0
    assert result.stdout == catalogue([(load(tmp_path / "good.yaml"), Theme())], [], tmp_path)[0]
    (tmp_path / "bad.yaml").write_text("title: Unfinished\n", "utf-8")
    result = CliRunner().invoke(main, ["catalogue", "."])
    assert result.exit_code == 1
    assert "bad.yaml" not in result.stdout
    assert "bad.yaml" in result.stderr


@pytest.fixture(scope="session")
def clean(tmp_path_factory: pytest.TempPathFactory, clean_lesson: str) -> Loaded:
    file = tmp_path_factory.mktemp("catalogue") / "lesson.yaml"
    file.write_text(clean_lesson, "utf-8")
    return load(file)


def read(markdown_text: str) -> tuple[str, str, list[str]]:
    """The address and the words of a page's first link, and the cells of its last row."""
    html = markdown.markdown(markdown_text, extensions=["tables"])
    page = ElementTree.fromstring(f"<div>{html}</div>")  # noqa: S314 - made here
    link = next(page.iter("a"))
    cells = ["".join(cell.itertext()) for cell in list(page.iter("tr"))[-1]]
    return link.get("href", ""), "".join(link.itertext()), cells


@given(
    title=st.text(
        st.one_of(
            st.sampled_from("\\`*_[]|<>&~!#-+.:(){}\"'$=^"),
            st.characters(exclude_categories=["C", "Z", "M"]),
        ),
        min_size=1,
    ),
    level=st.text(st.sampled_from("a\\`*_[]|<>&~!:"), min_size=1),
)
def test_a_title_is_read_as_it_was_typed(clean: Loaded, title: str, level: str) -> None:
    assert clean.lesson is not None
    lesson = clean.lesson.model_copy(update={"title": title, "level": level})

    listed = catalogue([(replace(clean, lesson=lesson), Theme())], [], clean.file.parent)[0]

    _, words, cells = read(listed)
    assert words == title
    assert cells[2] == level
    assert len(cells) == 6


@given(name=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/\0"), min_size=1))
def test_an_address_leads_to_the_file_whatever_its_name(clean: Loaded, name: str) -> None:
    file = clean.file.with_name(f"{name}.yaml")

    address, _, cells = read(
        catalogue([(replace(clean, file=file), Theme())], [], clean.file.parent)[0]
    )

    assert unquote(address) == file.name
    assert re.fullmatch(r"[\w./%~-]+", address, re.ASCII)
    assert len(cells) == 6


@pytest.mark.parametrize(
    "typed", ["a [draft](https://example.org)", "<script>x</script>", "*x* `y` _z_ | &amp; \\|"]
)
def test_a_unit_is_listed_as_it_was_typed(typed: str) -> None:
    unit = load_unit(UNITS[0])
    assert unit.unit is not None
    changed = unit.unit.model_copy(update={"title": typed, "summary": typed})

    listed = catalogue([], [replace(unit, unit=changed)], ROOT)[0]

    page = markdown.markdown(listed.splitlines()[-1])
    _, title, _ = read(f"{listed}\n\n| a |\n| - |\n| b |\n")
    assert title == typed
    assert "<script" not in page
    assert "example.org" not in re.findall(r'href="([^"]*)"', page)
