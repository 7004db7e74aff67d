"""A document is a composer and a row, a format a module and a row; nothing else need be told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from tests.render.on_page import words_of

from broadsheet.compose.document import Composed
from broadsheet.locale.labels import labels_for
from broadsheet.making.asked import Misasked, may_be_laid_out, misasked
from broadsheet.making.begin import NotBegunError
from broadsheet.orders.order import Document, Format, Order, Whole
from broadsheet.orders.request import Request
from broadsheet.orders.table import TABLE, Table
from broadsheet.recipes.build import build
from broadsheet.render.workers.run import stop

TODAY = date(2026, 11, 23)
FORMAT = """
from broadsheet.render.renderer import Rendered

def render(manuscript):
    document = manuscript.document
    riddles = [each for section in document.sections for each in getattr(section, "riddles", ())]
    lines = [document.title, *riddles, f"paper: {manuscript.paper}"]
    return Rendered("\\n".join(lines).encode())
"""
TEMPLATE = """
<html lang="en"><title>{{ title }}</title><body><h1>{{ title }}</h1>
{% for riddle in sections[0].riddles %}<p>{{ riddle }}</p>{% endfor %}</body></html>
"""


@dataclass(frozen=True)
class Riddles:
    """The one kind of section of a document for the last five minutes."""

    riddles: tuple[str, ...]


def riddles(order: Order) -> Composed:
    lesson = order.of_lesson.lesson
    asked = tuple(f"Who wrote for {source.outlet}?" for source in lesson.texts.values())
    labels = labels_for(lesson.language)
    return Composed("riddles", labels, lesson.title, lesson.summary, (Riddles(asked),))


PDF = next(form for form in TABLE.formats if form.name == "pdf")
TOYS = Table(
    (*TABLE.documents, Document("riddles", Whole.LESSON, riddles, is_made_unasked=False)),
    (PDF, Format("txt", "toy_format", on_paper=False)),
)


@pytest.fixture
def lesson(tmp_path: Path, clean_lesson: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A lesson, a theme with a template for riddles, and a format where packages are found."""
    for name, text in {
        "bridge.yaml": clean_lesson,
        "broadsheet.yaml": "theme: look\n",
        "look/templates/riddles.html": TEMPLATE,
        "look/styles/riddles.css": "h1 { font-size: 20pt; }",
        "packages/toy_format.py": FORMAT,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.syspath_prepend(tmp_path / "packages")
    stop()  # the processes that are running were started before there was such a package
    yield tmp_path / "bridge.yaml"
    stop()


def made(lesson: Path, **asked: list[str]) -> dict[str, Path]:
    request = replace(Request([lesson], lesson.parent / "output", TODAY), **asked)  # type: ignore[arg-type]
    report = build(request, table=TOYS)
    assert [each for each in report.findings if each.severity == "error"] == []
    return {path.name: path for path in report.written}


def test_a_new_document_and_a_new_format_are_built_to_files(lesson: Path) -> None:
    files = made(lesson, documents=["riddles"], formats=["pdf", "txt"])
    assert files.keys() == {"bridge-riddles-a4.pdf", "bridge-riddles.txt"}
    assert files["bridge-riddles.txt"].read_text("utf-8").splitlines()[1:] == [
        "Who wrote for The Harbour Gazette?",
        "paper: None",
    ]
    assert "riddles.html" not in files["bridge-riddles-a4.pdf"].name
    assert "Gazette?" in [word.text for word in words_of(files["bridge-riddles-a4.pdf"])]


def test_a_new_format_makes_every_document_in_every_edition(lesson: Path) -> None:
    files = made(lesson, formats=["txt"], editions=["standard", "core"])
    assert files.keys() == {
        "bridge-teacher-notes.txt",
        "bridge-worksheet.txt",
        "bridge-worksheet-core.txt",
    }


def test_what_is_new_is_not_made_unasked(lesson: Path) -> None:
    assert made(lesson).keys() == {"bridge-teacher-notes-a4.pdf", "bridge-worksheet-a4.pdf"}


@pytest.mark.parametrize(
    ("formats", "laid_out"),
    [([], True), (["txt"], False), (["txt", "pdf"], True), (["all"], True)],
)
def test_libraries_that_lay_out_are_asked_for_only_where_pages_may_be(
    lesson: Path, formats: list[str], laid_out: bool
) -> None:
    request = Request([lesson], lesson.parent / "output", TODAY, formats=formats)
    assert may_be_laid_out(request, TOYS) is laid_out


def test_all_means_every_document_and_every_format(lesson: Path) -> None:
    files = made(lesson, documents=["all"], formats=["all"])
    assert files.keys() == {
        f"bridge-{row.name}{'-a4' if form.on_paper and row.has_papers else ''}{form.suffix}"
        for row in TOYS.documents
        if row.of is Whole.LESSON
        for form in TOYS.formats
        if form.makes(row)
    }


def test_a_format_makes_the_documents_that_it_is_for_under_its_own_ending(lesson: Path) -> None:
    cards = Document("cards", Whole.LESSON, riddles, is_made_unasked=False, formats=("deck",))
    deck = Format("deck", "toy_format", on_paper=False, ending="deck.txt", documents=("cards",))
    leaf = Format("leaf", "toy_format", on_paper=False, has_forms=False)
    table = Table((*TOYS.documents, cards), (*TOYS.formats, deck, leaf))

    def files(**asked: list[str]) -> set[str]:
        request = replace(Request([lesson], lesson.parent / "output", TODAY), **asked)  # type: ignore[arg-type]
        return {path.name for path in build(request, table=table).written}

    assert files(formats=["deck"]) == {"bridge-cards.deck.txt"}
    assert files(formats=["leaf"], documents=["riddles"]) == {"bridge-riddles.leaf"}
    with pytest.raises(NotBegunError, match="the document cards can't be made as leaf"):
        files(formats=["leaf"], documents=["cards", "riddles"])
    assert files(formats=["leaf"], documents=["worksheet"], editions=["core", "fillable"]) == {
        "bridge-worksheet-core.leaf"
    }


def test_a_document_that_no_format_asked_for_makes_is_told_before_anything_is_read() -> None:
    deck = Format("deck", "toy_format", on_paper=False, documents=("riddles",))
    table = Table(TOYS.documents, (*TOYS.formats, deck))

    def told(*formats: str) -> Misasked | None:
        files = [Path("bridge.yaml")]
        asked = Request(files, Path("output"), TODAY, documents=["slides"], formats=formats)
        return misasked(asked, table)

    assert told("deck") == Misasked(
        "document", "the document slides can't be made as deck", "it is made as pdf, txt"
    )
    assert told("deck", "txt") is None
    assert told() is None
    cards = Document("slides", Whole.LESSON, riddles, formats=("deck",))
    table = Table((cards,), table.formats)
    unasked = told()
    assert unasked
    assert unasked.why == "the document slides can't be made as pdf"
