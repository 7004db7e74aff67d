"""Write answers by hand onto a worksheet, to see whether a pupil has the room; run by maintainers.

    broadsheet build LESSON --document worksheet --edition fillable
    python tools/try_by_hand.py WORKSHEET-fillable-a4.pdf ANSWERS.yaml FOLDER --words-per-line 6

ANSWERS.yaml has an answer for each field, such as `q1: …` and `q3-1-2: …`, written as somebody of
that age would. Each is set in the field's place at the size of a hand that writes so many words on
a line of 170 mm, and what has no room is told. Pages are written to FOLDER, to be looked at.
"""

from __future__ import annotations

import argparse
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import yaml
from PIL import Image, ImageDraw, ImageFont

FACE = "src/broadsheet/theme/fonts/broadsheet-serif-italic.ttf"
DOTS = 110
"""Dots an inch of the pages."""
MM = DOTS / 25.4
LINE, CELL_LINE = 8.0, 7.0
"""What a line takes in height, in mm: on rules, and in a cell or a box."""
SIGNS = 6.2
"""Characters of a word with its blank, in the languages of the trials."""
HAN = "\u3400-\u9fff"
"""Signs of Chinese, between which a line may break."""
WIDTH_OF_SIGN = 0.46
"""Width of a character of the face, in ems."""


@dataclass(frozen=True, slots=True)
class Field:
    """A room to write in: its page, and where it is on it, in dots from the top left."""

    name: str
    page: int
    left: float
    top: float
    width: float
    height: float


def fields(pdf: Path) -> Iterator[Field]:
    """Every field of a form that takes words."""
    with pikepdf.open(pdf) as opened:
        for number, page in enumerate(opened.pages):
            tall = float(page.MediaBox[3])
            for each in page.get("/Annots", pikepdf.Array()):
                if each.get("/FT") == "/Tx":
                    x, y, right, other = (float(at) for at in each.Rect)
                    top, bottom = tall - max(y, other), tall - min(y, other)
                    spot = (at * DOTS / 72 for at in (x, top, right - x, bottom - top))
                    yield Field(str(each.T), number, *spot)


def lines_of(words: str, width: float, font: ImageFont.FreeTypeFont) -> list[str]:
    """Words broken into lines of a width; a line that is typed stays one."""
    lines = []
    parts = re.compile(f"[{HAN}][。，、；：！？”’》]*|[^{HAN}\\s]+")
    for typed in words.strip().split("\n"):
        line = ""
        for found in parts.finditer(typed):
            word, at = found.group(), found.start()
            blank = " " if line and typed[at - 1].isspace() else ""
            longer = line + blank + word
            if line and font.getlength(longer) > width:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines


def main() -> None:
    """Write the pages, and print a row for each answer."""
    asked = argparse.ArgumentParser()
    asked.add_argument("pdf", type=Path)
    asked.add_argument("answers", type=Path)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--words-per-line", type=float, default=9)
    asked.add_argument(
        "--face", type=Path, default=Path(FACE), help="where the script needs another"
    )
    given = asked.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    stem = given.folder / given.pdf.stem
    subprocess.run(["pdftoppm", "-r", str(DOTS), "-png", given.pdf, stem], check=True)
    files = sorted(given.folder.glob(f"{given.pdf.stem}-*.png"))
    pages = [Image.open(file).convert("L") for file in files]
    size = 170 * MM / (given.words_per_line * SIGNS) / WIDTH_OF_SIGN
    font = ImageFont.truetype(given.face, round(size))
    answers = {
        str(name): str(words) for name, words in yaml.safe_load(given.answers.open()).items()
    }
    for field in fields(given.pdf):
        if (words := answers.pop(field.name, None)) is None:
            continue
        in_cell = field.name.count("-") > 1
        pitch = (CELL_LINE if in_cell else LINE) * MM
        lines = lines_of(words, field.width - (3 if in_cell else 4) * MM, font)
        room = max(int((field.height + 2 * MM) / pitch), 1)
        draw = ImageDraw.Draw(pages[field.page])
        for at, line in enumerate(lines):
            place = (field.left + 1.5 * MM, field.top + (at + 0.85) * pitch)
            draw.text(place, line, fill=0, font=font, anchor="ls")
        told = "" if len(lines) <= room else f"  TOO LITTLE ROOM: {len(lines) - room} more"
        print(f"{field.name:10} {len(words.split()):3} words {len(lines):2} of {room} lines{told}")
    for file, page in zip(files, pages, strict=True):
        page.save(file)
    for name in answers:
        print(f"{name}: there is no such field")


if __name__ == "__main__":
    main()
