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

    @property
    def millimetres(self) -> tuple[float, float]:
        """Width and height."""
        return (210, 297) if self is Paper.A4 else (215.9, 279.4)
