"""Addresses of what travels with a manuscript: no domain of these can exist."""

from __future__ import annotations

from typing import Final

THEME: Final = "https://theme.invalid/"
"""Base address of the theme's files; the domain can't exist, and no request ever leaves."""
LESSON: Final = "https://lesson.invalid/"
"""Base address of the images in the lesson's prose."""
SCHOOL: Final = "https://school.invalid/"
"""Base address of the school's logo."""
