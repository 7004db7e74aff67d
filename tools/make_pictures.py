"""Make the pictures in docs/images from real documents; run by maintainers after a change of look.

    python tools/make_pictures.py

Needs pdftoppm (Debian's poppler-utils) and Chromium, which the set-up for tests installs.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import expect, sync_playwright

ROOT: Final = Path(__file__).parents[1]
IMAGES: Final = ROOT / "docs" / "images"
LESSON: Final = ROOT / "lessons" / "phase-2-begins.yaml"

EDITIONS: Final = (
    "",
    "-supported",
    "-large-print",
    "-large-print-24",
    "-dyslexia-friendly",
    "-fillable",
    "-core",
)
PAGES: Final = 3
"""Pages of each edition on the contact sheet."""
GAP: Final = 14
"""Distance between pages, in pixels."""
GREY: Final = 150


def pages_of(pdf: Path, dots_per_inch: int, last: int) -> list[Image.Image]:
    """The first pages of a PDF as pictures in grey."""
    with tempfile.TemporaryDirectory() as name:
        stem = Path(name) / "page"
        subprocess.run(
            ["pdftoppm", "-gray", "-png", "-r", str(dots_per_inch), "-l", str(last), pdf, stem],
            check=True,
        )
        return [Image.open(file).convert("L") for file in sorted(Path(name).glob("*.png"))]


def contact_sheet(rows: Sequence[Sequence[Image.Image]]) -> Image.Image:
    """Rows of pages on grey, one row beside the other where they are few."""
    width = max(sum(page.width + GAP for page in row) for row in rows) + GAP
    height = sum(max(page.height for page in row) + GAP for row in rows) + GAP
    sheet = Image.new("L", (width, height), GREY)
    top = GAP
    for row in rows:
        left = GAP
        for page in row:
            sheet.paste(page, (left, top))
            left += page.width + GAP
        top += max(page.height for page in row) + GAP
    return sheet


def preview(file: Path) -> None:
    """The preview of the lesson as a browser shows it."""
    command = [sys.executable, "-m", "broadsheet", "preview", "--no-open", "--port", "0"]
    with (
        subprocess.Popen(
            [*command, LESSON.parent], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as running,
        sync_playwright() as playwright,
    ):
        try:
            said = running.stdout.readline() if running.stdout else ""
            address = said.removeprefix("preview at ").split()[0]
            chromium = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"]
            )
            page = chromium.new_page(viewport={"width": 1440, "height": 900})
            page.goto(f"{address}?lesson={LESSON.stem}")
            expect(page.locator("#status")).to_have_text("Up to date", timeout=60_000)
            expect(page.locator("#lessons-count")).not_to_contain_text("read", timeout=60_000)
            expect(page.locator(".paper img").first).to_have_js_property("complete", value=True)
            page.screenshot(path=file)
            chromium.close()
        finally:
            running.terminate()


def main() -> None:
    """Build the lesson in every edition, and write the pictures."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    preview(IMAGES / "preview.png")
    with tempfile.TemporaryDirectory() as name:
        subprocess.run(
            [sys.executable, "-m", "broadsheet", "build", LESSON, "--edition", "all", "-o", name],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        made = Path(name) / LESSON.stem
        worksheet = made / f"{LESSON.stem}-worksheet-a4.pdf"
        first_page = pages_of(worksheet, 96, 1)[0]
        first_page.save(IMAGES / "worksheet.png", optimize=True)
        notes = pages_of(made / f"{LESSON.stem}-teacher-notes-a4.pdf", 40, 4)
        contact_sheet([pages_of(worksheet, 40, 4), notes]).save(
            IMAGES / "documents.png", optimize=True
        )
        editions = [
            pages_of(made / f"{LESSON.stem}-worksheet{edition}-a4.pdf", 32, PAGES)
            for edition in EDITIONS
        ]
        pairs = [
            [page for edition in editions[at : at + 2] for page in edition]
            for at in range(0, len(editions), 2)
        ]
        contact_sheet(pairs).save(IMAGES / "editions.png", optimize=True)


if __name__ == "__main__":
    main()
