"""The two booklets of a unit, made from small lessons."""

from __future__ import annotations

import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from tests.once import once
from tests.tag_tree import tag_tree
from tests.unit.conftest import Write, built, collection_in, foot_of, pages_of

from broadsheet.school.paper import Paper

STUDENTS = ("student-booklet",)
TITLES = ["Who pays?", "Who was asked?", "Who gains?"]


@pytest.fixture(scope="session")
def booklets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of both booklets of the small unit."""
    return once(tmp_path_factory, "booklets", bind) / "output" / "course"


def bind(folder: Path) -> None:
    report = built(collection_in(folder)(), output=folder / "output")
    assert [path.relative_to(folder).as_posix() for path in report.written] == [
        "output/course/course-student-booklet-a4.pdf",
        "output/course/course-teacher-booklet-a4.pdf",
    ]
    assert (report.lessons, report.units, report.findings) == (0, 1, ())


@pytest.fixture(params=["student", "teacher"])
def booklet(booklets: Path, request: pytest.FixtureRequest) -> Path:
    """Each booklet in turn."""
    return booklets / f"course-{request.param}-booklet-a4.pdf"


def starts(booklet: Path) -> list[int]:
    """The page on which each lesson's heading stands, counted from 1."""
    with pikepdf.open(booklet) as pdf, pdf.open_outline() as outline:
        lessons = [item for item in outline.root[0].children if item.title in TITLES]
        assert [item.title for item in lessons] == TITLES
        found: list[Any] = [item.destination for item in lessons]
        return [pikepdf.Page(each[0]).index + 1 for each in found]


def test_each_lesson_begins_where_its_text_lies_open_with_questions(booklet: Path) -> None:
    """The questions of these worksheets begin on their first page, and the next one faces it."""
    right_hand = 1 if "teacher" in booklet.name else 0
    assert [page % 2 for page in starts(booklet)] == [right_hand] * 3


def test_the_contents_give_the_page_on_which_each_lesson_begins(booklet: Path) -> None:
    contents = pages_of(booklet)[1]
    assert contents.split()[0] == "Contents"
    listed = {
        title: int(number)
        for title in TITLES
        for number in re.findall(rf"{re.escape(title)}.* (\d+)$", contents, re.MULTILINE)
    }
    assert listed == dict(zip(TITLES, starts(booklet), strict=True))


def test_a_title_in_the_contents_links_to_its_lesson(booklet: Path) -> None:
    with pikepdf.open(booklet) as pdf:
        names = pdf.Root.Names.Dests.Names
        places = {str(names[at]): names[at + 1][0] for at in range(0, len(names), 2)}
        links = [str(link.Dest) for link in pdf.pages[1].Annots]
        led_to = [pikepdf.Page(places[name]).index + 1 for name in links]
    assert led_to == starts(booklet)


def test_pages_are_numbered_through_the_booklet_but_for_cover_and_blank_pages(
    booklet: Path,
) -> None:
    pages = pages_of(booklet)
    assert not re.search(r"\d$", foot_of(pages[0]))
    for number, page in enumerate(pages[1:], start=2):
        assert not page.strip() or foot_of(page).endswith(f" {number}")


def test_the_foot_of_a_page_names_unit_lesson_and_document(booklet: Path) -> None:
    document = "Worksheet" if "student" in booklet.name else "Teacher’s notes"
    pages = pages_of(booklet)
    for title, start in zip(TITLES, starts(booklet), strict=True):
        expected = f"{document} · {title} · Bridges and markets {start}"
        assert foot_of(pages[start - 1]) == expected


def test_a_page_before_a_lesson_that_holds_nothing_is_truly_blank(booklet: Path) -> None:
    blank = [number for number, page in enumerate(pages_of(booklet)) if not page.strip()]
    assert blank  # the student's lessons begin on left-hand pages, the teacher's on right-hand ones
    assert all(number + 2 in starts(booklet) for number in blank)
    with pikepdf.open(booklet) as pdf:
        for number in blank:
            drawn = {
                str(instruction.operator)
                for instruction in pikepdf.parse_content_stream(pdf.pages[number])
            }
            assert not drawn & {"Tj", "TJ", "S", "s", "f", "F", "f*", "B", "Do"}


def test_bookmarks_are_the_unit_then_its_lessons_then_their_sections(booklet: Path) -> None:
    with pikepdf.open(booklet) as pdf, pdf.open_outline() as outline:
        (unit,) = outline.root
        below = [str(item.title) for item in unit.children]
        sections = [len(item.children) for item in unit.children if item.title in TITLES]
    front = ["Contents"] if "student" in booklet.name else ["Contents", "For teachers"]
    assert (unit.title, below) == ("Bridges and markets", [*front, *TITLES])
    assert all(count >= 4 for count in sections)


def test_only_the_units_title_is_a_heading_of_the_first_level_and_none_is_skipped(
    booklet: Path,
) -> None:
    headings = [tag for tag in tag_tree(booklet).walk() if re.fullmatch(r"H\d", tag.name)]
    levels = [int(tag.name[1]) for tag in headings]
    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert [tag.words() for tag in headings if tag.words() in TITLES] == TITLES


def test_a_booklet_names_its_title_and_language_and_declares_pdf_ua(booklet: Path) -> None:
    whose = "Student" if "student" in booklet.name else "Teacher"
    with pikepdf.open(booklet) as pdf:
        assert str(pdf.docinfo["/Title"]) == f"Bridges and markets – {whose} booklet"
        assert str(pdf.Root.Lang) == "en"
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"


def test_words_for_teachers_stand_in_the_teachers_booklet_alone(booklet: Path) -> None:
    shown = "The second editorial answers the first." in " ".join(pages_of(booklet))
    assert shown == ("teacher" in booklet.name)


def test_a_sheet_in_a_booklet_is_the_sheet_that_stands_alone(write: Write, tmp_path: Path) -> None:
    unit = write()
    output = tmp_path / "output"
    built(unit, unit.parents[1] / "ferry.yaml", output=output)

    def words(pages: list[str]) -> list[list[str]]:
        return [page.rstrip().rsplit("\n", 1)[0].split() for page in pages]

    for whose, document in (("student", "worksheet"), ("teacher", "teacher-notes")):
        alone = words(pages_of(output / "ferry" / f"ferry-{document}-a4.pdf"))
        booklet = output / "course" / f"course-{whose}-booklet-a4.pdf"
        start = starts(booklet)[1] - 1
        assert words(pages_of(booklet)[start : start + len(alone)]) == alone


def test_lessons_keep_their_language_and_direction(write: Write, tmp_path: Path) -> None:
    unit = write()
    lesson = unit.parents[1] / "ferry.yaml"
    lesson.write_text(lesson.read_text("utf-8").replace("language: en", "language: ar"), "utf-8")

    built(unit, output=tmp_path, documents=STUDENTS)

    booklet = tmp_path / "course" / "course-student-booklet-a4.pdf"
    with pikepdf.open(booklet) as pdf:
        parts = [item for item in pdf.Root.StructTreeRoot.K[0].K if item.S == "/Part"]
        assert [str(part.Lang) for part in parts] == ["en", "ar", "en"]
    assert [page % 2 for page in starts(booklet)] == [0, 0, 0]


def test_an_image_of_a_lesson_and_one_of_the_unit_come_from_their_own_folders(
    write: Write, tmp_path: Path
) -> None:
    from PIL import Image

    unit = write(("about a bridge.", "about ![a bridge](drawing.png)."))
    Image.new("1", (20, 10)).save(unit.parent / "drawing.png")
    Image.new("1", (30, 10)).save(unit.parents[1] / "drawing.png")
    lesson = unit.parents[1] / "ferry.yaml"
    ask = "What does ((so-called)) do beside ![a ferry](drawing.png)?"
    text = lesson.read_text("utf-8").replace("What does ((so-called)) do?", ask)
    lesson.write_text(text, "utf-8")

    assert built(unit, output=tmp_path, documents=STUDENTS).findings == ()

    booklet = tmp_path / "course" / "course-student-booklet-a4.pdf"
    images = subprocess.run(
        ["pdfimages", "-list", str(booklet)], capture_output=True, check=True, text=True
    ).stdout.splitlines()[2:]
    assert {image.split()[3] for image in images} == {"20", "30"}


def test_a_logo_whose_path_goes_a_roundabout_way_is_shown_in_a_booklet(
    write: Write, tmp_path: Path
) -> None:
    unit = write()
    logo = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M1 1h7v7"/></svg>'
    (unit.parents[1] / "logo.svg").write_text(logo, "utf-8")
    (unit.parents[1] / "broadsheet.yaml").write_text("logo: ./logo.svg\n", "utf-8")

    assert built(unit, output=tmp_path, documents=STUDENTS).findings == ()


def test_a_title_may_hold_any_sign(write: Write, tmp_path: Path) -> None:
    title = r'100 % \ "sure"; } <b>'
    unit = write(("Bridges and markets", f"'{title}'"))
    built(unit, output=tmp_path, documents=STUDENTS)

    pages = pages_of(tmp_path / "course" / "course-student-booklet-a4.pdf")
    assert f"Who pays? · {title} " in foot_of(pages[3])


def test_booklets_are_set_for_the_papers_asked_for(write: Write, tmp_path: Path) -> None:
    report = built(write(), output=tmp_path, papers=tuple(Paper))
    assert [path.name for path in report.written] == [
        "course-student-booklet-a4.pdf",
        "course-student-booklet-letter.pdf",
        "course-teacher-booklet-a4.pdf",
        "course-teacher-booklet-letter.pdf",
    ]
    with pikepdf.open(report.written[1]) as pdf:
        assert {tuple(map(int, page.mediabox[2:])) for page in pdf.pages} == {(612, 792)}


def test_the_collections_settings_hold_for_its_units(write: Write, tmp_path: Path) -> None:
    unit = write()
    (unit.parents[2] / "broadsheet.yaml").write_text("paper: letter\n", "utf-8")
    report = built(unit, output=tmp_path, papers=(), documents=STUDENTS)
    assert {path.stem.rsplit("-", 1)[1] for path in report.written} == {"letter"}


def test_a_unit_with_a_faulty_lesson_is_not_made_and_the_others_are(
    write: Write, tmp_path: Path
) -> None:
    bad = write(name="bad.yaml")
    good = write(("  - ../ferry.yaml\n", ""), name="good.yaml")
    (bad.parents[1] / "ferry.yaml").write_text("title: Unfinished\n", "utf-8")

    report = built(bad, good, output=tmp_path)

    assert {path.parent.name for path in report.written} == {"good"}
    assert "unit-lesson-faulty" in {finding.code for finding in report.findings}


def test_two_builds_give_the_same_bytes_whatever_the_folder(write: Write, tmp_path: Path) -> None:
    unit = write()
    other = tmp_path / "elsewhere entirely"
    shutil.copytree(unit.parents[1], other)

    made = [
        {path.name: path.read_bytes() for path in built(file, output=file.parent / "made").written}
        for file in (unit, other / "units" / unit.name)
    ]

    assert len(made[0]) == 2
    assert made[0] == made[1]


def test_who_is_pointed_at_a_picture_is_led_to_that_of_the_same_lesson(
    write: Write, tmp_path: Path
) -> None:
    unit = write(("  - ../market.yaml\n", "  - ../market.yaml\n  - ../ferrymen.yaml\n"))
    near = Path(__file__).parents[1] / "lessons" / "near"
    shutil.copytree(near / "images", unit.parents[1] / "images")
    pictured = (near / "picture-not-free.yaml").read_text("utf-8")
    for name in ("ferry", "ferrymen"):
        (unit.parents[1] / f"{name}.yaml").write_text(pictured, "utf-8")

    built(unit, output=tmp_path, documents=STUDENTS)

    with pikepdf.open(tmp_path / "course" / "course-student-booklet-a4.pdf") as pdf:
        names = list(pdf.Root.Names.Dests.Names)
        places = {str(name): place for name, place in zip(names[::2], names[1::2], strict=True)}
        links = [note for page in pdf.pages for note in page.get("/Annots", []) if "/Dest" in note]
        led_to = [
            pikepdf.Page(places[str(link.Dest)][0]).index
            for link in links
            if str(link.Contents) == "see the picture"
        ]
        first, second = (pikepdf.Page(places[f"lesson-{number}"][0]).index for number in (2, 4))
    assert led_to == [first, second]
