"""Which paragraphs a core sheet shows: those that hold words which its questions quote."""

from __future__ import annotations

from collections.abc import Mapping

from broadsheet.excerpt.numbered import NumberedExcerpt
from broadsheet.excerpt.quotation import Quotation, marks, prove
from broadsheet.lesson.models import Lesson
from broadsheet.lesson.prose import prose_values


def core_paragraphs(
    lesson: Lesson, excerpts: Mapping[str, NumberedExcerpt]
) -> set[tuple[str, int]]:
    """The paragraphs that core questions quote, each by its text's label and its index."""
    asked = {each.path for each in lesson.questions.numbered() if each.question.core}
    quoted = [
        proved
        for value in prose_values(lesson)
        if value.path[0] == "questions" and value.path[3] in ("ask", "choices")
        if value.path[:3] in asked
        for mark in marks(value.text)
        if isinstance(proved := prove(mark, excerpts), Quotation)
    ]
    return {
        (label, line.paragraph)
        for label, excerpt in excerpts.items()
        for line in excerpt.lines
        for quotation in quoted
        if quotation.label == label
        if quotation.first_line <= line.number <= quotation.last_line
    }
