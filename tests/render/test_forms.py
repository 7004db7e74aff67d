"""The fillable edition: every room to answer is a labelled field of the right kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from tests.render.on_page import words_of
from tests.render.sheets import MARGIN, ROOMS

MULTILINE = 1 << 12
RADIO = 1 << 15


@pytest.fixture(scope="session")
def form(printed: Path) -> Path:
    """The fillable worksheet of the lesson with every kind of room."""
    return printed / ROOMS.stem / f"{ROOMS.stem}-worksheet-fillable-a4.pdf"


@pytest.fixture(scope="session")
def pdf(form: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(form) as opened:
        yield opened


@pytest.fixture(scope="session")
def fields(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """The fields of the form by name."""
    return {str(field.T): field for field in list(pdf.Root.AcroForm.Fields)}


def kind(field: pikepdf.Object) -> str:
    flags = int(field.get("/Ff", 0))
    if field.FT == "/Tx":
        return "lines" if flags & MULTILINE else "line"
    return "radio" if flags & RADIO else "tick"


def widgets(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [widget for page in pdf.pages for widget in widgets_of(page)]


def widgets_of(page: pikepdf.Page) -> list[pikepdf.Object]:
    """The fields of a page, without its links."""
    return [each for each in page.get("/Annots", []) if each.Subtype == "/Widget"]


def test_every_field_has_a_name_of_its_own(
    pdf: pikepdf.Pdf, fields: dict[str, pikepdf.Object]
) -> None:
    assert len(fields) == len(pdf.Root.AcroForm.Fields)


def test_every_room_of_every_kind_is_a_field_of_the_right_kind(
    fields: dict[str, pikepdf.Object],
) -> None:
    cells = {
        **{f"q3-{row}-{column}": "lines" for row in (1, 2) for column in range(1, 6)},
        **{f"q4-{row}-{column}": "lines" for row in (1, 2, 3) for column in (1, 2)},
        **{f"q6-{row}-{column}": "lines" for row in (1, 2, 3, 4) for column in (2, 3)},
        **{f"q6-{row}-4": "tick" for row in (1, 2, 3, 4)},
        **{f"q7-{row}-{column}": "lines" for row in (1, 2) for column in (2, 3)},
        **{f"q8-{row}-{column}": "lines" for row in (1, 2) for column in (1, 2, 3, 4)},
        **{f"q10-{row}-{column}": "lines" for row in (1, 2) for column in (2, 3)},
    }
    assert {name: kind(field) for name, field in fields.items()} == {
        "name": "line",
        "class": "line",
        "date": "line",
        "goal-1": "tick",
        "goal-2": "tick",
        "q1": "lines",
        "q9": "lines",
        "q11": "lines",
        "q2-A": "tick",
        "q2-B": "tick",
        "q2-C": "tick",
        "q2-reason": "lines",
        "q5": "radio",
        "q5-reason": "lines",
        **cells,
        "exit": "lines",
        "own-question": "lines",
        "self-1": "radio",
        "self-2": "radio",
    }


def test_every_field_says_what_it_is_for(fields: dict[str, pikepdf.Object]) -> None:
    labels = {name: str(field.TU) for name, field in fields.items()}
    assert all(labels.values())
    assert len(set(labels.values())) == len(labels)
    assert labels["name"] == "Name"
    assert labels["q1"].startswith("Question 1: In your own words, what does the writer of text A")
    assert labels["q2-B"] == "Question 2, B: something the writer heard"
    assert labels["q3-2-4"] == "Question 3, row 2: Support given"
    assert labels["q5"] == "Question 5 (1 hardly, 5 very strongly)"
    assert labels["q6-3-4"] == "Question 6, The judgment made: Not stated"
    assert labels["goal-2"] == "I can say what two texts agree on."
    assert labels["self-2"] == f"Can I do it now? {labels['goal-2']}"


def test_the_buttons_of_a_group_are_widgets_of_one_field_each_with_its_label(
    fields: dict[str, pikepdf.Object],
) -> None:
    assert [str(button.TU).rpartition(": ")[2] for button in list(fields["q5"].Kids)] == list(
        "12345"
    )
    assert [str(button.TU).rpartition(": ")[2] for button in list(fields["self-1"].Kids)] == [
        "not yet",
        "nearly",
        "yes",
    ]
    for name in ("q5", "self-1", "self-2"):
        assert not any("/T" in button for button in list(fields[name].Kids))
        states = [next(key for key in button.AP.N) for button in list(fields[name].Kids)]
        assert len(set(states)) == len(states), "each button has a state of its own"


def test_the_order_of_tabs_follows_the_order_of_reading(pdf: pikepdf.Pdf) -> None:
    read: list[tuple[int, int]] = []

    def walk(element: pikepdf.Object) -> None:
        if isinstance(element, pikepdf.Array):
            for kid in list(element):
                walk(kid)
        elif isinstance(element, pikepdf.Dictionary):
            if element.get("/Type") == "/OBJR" and element.Obj.get("/Subtype") == "/Widget":
                read.append(element.Obj.objgen)
            elif "/K" in element:
                walk(element.K)

    walk(pdf.Root.StructTreeRoot.K)
    assert read == [widget.objgen for widget in widgets(pdf)]
    assert all(page.Tabs == "/S" for page in pdf.pages)


def test_fields_follow_each_other_down_the_page(pdf: pikepdf.Pdf) -> None:
    assert len(pdf.pages) > 1
    for page in pdf.pages:
        tops = [round(float(max(widget.Rect[1], widget.Rect[3]))) for widget in widgets_of(page)]
        assert all(below <= above + 12 for above, below in pairwise(tops))


def test_every_field_stands_on_the_page_of_its_question(form: Path, pdf: pikepdf.Pdf) -> None:
    pages = {
        word.text: word.page
        for word in words_of(form)
        if word.text.isdigit() and abs(word.left - MARGIN) < 1
    }
    fields = [
        (str((widget if "/T" in widget else widget.Parent).T), number)
        for number, page in enumerate(pdf.pages)
        for widget in widgets_of(page)
    ]
    asked = [(found[1], number) for name, number in fields if (found := re.match(r"q(\d+)", name))]
    assert asked
    assert [each for each in asked if pages[each[0]] != each[1]] == []


def test_fields_are_typed_in_a_whole_face_and_the_print_keeps_its_ligatures(
    form: Path, pdf: pikepdf.Pdf
) -> None:
    faces = {
        str(face.BaseFont).partition("+")[2]: str(name)
        for page in pdf.pages
        for name, face in page.Resources.Font.items()
    }
    typed = {str(widget.DA).split()[-3] for widget in widgets(pdf) if "/DA" in widget}
    assert typed == {"/Wingdings"}, "Chrome types letters of all scripts in faces of that name only"
    assert faces["Broadsheet-Field"] == "/Wingdings"
    assert "after" in {word.text for word in words_of(form)}


def test_a_form_asks_its_viewer_to_draw_what_is_typed(pdf: pikepdf.Pdf) -> None:
    assert pdf.Root.AcroForm.NeedAppearances
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


TYPED = "Їжак, naïve & café"
"""Letters of two scripts, as a class may type them."""


@pytest.fixture(scope="session")
def saved(
    form: Path, pdf: pikepdf.Pdf, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[pikepdf.Pdf]:
    """The form with every field filled in and every button pressed in Chrome's viewer, saved."""
    viewer = pypdfium2.PdfDocument(form)
    viewer.init_forms()
    keys = viewer.formenv
    for number, page in enumerate(pdf.pages):
        shown = viewer[number]
        for widget in widgets_of(page):
            left, low, right, high = (float(edge) for edge in widget.Rect)
            at = (shown, keys, 0, (left + right) / 2, (low + high) / 2)
            press(*at)
            if widget.get("/FT") == "/Tx":
                for letter in TYPED:
                    pdfium.FORM_OnChar(keys, shown, ord(letter), 0)
            pdfium.FORM_ForceToKillFocus(keys)
    file = tmp_path_factory.mktemp("saved") / form.name
    viewer.save(file)
    viewer.close()
    with pikepdf.open(file) as opened:
        yield opened


def press(page: object, keys: object, modifier: int, x: float, y: float) -> None:
    pdfium.FORM_OnMouseMove(keys, page, modifier, x, y)
    pdfium.FORM_OnLButtonDown(keys, page, modifier, x, y)
    pdfium.FORM_OnLButtonUp(keys, page, modifier, x, y)


def test_what_is_typed_and_pressed_in_chromes_viewer_stays_in_the_saved_file(
    saved: pikepdf.Pdf,
) -> None:
    fields = list(saved.Root.AcroForm.Fields)
    assert {str(field.FT) for field in fields} == {"/Tx", "/Btn"}
    for field in fields:
        kept = str(field.get("/V"))
        if field.FT == "/Tx":
            assert kept == TYPED, str(field.T)
        else:
            assert kept not in ("None", "/Off"), str(field.T)


def test_of_a_group_of_buttons_the_last_that_was_pressed_is_chosen(saved: pikepdf.Pdf) -> None:
    (group,) = (field for field in list(saved.Root.AcroForm.Fields) if str(field.T) == "q5")
    states = [str(button.AS) for button in list(group.Kids)]
    assert states[:-1] == ["/Off"] * 4
    assert states[-1] == str(group.V)
