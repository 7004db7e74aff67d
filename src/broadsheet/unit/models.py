"""The unit format, version 1: lessons in an order, with an introduction."""

from __future__ import annotations

from pydantic import Field

from broadsheet.lesson.models import FormatVersion
from broadsheet.reading.strict import Strict
from broadsheet.reading.values import LanguageTag, LessonPath, Text, UnitProse


class Unit(Strict):
    """Lessons in the order in which a class reads them, bound into two booklets."""

    broadsheet: FormatVersion
    """Version of the format: `1`."""
    title: Text
    """Title of the unit, printed on the cover."""
    language: LanguageTag
    """Language of the cover, the contents and the labels; each lesson keeps its own."""
    level: Text
    """For whom, printed as it stands: `Grades 9–12`."""
    summary: Text
    """One sentence, printed under the title."""
    introduction: UnitProse
    """What the student reads before the first lesson."""
    for_teachers: UnitProse | None = None
    """What only the teacher reads: why this order, how the lessons build on each other."""
    lessons: list[LessonPath] = Field(min_length=1, max_length=40)
    """The lessons in order, each as its path from this file, such as `../my-lesson.yaml`."""
