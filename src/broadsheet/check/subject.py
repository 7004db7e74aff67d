"""What a check looks at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from broadsheet.check.printed import Printed, printed
from broadsheet.excerpt.numbered import NumberedExcerpt, numbered
from broadsheet.lesson.models import Lesson
from broadsheet.lesson.prose import ProseValue, prose_values
from broadsheet.school.limits import DEFAULTS, Limits
from broadsheet.source.at_hand import AtHand, sources_of


@dataclass(frozen=True)
class Subject:
    """A lesson with what can be worked out from it, the folder it lies in, and the day."""

    lesson: Lesson
    folder: Path
    today: date
    """The day on which a fact's last check counts as old or not."""
    limits: Limits = DEFAULTS

    @cached_property
    def excerpts(self) -> dict[str, NumberedExcerpt]:
        """The numbered excerpts by label."""
        return numbered(self.lesson)

    @cached_property
    def sources(self) -> dict[str, AtHand]:
        """What is at hand of the sources, by label."""
        return sources_of(self.lesson, self.folder)

    @cached_property
    def printed(self) -> tuple[Printed, ...]:
        """All that is printed."""
        return tuple(printed(self.lesson))

    @cached_property
    def prose(self) -> tuple[ProseValue, ...]:
        """Every piece of prose."""
        return tuple(prose_values(self.lesson))
