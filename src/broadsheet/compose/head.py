"""The school's head on a worksheet: logo, name and words of its own."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.school.settings import School


@dataclass(frozen=True, slots=True)
class Head:
    """What a school prints above its worksheets."""

    school: str
    words: str
    logo: str
    """Path of the logo from the settings' folder, or nothing."""


def head_of(school: School) -> Head | None:
    """Give the head, or nothing where the settings name neither school, logo nor words."""
    settings = school.settings
    if not (settings.school or settings.header or settings.logo):
        return None
    return Head(settings.school or "", settings.header or "", settings.logo or "")
