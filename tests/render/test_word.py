"""Word's files: what they say, how they are set, and what LibreOffice prints of them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from PIL import Image
from tests.conftest import WHOLE_TEXT
from tests.once import once
from tests.printed import TODAY, html_of
from tests.render.readback import composed_pieces
from tests.render.test_read_back import told

from broadsheet.collection.read import read_collection
from broadsheet.edited.archive import Archive
from broadsheet.edited.reading import Said, read
from broadsheet.orders.order import Order
from broadsheet.orders.ordering import orders
from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.render.renderer import renderer_in
from broadsheet.school.paper import Paper
from broadsheet.theme import OURS

ROOT = Path(__file__).parents[2]
PAIR, RIGHT_TO_LEFT, FOR_CHILDREN, PICTURED = (
    ROOT / "lessons" / f"{name}.yaml"
    for name in (
        "votes-for-women-1915",
        "al-muqtabas-1906",
        "santa-claus-1897",
        "diagram-of-mortality-1858",
    )
)
LESSONS = (PAIR, RIGHT_TO_LEFT, FOR_CHILDREN)
DOCUMENTS = ("worksheet", "text", "questions", "teacher-notes", "answer-key", "exit-slips")
EDITIONS = ("standard", "supported", "large-print", "core")
PRINTED = tuple(
    f"{lesson.stem}-{document}-a4"
    for lesson in LESSONS
    for document in ("worksheet", "worksheet-large-print", "worksheet-supported", "teacher-notes")
)
"""Those that LibreOffice prints."""
_NUMBERS = ("Broadsheet Line Number", "Broadsheet Flowing Number")
_ORDERS = {
    "pPr": "pStyle keepNext keepLines widowControl numPr pBdr tabs bidi spacing ind "
    "contextualSpacing jc outlineLvl sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps spacing sz szCs u bdr rtl lang",
    "sectPr": "footerReference type pgSz pgMar bidi",
    "tblPr": "tblStyle bidiVisual tblW tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW vMerge tcBorders vAlign",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
}
"""The order of what stands in an element, by the standard (ECMA-376, part 1, 17)."""
_LIKE = {
    "Cambria": ("Broadsheet Serif",),
    "Calibri": ("Broadsheet Sans",),
    "Arial": ("Atkinson Hyperlegible Next", "Broadsheet Naskh"),
    "Times New Roman": ("Broadsheet Naskh", "Noto Serif Hebrew"),
}
"""Faces of ours for those that a machine with Word has, since this one may have none of them."""


def request(*formats: str, editions: tuple[str, ...] = EDITIONS) -> Request:
    """What is asked for of the lessons."""
    files = [*LESSONS, PICTURED]
    return Request(files, Path(), TODAY, [Paper.A4], editions, DOCUMENTS, formats)


def _make(folder: Path) -> None:
    asked = request("docx")
    build(Request(asked.files, folder, TODAY, asked.papers, EDITIONS, DOCUMENTS, ["docx"]))
    _print(folder)


def _print(folder: Path) -> None:
    """Have LibreOffice print some, in one run and with a profile of its own."""
    fonts = folder / "fonts.conf"
    aliases = "".join(
        f'<alias binding="same"><family>{name}</family><prefer>'
        + "".join(f"<family>{face}</family>" for face in faces)
        + "</prefer></alias>"
        for name, faces in _LIKE.items()
    )
    fonts.write_text(
        '<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<dir>{OURS / 'fonts'}</dir><cachedir>{folder / 'cache'}</cachedir>{aliases}</fontconfig>",
        "utf-8",
    )
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [next(folder.rglob(f"{name}.docx")) for name in PRINTED]
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", "office", *files],
        cwd=folder,
        env=os.environ | {"FONTCONFIG_FILE": str(fonts), "HOME": str(folder)},
        check=True,
        capture_output=True,
        timeout=300,
    )


@pytest.fixture(scope="session")
def word(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of Word's files of some lessons, and of LibreOffice's PDFs of them."""
    return once(tmp_path_factory, "word", _make)


def orders_in(folder: Path) -> list[Order]:
    asked = request("docx")
    collection = read_collection(asked.files, TODAY)
    wanted, _ = orders(
        collection.good_lessons,
        Request(asked.files, folder, TODAY, asked.papers, EDITIONS, DOCUMENTS, ["docx"]),
    )
    return wanted


def paragraphs_of(file: Path) -> tuple[Said, ...]:
    return read(Archive.open(file)).paragraphs


def without_numbers(paragraph: Said) -> str:
    """What a paragraph says, without the numbers of lines."""
    text = paragraph.text
    for begin, end, style in reversed(paragraph.spans):
        if style in _NUMBERS:
            text = text[:begin] + text[end:]
    return text


def xml_of(file: Path, part: str = "document") -> str:
    with ZipFile(file) as archive:
        return archive.read(f"word/{part}.xml").decode()


def root_of(file: Path, part: str) -> ET.Element | None:
    """A part of a file of Word's, if the file has it."""
    with ZipFile(file) as archive:
        name = f"word/{part}.xml"
        return ET.fromstring(archive.read(name)) if name in archive.namelist() else None  # noqa: S314 - our own


def file_in(folder: Path, name: str) -> Path:
    return next(folder.rglob(f"{name}-a4.docx"))


def test_a_file_says_what_was_composed(word: Path) -> None:
    every = orders_in(word)
    assert every
    for order in every:
        composed = told(composed_pieces(html_of(order)[0]))
        said = told(without_numbers(each) for each in paragraphs_of(order.target))
        if order.document.name == "exit-slips":  # of four slips, a screen reader is told of one
            assert said.startswith(composed)
        elif "My notes" in xml_of(order.target) or "ملاحظاتي" in xml_of(order.target):
            # What the margin is for stands beside the first paragraph, and not behind the last.
            assert Counter(said) == Counter(composed)
        else:
            assert said == composed, order.target.name


@pytest.mark.parametrize("name", [name for name in PRINTED if "muqtabas" not in name])
def test_libre_office_prints_every_word_of_a_file(word: Path, name: str) -> None:
    file = next(word.rglob(f"{name}.docx"))
    said = Counter(words for each in paragraphs_of(file) for words in each.text.split())
    shown = subprocess.run(
        ["pdftotext", "-raw", word / "office" / f"{name}.pdf", "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert Counter(told([shown])) >= Counter(told(said.elements()))


@pytest.mark.parametrize("name", PRINTED)
def test_libre_office_prints_as_many_pages_as_we_do_or_one_more_or_less(
    word: Path, printed: Path, name: str
) -> None:
    (ours,) = printed.glob(f"*/{name}.pdf")
    assert abs(pages(word / "office" / f"{name}.pdf") - pages(ours)) <= 1


def pages(pdf: Path) -> int:
    told_of = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    found = re.search(r"Pages: +([0-9]+)", told_of)
    assert found
    return int(found[1])


@pytest.mark.parametrize("lesson", [PAIR, FOR_CHILDREN], ids=lambda file: file.stem)
def test_a_numbered_line_is_one_printed_line(word: Path, lesson: Path) -> None:
    pdf = word / "office" / f"{lesson.stem}-worksheet-a4.pdf"
    shown = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True
    ).stdout
    flat = [" ".join(line.split()) for line in shown.splitlines()]
    lines = [
        each
        for each in paragraphs_of(file_in(word, f"{lesson.stem}-worksheet"))
        if each.places and each.places[0][1].startswith("line_")
    ]
    assert len(lines) > 10
    for line in lines:
        words = " ".join(without_numbers(line).split())
        assert any(words in each for each in flat), words
        number = line.text.partition("\t")[0]
        if number:
            assert number == line.places[0][1].removeprefix("line_")


def test_every_line_has_a_place_and_no_reference_leads_nowhere(word: Path) -> None:
    for file in word.rglob("*.docx"):
        xml = xml_of(file)
        places = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]+)"', xml)
        assert len(places) == len(set(places))
        assert set(re.findall(r'w:anchor="([^"]+)"', xml)) <= set(places)
    xml = xml_of(file_in(word, f"{PAIR.stem}-worksheet"))
    assert 'w:anchor="line_A7"' in xml


def test_the_same_lesson_gives_the_same_bytes(word: Path, tmp_path: Path) -> None:
    asked = Request([FOR_CHILDREN], tmp_path, TODAY, [Paper.A4], (), (), ["docx"])
    made = build(asked).written
    assert made
    for file in made:
        assert file.read_bytes() == next(word.rglob(file.name)).read_bytes()


def test_headings_title_and_lists_are_words_own(word: Path) -> None:
    document = Document(str(file_in(word, f"{FOR_CHILDREN.stem}-teacher-notes")))
    styles = {each.style.name for each in document.paragraphs if each.style}
    assert {"Title", "Heading 1", "Heading 2", "List Bullet"} <= styles
    sheet = Document(str(file_in(word, f"{FOR_CHILDREN.stem}-worksheet")))
    question = sheet.styles["Broadsheet Question"]
    assert question.base_style is not None
    assert question.base_style.name == "Heading 2"


def test_what_an_edition_sets_is_in_styles_and_not_in_the_text(word: Path) -> None:
    large = file_in(word, f"{FOR_CHILDREN.stem}-worksheet-large-print")
    normal = Document(str(large)).styles["Normal"]
    defaults = re.search(r"<w:docDefaults>.*?</w:docDefaults>", xml_of(large, "styles"))
    assert defaults
    assert '<w:sz w:val="36"/>' in defaults[0]
    assert normal.name == "Normal"
    for file in word.rglob("*.docx"):
        xml = xml_of(file)
        assert "\t" not in xml  # a tab is an element, or Word takes it for a blank
        assert "<w:sz " not in xml
        assert "w:ascii=" not in xml


def test_a_file_names_nobody_and_no_day(word: Path) -> None:
    file = file_in(word, f"{PAIR.stem}-worksheet")
    properties = Document(str(file)).core_properties
    assert properties.title == "Votes for women, 1915: what did each side rest on?"
    assert properties.language == "en"
    assert not properties.author
    with ZipFile(file) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert "created" not in core
    assert "thumbnail" not in "".join(ZipFile(file).namelist())


def test_tables_mark_their_head_and_tell_the_width_of_every_cell(word: Path) -> None:
    document = Document(str(file_in(word, f"{PAIR.stem}-worksheet")))
    headed = [
        table
        for table in document.tables
        if table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None  # noqa: SLF001
    ]
    assert headed
    for table in document.tables:
        assert all(cell.width for row in table.rows for cell in row.cells)


def test_a_document_from_right_to_left_is_mirrored(word: Path) -> None:
    xml = xml_of(file_in(word, f"{RIGHT_TO_LEFT.stem}-worksheet"))
    paragraphs = re.findall(r"<w:pPr>.*?</w:pPr>", xml)
    written = [each for each in paragraphs if "BroadsheetGap" not in each]
    assert all("<w:bidi/>" in each for each in written)
    assert xml.count("<w:tbl>") == xml.count("<w:bidiVisual/>")
    arabic = re.findall(r"<w:r>(?:(?!</w:r>).)*[\u0621-\u064a](?:(?!</w:r>).)*</w:r>", xml)
    assert all("<w:rtl/>" in run for run in arabic)
    assert 'w:bidi="ar-EG"' in xml_of(file_in(word, f"{RIGHT_TO_LEFT.stem}-worksheet"), "styles")


def test_a_picture_says_what_it_shows(word: Path) -> None:
    document = Document(str(file_in(word, f"{PICTURED.stem}-worksheet")))
    (shape,) = document.inline_shapes
    described = shape._inline.docPr.get("descr")  # noqa: SLF001 - the library has no other way
    assert described
    assert len(described) > 40
    (paragraph,) = [each for each in document.paragraphs if "graphic" in each._p.xml]  # noqa: SLF001
    assert paragraph.style
    assert paragraph.style.name == "Broadsheet Picture"


def test_a_list_keeps_its_numbers_and_a_table_its_head(tmp_path: Path, clean_lesson: str) -> None:
    asked = "|\n        What is meant?\n\n        3. one\n        4. two\n\n"
    asked += "        | a | b |\n        |---|---|\n        | 1 | 2 |\n\n        What is not?"
    lesson = tmp_path / "listed.yaml"
    lesson.write_text(clean_lesson.replace("What does ((so-called)) do?", asked), "utf-8")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "the-bridge-must-wait.txt").write_text(WHOLE_TEXT, "utf-8")
    build(Request([lesson], tmp_path, TODAY, [Paper.A4], (), ["worksheet"], ["docx"]))
    file = tmp_path / "listed" / "listed-worksheet-a4.docx"
    assert '<w:startOverride w:val="3"/>' in xml_of(file, "numbering")
    styles = [(each.style, each.text) for each in paragraphs_of(file)]
    assert ("List Number", "one") in styles
    assert ("Broadsheet Cell Head", "a") in styles
    assert ("Broadsheet Ask", "What is not?") in styles


def test_a_title_of_300_letters_and_a_photograph_without_a_head_are_in_a_file(
    tmp_path: Path, clean_lesson: str
) -> None:
    title = "What does " + "a very " * 40 + "long title ask?"
    lesson = tmp_path / "titled.yaml"
    named = re.sub("(?m)^title: .*", f"title: {title}", clean_lesson)
    asked = "|\n        ![A grey square](square.jpeg)\n\n        What does ((so-called)) do?"
    lesson.write_text(named.replace("What does ((so-called)) do?", asked), "utf-8")
    photograph = BytesIO()
    Image.new("L", (40, 40), 128).save(photograph, "JPEG")
    data = photograph.getvalue()
    (tmp_path / "square.jpeg").write_bytes(data[:2] + data[data.index(b"\xff\xdb") :])
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "the-bridge-must-wait.txt").write_text(WHOLE_TEXT, "utf-8")
    made = build(Request([lesson], tmp_path, TODAY, [Paper.A4], (), ["worksheet"], ["docx"]))
    (file,) = made.written
    document = Document(str(file))
    assert title in [each.text for each in document.paragraphs]
    assert len(document.core_properties.title) == 255
    assert len(document.inline_shapes) == 1


def test_pages_are_numbered_by_fields(word: Path) -> None:
    foot = xml_of(file_in(word, f"{PAIR.stem}-worksheet-large-print"), "footer1")
    assert 'w:instr=" PAGE "' in foot
    assert 'w:instr=" NUMPAGES "' in foot
    assert "large print" in foot


def test_what_is_written_on_a_slip_stands_within_it(word: Path) -> None:
    document = Document(str(file_in(word, f"{PAIR.stem}-exit-slips")))
    (slips,) = document.tables
    assert len(slips._cells) == 4  # noqa: SLF001 - the library has no other way to all cells
    for cell in slips._cells:  # noqa: SLF001
        assert len(cell.tables) == 3
        for table in cell.tables:
            (indent,) = table._tbl.tblPr.findall(qn("w:tblInd"))  # noqa: SLF001
            assert indent.get(qn("w:w")) == "0"
            assert sum(column.width or 0 for column in table.columns) < (cell.width or 0)


@pytest.mark.parametrize("part", ["document", "styles", "footer1"])
def test_properties_stand_in_the_order_that_word_wants(word: Path, part: str) -> None:
    roots = {
        file: root for file in word.rglob("*.docx") if (root := root_of(file, part)) is not None
    }
    assert roots
    for file, root in roots.items():
        for parent, order in _ORDERS.items():
            for each in root.iter(qn(f"w:{parent}")):
                names = [child.tag.rpartition("}")[2] for child in each]
                assert names == sorted(names, key=order.split().index), (file.name, names)


def test_nothing_that_google_docs_drops_is_used(word: Path) -> None:
    every = {file.name: xml_of(file) for file in word.rglob("*.docx")}
    dropped = re.compile("<w:(sdt|txbxContent|ptab)|<wp:anchor")
    assert every
    assert [name for name, xml in every.items() if dropped.search(xml)] == []


def test_a_form_is_not_made_for_word() -> None:
    collection = read_collection([FOR_CHILDREN], TODAY)
    asked = Request([FOR_CHILDREN], Path(), TODAY, [Paper.A4], ["all"], ["all"], ["docx"])
    names = {each.target.name for each in orders(collection.good_lessons, asked)[0]}
    assert not any("fillable" in name or "slides" in name for name in names)
    assert any("large-print-24" in name for name in names)


def test_without_python_docx_a_file_of_words_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in [each for each in sys.modules if each.startswith("broadsheet.render.docx")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ImportError, match=re.escape("pip install 'broadsheet[docx]'")):
        renderer_in("broadsheet.render.docx.document")
