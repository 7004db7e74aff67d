"""QTI packages: 1.2 in the shape that Canvas and others read, and 2.1 as its schema has it.

The published DTD of 1.2.1, the schema of 2.1 and Canvas's own converter have been run over these
files by hand; none of them is here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree
from lxml.etree import _Element
from PIL import Image
from tests.once import once
from tests.render.banks import (
    ARABIC,
    HOSTILE,
    LESSONS,
    PAIR,
    PICTURE,
    TODAY,
    file_of,
    hostile,
    make,
)

from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.render.qti.xhtml import xhtml

V12 = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
V21 = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
NAME = re.compile(r"[A-Za-z][A-Za-z0-9.-]{0,99}")

Package = Callable[[Path, str], dict[str, bytes]]


def unpacked(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {each.filename: archive.read(each) for each in archive.infolist()}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    folder = once(tmp_path_factory, "banks", make)
    return lambda lesson, ending: unpacked(file_of(folder, lesson, ending).read_bytes())


def questions(files: dict[str, bytes]) -> dict[str, _Element]:
    """The items of a 1.2 package by the end of their names."""
    (name,) = [each for each in files if each.endswith(".xml") and each != "imsmanifest.xml"]
    root = etree.fromstring(files[name])
    prefix = len(root[0].get("ident", "")) + 1
    return {each.get("ident", "")[prefix:]: each for each in root.iter(f"{V12}item")}


def items(files: dict[str, bytes]) -> dict[str, _Element]:
    """The items of a 2.1 package by the names of their files."""
    return {
        Path(name).stem: etree.fromstring(data)
        for name, data in files.items()
        if name.startswith("items/")
    }


def hrefs(files: dict[str, bytes]) -> set[str]:
    manifest = etree.fromstring(files["imsmanifest.xml"])
    return {each.get("href", "") for each in manifest.iter("{*}file")}


def words(element: _Element | None) -> str:
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def kind_of(item: _Element) -> str:
    return words(item.find(f".//{V12}fieldentry"))


@pytest.mark.parametrize("ending", ["qti.zip", "qti21.zip"])
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda file: file.stem)
def test_the_manifest_names_every_file_and_no_other(
    package: Package, lesson: Path, ending: str
) -> None:
    files = package(lesson, ending)
    assert hrefs(files) == files.keys() - {"imsmanifest.xml"}
    for name, data in files.items():
        if name.endswith(".xml"):
            for each in etree.fromstring(data).iter():
                for attribute in ("identifier", "ident", "identifierref"):
                    assert NAME.fullmatch(each.get(attribute, "a").replace("_", "-"))


def test_each_task_is_of_a_type_that_canvas_names(package: Package) -> None:
    kinds = {key: kind_of(each) for key, each in questions(package(PAIR, "qti.zip")).items()}
    assert list(kinds)[:5] == ["text-1", "text-2", "question-1", "question-2", "question-2-reason"]
    assert (kinds["text-1"], kinds["question-1"]) == ("text_only_question", "essay_question")
    assert (kinds["question-2"], kinds["exit"]) == ("multiple_choice_question", "essay_question")


def test_a_right_choice_earns_all_and_in_a_scale_each_does(package: Package) -> None:
    found = questions(package(PAIR, "qti.zip"))
    right = [each.text for each in found["question-2"].iter(f"{V12}varequal")]
    degrees = [each.text for each in found["question-5"].iter(f"{V12}varequal")]
    offered = [each.get("ident") for each in found["question-5"].iter(f"{V12}response_label")]
    assert right == ["choice1"]
    assert degrees == offered == [f"choice{at}" for at in range(1, 6)]
    points = [words(each) for each in found["question-5"].iter(f"{V12}fieldentry")]
    assert points == ["multiple_choice_question", "0"]


def test_several_right_choices_are_marked_together_and_without_wrong_ones(
    clean_lesson: str, tmp_path: Path
) -> None:
    text = clean_lesson.replace(
        "questions:\n",
        "questions:\n  gist:\n"
        "    - {ask: Which?, choices: [one, two, three], right: [1, 3], answer: x}\n",
    )
    choice = questions(unpacked(bank(text, tmp_path, "qti")))["question-1"]
    assert kind_of(choice) == "multiple_answers_question"
    (both,) = choice.iter(f"{V12}and")
    assert [words(each) for each in both.findall(f"{V12}varequal")] == ["choice1", "choice3"]
    assert [words(each) for each in both.findall(f"{V12}not")] == ["choice2"]
    item = items(unpacked(bank(text, tmp_path, "qti21")))["question-1"]
    assert item[0].get("cardinality") == "multiple"
    assert [words(each) for each in item.iter(f"{V21}value")][:2] == ["choice1", "choice3"]


def test_no_model_answer_is_in_a_package_that_pupils_may_see_all_of(package: Package) -> None:
    def told(ending: str) -> str:
        files = package(PICTURE, ending)
        return "".join(data.decode() for name, data in files.items() if name.endswith(".xml"))

    accepted = "Any wording that has cause and month"
    assert accepted not in told("qti.zip")
    assert "itemfeedback" not in told("qti.zip")
    assert accepted in told("qti21.zip")


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda file: file.stem)
def test_an_item_of_2_1_has_its_parts_in_their_order(package: Package, lesson: Path) -> None:
    order = ["responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing"]
    every = items(package(lesson, "qti21.zip")).values()
    assert every
    for item in every:
        tags = [etree.QName(each).localname for each in item]
        assert tags == sorted(tags, key=order.index)
        rooms = [
            each for each in item.iter() if etree.QName(each).localname.endswith("Interaction")
        ]
        assert len(rooms) == len(item.findall(f"{V21}responseDeclaration")) <= 1
        assert {each.get("view") for each in item.iter(f"{V21}rubricBlock")} <= {"scorer"}
        assert not [each for each in item.iter() if {"style", "dir", "role"} & set(each.attrib)]


def test_a_test_of_2_1_asks_all_items_in_order_by_lens(package: Package) -> None:
    files = package(PAIR, "qti21.zip")
    test = etree.fromstring(files["test.xml"])
    asked = [each.get("href") for each in test.iter(f"{V21}assessmentItemRef")]
    assert asked[:4] == [f"items/{n}.xml" for n in ("text-1", "text-2", "question-1", "question-2")]
    assert set(asked) == {name for name in files if name.startswith("items/")}
    titles = [each.get("title") for each in test.iter(f"{V21}assessmentSection")]
    assert titles[1:4] == ["First reading", "Evidence", "Framing"]


def test_a_table_to_fill_in_stands_above_the_box_to_type_in(package: Package) -> None:
    item = items(package(PAIR, "qti21.zip"))["question-3"]
    body = item.find(f"{V21}itemBody")
    assert body is not None
    assert len(list(body.findall(f"./{V21}div//{V21}tr"))) == 3
    (room,) = body.iter(f"{V21}extendedTextInteraction")
    assert room is body[-1]


def test_words_of_right_to_left_keep_their_order_where_no_direction_can_be_said(
    package: Package,
) -> None:
    arabic, latin = (items(package(each, "qti21.zip")).values() for each in (ARABIC, PAIR))
    assert arabic
    assert latin
    for item in arabic:
        said = "".join(item.itertext())
        opened = sum(said.count(sign) for sign in "\u2066\u2067\u2068")
        assert opened == said.count("\u2069") > 0
        assert item.get("{http://www.w3.org/XML/1998/namespace}lang") == "ar"
    assert not any("\u2067" in "".join(item.itertext()) for item in latin)


def test_a_picture_comes_along_and_is_shown_where_it_is(package: Package) -> None:
    name = sha256((PICTURE.parent / "images" / "nightingale-1858.png").read_bytes()).hexdigest()
    path = f"images/{name[:16]}.png"
    for ending in ("qti.zip", "qti21.zip"):
        files = package(PICTURE, ending)
        assert sha256(files[path]).hexdigest() == name
    (image,) = items(package(PICTURE, "qti21.zip"))["text-1"].iter(f"{V21}img")
    assert image.get("src") == f"../{path}"
    assert image.get("alt")
    shown = words(questions(package(PICTURE, "qti.zip"))["text-1"])
    assert f'src="%24IMS-CC-FILEBASE%24/{path}"' in shown


def test_an_item_needs_the_pictures_of_a_table_that_is_filled_in(
    clean_lesson: str, tmp_path: Path
) -> None:
    Image.new("1", (9, 9)).save(tmp_path / "map.png")
    table = "claim_table: {claims: ['((so-called)) beside ![a map](map.png)']}"
    asked = "    - ask: What does ((so-called)) do?\n"
    text = clean_lesson.replace(asked, f"{asked}      {table}\n")
    files = unpacked(bank(text, tmp_path, "qti21"))

    (image,) = [name for name in files if name.startswith("images/")]
    manifest = etree.fromstring(files["imsmanifest.xml"])
    (item,) = [each for each in manifest.iter("{*}resource") if "-2" in each.get("href", "")]
    assert image in {each.get("href") for each in item}


def test_words_that_could_be_markup_are_words(clean_lesson: str, tmp_path: Path) -> None:
    files = unpacked(bank(hostile(clean_lesson), tmp_path, "qti21"))
    found = items(files)
    assert HOSTILE in words(found["question-1"].find(f"{V21}itemBody/{V21}div"))
    assert HOSTILE in words(found["question-2"].find(f".//{V21}rubricBlock"))
    assert etree.fromstring(files["test.xml"]).get("title") == HOSTILE
    html = words(questions(unpacked(bank(hostile(clean_lesson), tmp_path, "qti")))["question-1"])
    assert "&lt;script&gt;" in html
    assert "<script" not in html


def test_words_of_many_bytes_are_written_and_not_taken_for_the_name_of_a_file() -> None:
    (paragraph,) = xhtml(f"<p>{'冰' * 150}</p>")
    assert paragraph.text == "冰" * 150


def test_the_same_lesson_gives_the_same_bytes_at_any_time(
    clean_lesson: str, tmp_path: Path
) -> None:
    for form in ("qti", "qti21"):
        data = bank(clean_lesson, tmp_path / "a", form)
        assert data == bank(clean_lesson, tmp_path / "b", form)
        with ZipFile(BytesIO(data)) as archive:
            assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert {each.compress_type for each in archive.infolist()} == {ZIP_STORED}


def test_a_file_whose_name_is_no_identifier_has_one_of_its_own(
    clean_lesson: str, tmp_path: Path
) -> None:
    named: list[str] = []
    for stem in ("міст", "мист", "1-bridge", "a bridge", "b" * 120):
        lesson = tmp_path / f"{stem}.yaml"
        lesson.write_text(clean_lesson, "utf-8")
        report = build(Request([lesson], tmp_path / "output", TODAY, formats=["qti21"]))
        manifest = etree.fromstring(unpacked(report.written[0].read_bytes())["imsmanifest.xml"])
        named += [each.get("identifier", "") for each in manifest.iter("{*}resource")]
    assert [name for name in named if not NAME.fullmatch(name)] == []
    assert len(set(named)) == len(named)


def bank(text: str, folder: Path, form: str) -> bytes:
    folder.mkdir(exist_ok=True)
    lesson = folder / "bridge.yaml"
    lesson.write_text(text, "utf-8")
    report = build(Request([lesson], folder / "output", TODAY, formats=[form]))
    assert [each.message for each in report.findings if each.severity == "error"] == []
    return report.written[0].read_bytes()
