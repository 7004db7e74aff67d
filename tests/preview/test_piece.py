"""What was read of a lesson holds until anything that it rests on is saved, comes or goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.preview.conftest import TODAY
from tests.printed import ROOT

from broadsheet.preview.piece import Piece, read_piece

PICTURE = ROOT / "lessons" / "images" / "nightingale-1858.png"


@pytest.fixture
def piece(folder: Path) -> Piece:
    """The lesson, with a picture, a theme and a locale of its own."""
    (folder / "images").mkdir()
    (folder / "images" / "a.png").write_bytes(PICTURE.read_bytes())
    (folder / "theme" / "locale").mkdir(parents=True)
    english = (ROOT / "src" / "broadsheet" / "locale" / "en.yaml").read_text("utf-8")
    (folder / "theme" / "locale" / "en.yaml").write_text(english, "utf-8")
    (folder / "broadsheet.yaml").write_text("theme: theme\n", "utf-8")
    file = folder / "bridge.yaml"
    shown = "\n  background: |\n    ![A diagram](images/a.png)\n\n    Of 1858.\n"
    file.write_text(file.read_text("utf-8").replace("\nnotes:\n", f"\nnotes:{shown}"), "utf-8")
    read = read_piece(file, [], None, TODAY)
    assert read.good, read.findings
    return read


def appended(name: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        with (folder / name).open("ab") as file:
            file.write(b"\n")

    return change


def gone(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def new(name: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("", "utf-8")

    return change


@pytest.mark.parametrize(
    "change",
    [
        appended("bridge.yaml"),
        appended("sources/the-bridge-must-wait.txt"),
        appended("images/a.png"),
        appended("broadsheet.yaml"),
        appended("theme/locale/en.yaml"),
        gone("bridge.yaml"),
        gone("sources/the-bridge-must-wait.txt"),
        gone("broadsheet.yaml"),
        new("theme/styles/worksheet.css"),
        new("theme/locale/en-GB.yaml"),
    ],
)
def test_whatever_it_rests_on_has_it_read_anew(
    piece: Piece, folder: Path, change: Callable[[Path], None]
) -> None:
    assert piece.stands([], TODAY)
    change(folder)
    assert not piece.stands([], TODAY)


def test_what_it_does_not_rest_on_does_not(piece: Piece, folder: Path) -> None:
    new("other.yaml")(folder)
    new("sources/other.txt")(folder)
    assert piece.stands([], TODAY)


def test_on_another_day_it_is_read_anew(piece: Piece) -> None:
    assert not piece.stands([], TODAY.replace(day=24))
