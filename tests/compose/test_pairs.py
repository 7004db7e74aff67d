"""The notes of a pair speak of two pieces."""

from __future__ import annotations

import re
from pathlib import Path

from broadsheet.compose.setting import Setting
from broadsheet.compose.teacher_notes import teacher_notes
from broadsheet.lesson.load import load
from broadsheet.render.html.templates import to_html
from broadsheet.render.manuscript import plain
from broadsheet.theme.look import Look

LESSONS = Path(__file__).parents[2] / "lessons"


def headings(name: str) -> str:
    """The headings of a lesson's notes, and what stands below those of its facts."""
    lesson = load(LESSONS / f"{name}.yaml").lesson
    assert lesson is not None
    html = to_html(plain(teacher_notes(Setting.of(lesson, {}))), Look())
    return "\n".join(re.findall(r"<h2>.*?</h2>|<p class=\"intro\">.*?</p>", html))


def test_the_notes_of_a_pair_say_what_the_pieces_leave_out_and_get_right() -> None:
    said = headings("votes-for-women-1915")
    for words in ("the pieces leave out", "after both pieces were published", "pieces get right"):
        assert words in said
    assert "the piece " not in said


def test_the_notes_of_one_text_speak_of_one_piece() -> None:
    said = headings("phase-2-begins")
    assert "What the piece leaves out" in said
    assert "piece gets right" in said
    assert "pieces" not in said
