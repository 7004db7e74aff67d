"""One document to be made, and the making of it: compose, then render."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from broadsheet.lesson.models import Lesson
from broadsheet.render.paper import Paper


@dataclass(frozen=True, slots=True)
class Order:
    """A document to be made of a lesson."""

    lesson: Lesson
    file: Path
    """The lesson's file; images come from its folder."""
    document: str
    """`worksheet` or `teacher-notes`."""
    paper: Paper
    target: Path


def render(order: Order) -> bytes:
    """Make an order's PDF."""
    from broadsheet.compose.setting import Setting
    from broadsheet.compose.teacher_notes import teacher_notes
    from broadsheet.compose.worksheet import worksheet
    from broadsheet.render.engine import to_pdf

    setting = Setting.of(order.lesson, {})
    compose = worksheet if order.document == "worksheet" else teacher_notes
    return to_pdf(compose(setting), order.file.parent, order.paper)
