"""Folders of documents whose lesson is gone are named, and only those that are surely ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.making.orphans import left_over


def make(output: Path, *names: str) -> None:
    for name in names:
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_bytes(b"%PDF")


@pytest.mark.parametrize(
    "names",
    [
        ("old/old-worksheet-a4.pdf", "old/notes-of-my-own.pdf"),
        ("old/worksheet.pdf",),
        ("old/older-worksheet-a4.pdf",),
        ("old/old-worksheet-a4.pdf", "old/more/old-worksheet-a4.pdf"),
        ("old/old-worksheet-a3.pdf",),
    ],
)
def test_a_folder_with_anything_else_in_it_is_not_taken_for_ours(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    make(tmp_path / "output", *names)
    assert left_over(tmp_path / "output", []) == ()


def test_every_document_of_ours_is_known(tmp_path: Path) -> None:
    make(
        tmp_path / "output",
        "old/old-worksheet-a4.pdf",
        "old/old-worksheet-large-print-24-letter.pdf",
        "old/old-teacher-notes-letter.pdf",
        "old/.DS_Store",
        "course/course-student-booklet-a4.pdf",
        "course/course-teacher-booklet-a4.pdf",
    )
    found = [folder.name for folder in left_over(tmp_path / "output", [])]
    assert found == ["course", "old"]


def test_a_lesson_anywhere_under_the_outputs_own_folder_keeps_its_documents(tmp_path: Path) -> None:
    make(tmp_path / "output", "old/old-worksheet-a4.pdf")
    (tmp_path / "drafts" / "spring").mkdir(parents=True)
    (tmp_path / "drafts" / "spring" / "old.YML").write_text("", "utf-8")
    assert left_over(tmp_path / "output", []) == ()


def test_an_empty_folder_and_no_folder_are_nothing(tmp_path: Path) -> None:
    assert left_over(tmp_path / "output", []) == ()
    (tmp_path / "output" / "old").mkdir(parents=True)
    assert left_over(tmp_path / "output", []) == ()
