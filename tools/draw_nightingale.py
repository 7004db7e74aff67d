"""Draw Florence Nightingale's diagram of 1858 anew, in black; run by maintainers.

    python tools/draw_nightingale.py lessons/images/nightingale-1858.png

The figures are those of her own table, as they are published in the data set HistData and in
others: deaths in a month by cause, and the average strength of the army in it. As she did, each
wedge shows by its area the deaths a year in 1,000 men. Her blue, red and black are patterns here,
so that a copier keeps them apart.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

MONTHS = "April May June July August September October November December January February March"
# Strength of the army, deaths from disease, from wounds and from all other causes.
YEARS = (
    (
        *((8571, 1, 0, 5), (23333, 12, 0, 9), (28333, 11, 0, 6), (28722, 359, 0, 23)),
        *((30246, 828, 1, 30), (30290, 788, 81, 70), (30643, 503, 132, 128)),
        *((29736, 844, 287, 106), (32779, 1725, 114, 131), (32393, 2761, 83, 324)),
        *((30919, 2120, 42, 361), (30107, 1205, 32, 172)),
    ),
    (
        *((32252, 477, 48, 57), (35473, 508, 49, 37), (38863, 802, 209, 31)),
        *((42647, 382, 134, 33), (44614, 483, 164, 25), (47751, 189, 276, 20)),
        *((46852, 128, 53, 18), (37853, 178, 33, 32), (43217, 91, 18, 28)),
        *((44212, 42, 2, 48), (43485, 24, 0, 19), (46140, 15, 0, 35)),
    ),
)
SIZE = (2100, 1240)
TIMES = 2
"""Drawn so many times larger, and then made smaller, for smooth edges."""
SCALE = 19.5
"""Pixels of radius for the square root of one death a year in 1,000 men."""
CENTRES = ((1510, 500), (480, 500))
"""Of the first year, which she set on the right, and of the second."""
TITLES = ("1. April 1854 to March 1855", "2. April 1855 to March 1856")
FACE = "src/broadsheet/theme/fonts/broadsheet-sans-regular.ttf"


def pattern(kind: str, size: tuple[int, int]) -> Image.Image:
    """A sheet of one pattern: thin strokes, crossed strokes or plain black."""
    sheet = Image.new("L", size, 0 if kind == "black" else 255)
    draw = ImageDraw.Draw(sheet)
    step, width = {"strokes": (26, 3), "crossed": (15, 4), "black": (0, 0)}[kind]
    for at in range(-size[1], size[0], step) if step else ():
        draw.line([(at, 0), (at + size[1], size[1])], fill=0, width=width)
        if kind == "crossed":
            draw.line([(at + size[1], 0), (at, size[1])], fill=0, width=width)
    return sheet


def wedge(
    sheet: Image.Image, centre: tuple[int, int], month: int, radius: float, kind: str
) -> None:
    """Draw a wedge of 30 degrees; April begins at nine o'clock, and months run as a clock does."""
    box = [centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius]
    mask = Image.new("L", sheet.size, 0)
    ImageDraw.Draw(mask).pieslice(box, 180 + 30 * month, 210 + 30 * month, fill=255)
    sheet.paste(pattern(kind, sheet.size), mask=mask)
    ImageDraw.Draw(sheet).pieslice(box, 180 + 30 * month, 210 + 30 * month, outline=0, width=4)


def rose(sheet: Image.Image, year: int, font: ImageFont.FreeTypeFont) -> None:
    """Draw the wedges of a year, the largest of each month first, and name the months."""
    x, y = (TIMES * at for at in CENTRES[year])
    draw = ImageDraw.Draw(sheet)
    for month, (army, *deaths) in enumerate(YEARS[year]):
        rates = [12_000 * number / army for number in deaths]
        radii = [TIMES * SCALE * math.sqrt(rate) for rate in rates]
        kinds = zip(radii, ("strokes", "black", "crossed"), strict=True)
        for radius, kind in sorted(kinds, reverse=True):
            if radius >= 1:
                wedge(sheet, (x, y), month, radius, kind)
        angle = math.radians(195 + 30 * month)
        out = max(*radii, TIMES * 160) + TIMES * 24
        place = (x + out * math.cos(angle), y + out * math.sin(angle))
        anchor = "lm" if math.cos(angle) > 0 else "rm"
        draw.text(place, MONTHS.split()[month], fill=0, font=font, anchor=anchor)


def key(sheet: Image.Image, font: ImageFont.FreeTypeFont) -> None:
    """Say which pattern stands for which of her colours."""
    draw = ImageDraw.Draw(sheet)
    names = (
        "Zymotic diseases (hers: blue)",
        "Wounds (hers: red)",
        "All other causes (hers: black)",
    )
    for row, (kind, name) in enumerate(zip(("strokes", "black", "crossed"), names, strict=True)):
        box = (60 * TIMES, (1010 + 70 * row) * TIMES, 130 * TIMES, (1060 + 70 * row) * TIMES)
        size = (box[2] - box[0], box[3] - box[1])
        sheet.paste(pattern(kind, size), box)
        draw.rectangle(box, outline=0, width=4)
        draw.text((150 * TIMES, (box[1] + box[3]) // 2), name, fill=0, font=font, anchor="lm")


def main() -> None:
    """Write the picture to the file that is named."""
    sheet = Image.new("L", (TIMES * SIZE[0], TIMES * SIZE[1]), 255)
    small, large = (ImageFont.truetype(FACE, TIMES * size) for size in (44, 48))
    draw = ImageDraw.Draw(sheet)
    for year, title in enumerate(TITLES):
        rose(sheet, year, small)
        draw.text((TIMES * CENTRES[year][0], TIMES * 60), title, fill=0, font=large, anchor="mm")
    key(sheet, small)
    made = sheet.resize(SIZE, Image.Resampling.LANCZOS)
    made.quantize(16).save(Path(sys.argv[1]), optimize=True)


if __name__ == "__main__":
    main()
