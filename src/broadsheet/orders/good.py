"""Lessons and units that were read and judged, and that documents can be made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from broadsheet.lesson.load import Loaded
    from broadsheet.lesson.models import Lesson
    from broadsheet.school.settings import School
    from broadsheet.source.at_hand import AtHand
    from broadsheet.unit.load import LoadedUnit
    from broadsheet.unit.models import Unit


@dataclass(frozen=True)
class GoodLesson:
    """A lesson without errors, and the school that it is made for."""

    loaded: Loaded
    school: School
    questions: tuple[int, ...] = ()
    """Numbers of the questions that are asked, where a choice was made."""

    @property
    def file(self) -> Path:
        """Its file; images come from its folder."""
        return self.loaded.file

    @property
    def slug(self) -> str:
        """What its documents are named after."""
        return self.loaded.slug

    @cached_property
    def lesson(self) -> Lesson:
        """The lesson itself, asking the questions that were chosen.

        Raises ValueError for one that could not be read.
        """
        if self.loaded.lesson is None:
            raise ValueError(f"{self.file} is no lesson that documents are made of")
        if not self.questions:
            return self.loaded.lesson
        from broadsheet.lesson.choice import asking

        return asking(self.loaded.lesson, self.questions)

    @cached_property
    def sources(self) -> dict[str, AtHand]:
        """What is at hand of its sources, by label."""
        from broadsheet.source.at_hand import sources_of

        return sources_of(self.lesson, self.file.parent)


@dataclass(frozen=True)
class GoodUnit:
    """A unit without errors, with its lessons in order."""

    loaded: LoadedUnit
    school: School
    lessons: tuple[GoodLesson, ...]

    @property
    def file(self) -> Path:
        """Its file; images of its own prose come from its folder."""
        return self.loaded.file

    @property
    def slug(self) -> str:
        """What its booklets are named after."""
        return self.loaded.slug

    @property
    def unit(self) -> Unit:
        """The unit itself. Raises ValueError for one that could not be read."""
        if self.loaded.unit is None:
            raise ValueError(f"{self.file} is no unit that booklets are made of")
        return self.loaded.unit
