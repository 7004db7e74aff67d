"""What our processes do for a document, done in this one: the same bytes, and every fault is told.

Lines that make files are counted here; what processes of their own run is not.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.printed import OTHERS, ROOMS, ROOT, TODAY, UNITS, orders_of
from tests.render.test_workers import notice

from broadsheet.collection.read import read_collection
from broadsheet.orders.composing import manuscript_of
from broadsheet.orders.ordering import orders
from broadsheet.orders.request import Request
from broadsheet.orders.table import TABLE
from broadsheet.plain import unpack
from broadsheet.render.manuscript import Job, written
from broadsheet.render.workers.attempt import attempt
from broadsheet.render.workers.run import Done, run
from broadsheet.school.paper import Paper
from broadsheet.theme.look import look_of

PAIR, ARABIC, PICTURE = (
    ROOT / "lessons" / f"{name}.yaml"
    for name in (
        "votes-for-women-1915",
        "al-muqtabas-1906",
        "diagram-of-mortality-1858",
    )
)
EDITIONS = ("supported", "large-print")


@pytest.mark.parametrize(
    ("lesson", "document"),
    [
        (ROOMS, "worksheet-a4"),
        (ROOMS, "worksheet-fillable-a4"),
        (ROOMS, "worksheet-supported-letter"),
        (ROOMS, "worksheet-large-print-24-a4"),
        (ROOMS, "teacher-notes-a4"),
        (PAIR, "worksheet-dyslexia-friendly-a4"),
        (ARABIC, "worksheet-fillable-a4"),
        (OTHERS[0], "worksheet-core-a4"),
        (UNITS[0], "student-booklet-letter"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.stem,
)
def test_a_document_has_the_same_bytes_as_one_that_a_process_of_its_own_has_made(
    printed: Path, lesson: Path, document: str
) -> None:
    order = orders_of(lesson, printed)[f"{lesson.stem}-{document}.pdf"]
    answer, goes_on = attempt(written(Job(order.format.renderer, manuscript_of(order, look_of))))
    assert goes_on
    assert unpack(answer).data == order.target.read_bytes()


@pytest.mark.parametrize("form", [form.name for form in TABLE.formats if form.name != "pdf"])
def test_a_file_of_every_other_format_is_the_same_wherever_it_is_made(
    tmp_path: Path, form: str
) -> None:
    files = [ROOMS, ARABIC, PICTURE]
    documents = ["worksheet"] if form == "epub" else ["all"]  # a cover is laid out for each book
    asked = Request(files, tmp_path, TODAY, [Paper.A4], EDITIONS, documents, [form])
    wanted, _ = orders(read_collection(files, TODAY).good_lessons, asked)
    jobs = {
        order.target.name: written(Job(order.format.renderer, manuscript_of(order, look_of)))
        for order in wanted
    }
    elsewhere = {done.key: done.answer for done in run(jobs.items()) if isinstance(done, Done)}
    assert elsewhere
    assert elsewhere == {name: attempt(job)[0] for name, job in jobs.items()}


def test_a_fault_of_the_theme_is_told_with_its_place() -> None:
    answer, goes_on = attempt(written(notice("faulty")))
    told = unpack(answer)
    assert not goes_on
    assert (told.file, told.line) == ("templates/notice.html", 2)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        ("MemoryError", "it needs more than 2 GiB of memory"),
        ("RecursionError", "its Markdown is nested too deeply"),
        ("ZeroDivisionError('nobody thought of it')", "nobody thought of it"),
        ("KeyError", "KeyError"),
    ],
)
def test_whatever_else_befalls_a_renderer_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: str, reason: str
) -> None:
    name = f"toy_{error.partition('(')[0].lower()}"
    (tmp_path / f"{name}.py").write_text(f"def render(_):\n    raise {error}\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    answer, goes_on = attempt(written(Job(name, notice("a").manuscript)))
    assert not goes_on
    assert unpack(answer).reason == reason
