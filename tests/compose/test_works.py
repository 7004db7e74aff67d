"""How cited works are named by their kinds, and how the notes say when they were read."""

from __future__ import annotations

import pytest

from broadsheet.compose.fact_log import references, tally
from broadsheet.lesson.citation import Citation
from broadsheet.locale.labels import labels_for
from broadsheet.prose.spoken import parted
from broadsheet.reading.dates import PartialDate
from broadsheet.render.html.prose import html_of


def printed(language: str, **keys: str | None) -> str:
    """A work's title, and what it is part of, as the fact log prints them."""
    labels = labels_for(language)
    (work,) = references([(1, Citation.model_validate(keys))], labels).works
    return str(html_of(parted((work.title, work.part_of), labels), labels))


@pytest.mark.parametrize(
    ("kind", "english", "french"),
    [
        (None, "“Bridges”", "« Bridges »"),
        ("book", "<em>Bridges</em>", "<em>Bridges</em>"),
        ("periodical", "<em>Bridges</em>", "<em>Bridges</em>"),
        ("chapter", "“Bridges”", "« Bridges »"),
        ("article", "“Bridges”", "« Bridges »"),
        ("case", "Bridges", "Bridges"),
        ("law", "Bridges", "Bridges"),
        ("resolution", "Bridges", "Bridges"),
        ("statement", "Bridges", "Bridges"),
        ("data", "Bridges", "Bridges"),
        ("page", "“Bridges”", "« Bridges »"),
    ],
)
def test_a_title_is_printed_as_its_kind_is(kind: str | None, english: str, french: str) -> None:
    assert printed("en", title="Bridges", kind=kind) == english
    said = printed("fr", title="Bridges", kind=kind)
    assert said.replace("\u202f", " ").replace("\u00a0", " ") == french


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "Muller v. Oregon"), ("fr", "Dupont c. Durand"), ("de", "Meier gegen Schulze")],
)
def test_the_parties_of_a_case_are_slanted(language: str, title: str) -> None:
    assert printed(language, title=title, kind="case") == f"<em>{title}</em>"


def test_a_judgment_that_is_named_by_its_day_takes_no_marks() -> None:
    said = printed("de", title="Urteil vom 15. Oktober 2025", kind="case")
    assert said == "Urteil vom 15. Oktober 2025"


@pytest.mark.parametrize("kind", ["article", "chapter"])
def test_what_a_work_is_part_of_is_slanted(kind: str) -> None:
    said = printed("en", title="Bridges", kind=kind, part_of="The Gazette")
    assert said == "“Bridges”, <em>The Gazette</em>"


@pytest.mark.parametrize("kind", ["book", "periodical"])
def test_a_language_with_marks_for_titles_sets_what_is_whole_in_them(kind: str) -> None:
    assert printed("zh-Hans", title="桥", kind=kind) == "《桥》"


def test_a_language_with_marks_for_titles_sets_both_an_article_and_its_newspaper_in_them() -> None:
    assert printed("zh-Hans", title="桥", kind="article", part_of="日报") == "《桥》，《日报》"


def test_a_latin_title_is_still_slanted_among_words_from_right_to_left() -> None:
    said = printed("ar", title="Bridges", kind="book")
    assert said == '<em><bdi dir="ltr">Bridges</bdi></em>'


def works(*checked: str | None) -> list[Citation]:
    return [
        Citation.model_validate({"title": f"Work {number}", "checked": day})
        for number, day in enumerate(checked, 1)
    ]


def told(*checked: str | None) -> list[bool]:
    """Which works' days the fact log tells."""
    log = references(list(enumerate(works(*checked), 1)), labels_for("en"))
    assert log.tells_days == any(work.stands_out for work in log.works)
    return [work.stands_out for work in log.works]


MOST, OTHER, AGAIN = "2026-11-26", "2026-11-25", "to be re-checked"


def test_the_log_tells_a_day_only_where_it_is_not_the_usual_one() -> None:
    assert told(MOST, OTHER, MOST, AGAIN, None) == [False, True, False, True, True]


def test_the_log_tells_no_days_where_all_are_the_same() -> None:
    assert told(MOST, MOST) == [False, False]
    assert told(AGAIN, AGAIN) == [False, False]


def test_works_are_counted_by_whether_somebody_read_them() -> None:
    counted = tally(works(MOST, OTHER, AGAIN, None))
    assert counted is not None
    assert (counted.cited, counted.read, counted.waiting) == (4, 2, 2)
    assert counted.first == PartialDate(2026, 11, 25)
    assert counted.last == PartialDate(2026, 11, 26)
    assert tally([]) is None


@pytest.mark.parametrize(
    ("language", "last", "written"),
    [
        ("en", PartialDate(2026, 11, 26), "25–26 November 2026"),
        ("fr", PartialDate(2026, 11, 26), "25–26 novembre 2026"),
        ("de", PartialDate(2026, 11, 26), "25.–26. November 2026"),
        ("es", PartialDate(2026, 11, 26), "25–26 de noviembre de 2026"),
        ("zh-Hans", PartialDate(2026, 11, 26), "2026年11月25日至26日"),
        ("en", PartialDate(2026, 11, 25), "25 November 2026"),
        ("en", PartialDate(2026, 12), "25 November 2026 – December 2026"),
    ],
)
def test_days_are_written_as_a_language_writes_a_span(
    language: str, last: PartialDate, written: str
) -> None:
    said = labels_for(language).days(PartialDate(2026, 11, 25), last)
    assert said.replace("\u2009", "").replace("\u202f", " ").replace("\u00a0", " ") == written
