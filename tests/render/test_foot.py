"""The foot of a page names document and title on one line, and says no word that is not there."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.conftest import ROOT
from tests.tag_tree import tag_tree

from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.render.pdf.foot import one_line, shortened
from broadsheet.school.paper import Paper
from broadsheet.text.graphemes import joined_at
from broadsheet.theme import OURS

ISOLATES = str.maketrans("", "", "\u2068\u2069")
LONG = "What makes a fact a fact, and a myth a myth, and who is to say which of the two it is? " * 3
TITLES = {
    "words": LONG.strip(),
    "one word": "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung" * 4,
    "no blanks": "何が事実で、何が作り話か、そして誰がそれを決めるのか" * 8,
    "right to left": "بماذا تَعِد المجلة قرّاءها، وكيف نعرف أنها وفت؟ " * 5,
    "wide signs": "﷽ ﷺ " * 20,
}


@given(
    st.lists(st.text(min_size=1), min_size=1, max_size=3),
    st.integers(min_value=0, max_value=80),
)
def test_a_shortened_foot_fits_if_any_does_and_each_part_begins_as_typed(
    parts: list[str], most: int
) -> None:
    line = one_line(parts, lambda text: len(text.translate(ISOLATES)) <= most)

    shortest = " · ".join(min(" ".join(part.split()), "…", key=len) for part in parts)
    assert len(line.translate(ISOLATES)) <= most or len(shortest) > most
    shown = line.translate(ISOLATES).split(" · ") if "·" not in "".join(parts) else []
    for part, typed in zip(shown, parts, strict=False):
        whole = " ".join(typed.split()).translate(ISOLATES)
        assert part == whole or whole.startswith(part.removesuffix("…"))


@given(st.text(), st.integers(min_value=0, max_value=20))
def test_a_title_is_never_cut_between_a_letter_and_its_marks(title: str, most: int) -> None:
    kept = shortened(title, most).translate(ISOLATES)
    whole = title.translate(ISOLATES)
    assert kept in (whole, "…") or not joined_at(title, len(kept) - 1)


def test_a_title_is_cut_between_words_and_without_the_sign_that_leads_on() -> None:
    assert shortened("What is a fact, and what a myth?", 17).translate(ISOLATES) == (
        "What is a fact…"
    )


def test_only_what_is_too_long_is_shortened() -> None:
    line = one_line(
        ["Worksheet · large print", "How can we know?", "Reading"], lambda text: len(text) < 50
    ).translate(ISOLATES)
    assert line == "Worksheet · large print · How can we… · Reading"


def test_no_style_lets_the_engine_put_an_ellipsis_for_words_that_it_still_has() -> None:
    styles, modules = OURS.rglob("*.css"), (OURS.parent / "render").rglob("*.py")
    styling = {file.name: file.read_text("utf-8") for file in (*styles, *modules)}
    assert {"base.css", "foot.py"} <= set(styling)
    assert [name for name, text in styling.items() if "text-overflow" in text] == []


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_the_foot_of_a_title_too_long_for_it_is_one_line_and_reads_as_printed(
    title: str, tmp_path: Path, clean_lesson: str
) -> None:
    lesson = tmp_path / "lesson.yaml"
    text = clean_lesson.replace("Who pays for the bridge?", title)
    if title == TITLES["right to left"]:
        text = text.replace("language: en", "language: ar")
    lesson.write_text(text, "utf-8")

    report = build(Request([lesson], tmp_path, date(2026, 11, 23), [Paper.LETTER], ["large-print"]))

    assert len(report.written) == 2
    for pdf in report.written:
        printed = subprocess.run(
            ["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True, text=True
        ).stdout
        read = tag_tree(pdf).words()
        assert printed.count("…") - read.count("…") >= printed.count("\f"), "one in each foot"
        assert printed.count("[…]") == read.count("[…]") > 0 or "language: ar" in text


def test_every_cut_of_a_large_sheet_reads_as_a_cut(tmp_path: Path) -> None:
    lesson = ROOT / "lessons" / "open-source-in-government-2016.yaml"
    request = Request([lesson], tmp_path, date(2026, 11, 23), [Paper.LETTER], ["large-print-24"])
    sheet = next(pdf for pdf in build(request).written if "worksheet" in pdf.name)

    inside = set(re.findall(r"\[[^\]]*\]", tag_tree(sheet).words()))

    assert "[…]" in inside
    assert not any("myth" in words for words in inside)
