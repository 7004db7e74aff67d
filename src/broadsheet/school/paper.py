"""The papers that documents are set for."""

from enum import Enum


class Paper(Enum):
    """A size of paper; its value is the name used on the command line and in file names."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def css(self) -> str:
        """The size as CSS names it."""
        return "A4" if self is Paper.A4 else "letter"
