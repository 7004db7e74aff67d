"""Make the pictures in docs/images from real documents; run by maintainers after a change of look.

    python tools/make_pictures.py

Needs pdftoppm (Debian's poppler-utils) and Chromium, which the set-up for tests installs.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal

from PIL import Image
from playwright.sync_api import Page, ViewportSize, expect, sync_playwright

ROOT: Final = Path(__file__).parents[1]
IMAGES: Final = ROOT / "docs" / "images"
LESSON: Final = ROOT / "lessons" / "phase-2-begins.yaml"
FOR_CHILDREN: Final = ROOT / "lessons" / "ant-and-cricket-1912.yaml"

EDITIONS: Final = (
    "",
    "-supported",
    "-large-print",
    "-large-print-24",
    "-dyslexia-friendly",
    "-fillable",
    "-core",
)
LISTED: Final = tuple(
    f"lessons/{name}.yaml"
    for name in (
        "a-paper-introduces-itself-1910",
        "al-muqtabas-1906",
        "ant-and-cricket-1912",
        "jaccuse-1898",
        "phase-2-begins",
        "politischer-rundfunk-1926",
        "verdad-estados-unidos-1894",
        "votes-for-women-1915",
    )
)
"""Lessons that the preview lists: a browser has the faces of its machine alone."""
AS_PAGE: Final = ("--document", "worksheet", "--format", "html")
"""Options of a build that makes a worksheet for screens."""
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
            [*command, *LISTED], cwd=ROOT, stdout=subprocess.PIPE, text=True
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


def windows_of(site: Path) -> list[Image.Image]:
    """The front page and the page of a lesson, as a browser shows them."""
    pictures = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        shown: tuple[tuple[str, Literal["light", "dark"]], ...] = (
            ("index.html", "light"),
            (f"lessons/{LESSON.stem}/index.html", "dark"),
        )
        for path, scheme in shown:
            page = browser.new_page(viewport={"width": 1180, "height": 1180}, color_scheme=scheme)
            page.goto((site / path).as_uri())
            page.evaluate("document.fonts.ready")
            pictures.append(Image.open(io.BytesIO(page.screenshot())).convert("RGB"))
        browser.close()
    return pictures


def telephones(file: Path) -> list[Image.Image]:
    """A page for screens on a telephone: how it begins, a word explained, and answers, in dark."""
    pictures = []
    size: ViewportSize = {"width": 392, "height": 783}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )

        def picture(page: Page, heading: str) -> None:
            page.get_by_role("heading", name=heading).evaluate(
                "it => window.scrollTo(0, it.getBoundingClientRect().top + window.scrollY - 24)"
            )
            pictures.append(Image.open(io.BytesIO(page.screenshot())).convert("RGB"))

        page = browser.new_page(viewport=size, color_scheme="light")
        page.goto(file.as_uri())
        pictures.append(Image.open(io.BytesIO(page.screenshot())).convert("RGB"))
        page.get_by_role("link", name="crumb").first.click()
        picture(page, "Read the text")
        page = browser.new_page(viewport=size, color_scheme="dark")
        page.goto(file.as_uri())
        page.get_by_role("checkbox").first.check()
        page.get_by_label("Because").first.fill(
            "The poem calls itself a fable: it made the ant and the cricket up."
        )
        picture(page, "Evidence")
        picture(page, "Putting it together")
        browser.close()
    return pictures


def beside(pages: Sequence[Image.Image]) -> Image.Image:
    """Windows side by side on white."""
    sheet = Image.new(
        "RGB", (sum(page.width + GAP for page in pages) - GAP, pages[0].height), "white"
    )
    for at, page in enumerate(pages):
        sheet.paste(page, (at * (page.width + GAP), 0))
    return sheet


def save_with_few_colours(picture: Image.Image, file: Path) -> None:
    """Save a picture small; of the ways to choose colours, this keeps those of small surfaces."""
    few = picture.quantize(128, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(file, optimize=True)


def make_screen() -> None:
    """Build a lesson for children as a page for screens, and picture it on a telephone."""
    with tempfile.TemporaryDirectory() as name:
        subprocess.run(
            [sys.executable, "-m", "broadsheet", "build", FOR_CHILDREN, "-o", name, *AS_PAGE],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        (page,) = Path(name).rglob("*.html")
        save_with_few_colours(beside(telephones(page)), IMAGES / "screen.png")


def make_site() -> None:
    """Make the site of the lessons, every edition on both papers, and picture two of its pages."""
    subprocess.run(["make", "site"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    sheet = beside(windows_of(ROOT / "output" / "site"))
    half = sheet.resize((sheet.width // 2, sheet.height // 2), Image.Resampling.LANCZOS)
    save_with_few_colours(half, IMAGES / "site.png")


def make_documents() -> None:
    """Build the lesson in every edition, and picture its pages."""
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


def main() -> None:
    """Make the pictures that are asked for, or all of them."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    asked = sys.argv[1:] or ["documents", "preview", "screen", "site"]
    if "documents" in asked:
        make_documents()
    if "preview" in asked:
        preview(IMAGES / "preview.png")
    if "screen" in asked:
        make_screen()
    if "site" in asked:
        make_site()


if __name__ == "__main__":
    main()
