"""Fixes change the words they are about, and not one byte more."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.collection.judging import judge
from broadsheet.lesson.load import Loaded, load
from broadsheet.reading.document import Span
from broadsheet.reading.fix import Fix, fixes, mend, mended

Load = Callable[[str | bytes], Loaded]


def wanted(loaded: Loaded) -> tuple[Fix, ...]:
    assert loaded.document is not None
    return fixes(loaded.document, judge(loaded, date(2026, 1, 1)).findings)


def mend_file(file: Path) -> tuple[Fix, ...]:
    loaded = load(file)
    assert loaded.document is not None
    return mend(loaded.document, judge(loaded, date(2026, 1, 1)).findings)


def changed(lesson: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in lesson
        lesson = lesson.replace(old, new)
    return lesson


def pairs(fixes: tuple[Fix, ...]) -> list[tuple[int, str, str]]:
    return [(fix.line, fix.old, fix.new) for fix in fixes]


def test_a_misspelt_key_is_mended(load_lesson: Load, clean_lesson: str) -> None:
    assert pairs(wanted(load_lesson(changed(clean_lesson, ("title: Who", "tittle: Who"))))) == [
        (2, "tittle", "title")
    ]


def test_a_misspelt_citation_in_prose_is_mended(load_lesson: Load, clean_lesson: str) -> None:
    loaded = load_lesson(changed(clean_lesson, ("[@minutes-1924]", "[@minuets-1924]")))

    assert [(old, new) for _, old, new in pairs(wanted(loaded))] == [
        ("@minuets-1924", "@minutes-1924")
    ]


def test_a_misspelt_fact_of_a_question_is_mended(load_lesson: Load, clean_lesson: str) -> None:
    loaded = load_lesson(changed(clean_lesson, ("[minutes-1924]", "[minute-1924]")))

    assert [(old, new) for _, old, new in pairs(wanted(loaded))] == [
        ("minute-1924", "minutes-1924")
    ]


def test_another_year_is_another_fact(load_lesson: Load, clean_lesson: str) -> None:
    loaded = load_lesson(changed(clean_lesson, ("[@minutes-1924]", "[@minutes-1925]")))

    assert wanted(loaded) == ()


def test_a_key_in_quotation_marks_keeps_them(tmp_path: Path, clean_lesson: str) -> None:
    file = tmp_path / "lesson.yaml"
    file.write_text(changed(clean_lesson, ("summary:", "'sumary':")), "utf-8")

    mend_file(file)

    assert file.read_text("utf-8") == changed(clean_lesson, ("summary:", "'summary':"))


def test_no_key_comes_to_stand_twice(load_lesson: Load, clean_lesson: str) -> None:
    beside = changed(clean_lesson, ("summary:", "summry: One.\nsummary:"))
    both = changed(clean_lesson, ("summary:", "summry: One.\nsumary:"))

    assert wanted(load_lesson(beside)) == ()
    assert wanted(load_lesson(both)) == ()


def test_words_that_an_alias_uses_elsewhere_are_left(load_lesson: Load, clean_lesson: str) -> None:
    ask = "    - ask: What does ((so-called)) do?\n      answer: It casts doubt on the experts.\n"
    lesson = changed(
        clean_lesson,
        (ask, ask.replace("- ask", "- &again\n      aks")),
        ("  omissions:\n", "  omissions:\n    - *again\n"),
    )

    assert wanted(load_lesson(lesson)) == ()


def test_an_anchor_is_not_lost(tmp_path: Path, clean_lesson: str) -> None:
    file = tmp_path / "lesson.yaml"
    file.write_text(changed(clean_lesson, ("summary:", "&short sumary:")), "utf-8")

    mend_file(file)

    assert file.read_text("utf-8") == changed(clean_lesson, ("summary:", "&short summary:"))


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_all_else_in_the_file_stays_byte_for_byte(
    tmp_path: Path, clean_lesson: str, mark: bytes, end: bytes
) -> None:
    right = clean_lesson.replace("level:", "# a comment, with a tab\t and blanks  \nlevel:")
    wrong = changed(right, ("title: Who", "tittle: Who"), ("[@minutes-1924]", "[@minuets-1924]"))
    file = tmp_path / "lesson.yaml"
    file.write_bytes(mark + wrong.encode().replace(b"\n", end))

    assert len(mend_file(file)) == 2
    assert file.read_bytes() == mark + right.encode().replace(b"\n", end)


def test_a_file_without_fixes_is_not_touched(tmp_path: Path, clean_lesson: str) -> None:
    file = tmp_path / "lesson.yaml"
    file.write_text(clean_lesson, "utf-8")
    os.utime(file, (1, 1))
    before = file.stat()

    assert mend_file(file) == ()
    assert (file.stat().st_ino, file.stat().st_mtime) == (before.st_ino, before.st_mtime)


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links and modes")
def test_a_link_stays_a_link_and_the_mode_is_kept(tmp_path: Path, clean_lesson: str) -> None:
    file, link = tmp_path / "lesson.yaml", tmp_path / "link.yaml"
    file.write_text(changed(clean_lesson, ("summary:", "sumary:")), "utf-8")
    file.chmod(0o640)
    link.symlink_to(file)

    assert mend_file(link)
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640
    assert "summary:" in file.read_text("utf-8")


def test_a_file_that_changed_since_it_was_read_is_left(tmp_path: Path, clean_lesson: str) -> None:
    file = tmp_path / "lesson.yaml"
    file.write_text(changed(clean_lesson, ("summary:", "sumary:")), "utf-8")
    loaded = load(file)
    assert loaded.document is not None
    file.write_text("# Rewritten meanwhile.\n", "utf-8")

    assert mend(loaded.document, judge(loaded, date(2026, 1, 1)).findings) == ()
    assert file.read_text("utf-8") == "# Rewritten meanwhile.\n"


@st.composite
def _text_with_fixes(draw: st.DrawFn) -> tuple[str, list[Fix]]:
    parts = draw(st.lists(st.tuples(st.text(), st.text(), st.text()), max_size=6))
    text, found = "", []
    for before, old, new in parts:
        start = len(text) + len(before)
        found.append(Fix(1, Span(start, start + len(old)), old, new))
        text += before + old
    return text + draw(st.text()), found


@given(_text_with_fixes())
def test_a_mended_text_differs_in_the_replaced_spans_alone(
    drawn: tuple[str, list[Fix]],
) -> None:
    text, found = drawn
    result, shift, done = mended(text, found), 0, 0
    for fix in found:
        assert result[done + shift : fix.span.start + shift] == text[done : fix.span.start]
        start = fix.span.start + shift
        assert result[start : start + len(fix.new)] == fix.new
        shift += len(fix.new) - len(fix.old)
        done = fix.span.end
    assert result[done + shift :] == text[done:]


SLIPS = st.sampled_from(["title", "level", "summary", "objectives", "questions", "facts", "notes"])


@given(key=SLIPS, at=st.integers(0, 20), letter=st.sampled_from("qxz"), end=st.sampled_from("\n\r"))
def test_whatever_letter_slips_into_a_key_the_lesson_comes_back_as_it_was(
    load_lesson: Load,
    lesson_file: Path,
    clean_lesson: str,
    key: str,
    at: int,
    letter: str,
    end: str,
) -> None:
    right = clean_lesson.replace("\n", "\r\n" if end == "\r" else "\n")
    slip = key[: at % (len(key) + 1)] + letter + key[at % (len(key) + 1) :]
    old = f"\n{key}:"
    assert right.count(old) == 1
    load_lesson(right.replace(old, f"\n{slip}:"))

    mend_file(lesson_file)

    assert lesson_file.read_bytes() == right.encode()
