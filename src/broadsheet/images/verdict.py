"""Whether some bytes are an image that can be printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

MAX_BYTES: Final = 20 * 1024 * 1024
"""Largest file of an image, in bytes."""
MAX_PIXELS: Final = 20_000_000
"""Largest image that is typeset, in pixels; a decoded pixel takes up to four bytes."""


class Fault(Enum):
    """Why an image can't be printed."""

    KIND = "it is something else"
    BROKEN = "it can't be read to its end"
    TOO_LARGE = "it is larger than may be typeset"
    LEADS_OUT = "it wants to read something besides itself"


@dataclass(frozen=True, slots=True)
class Picture:
    """An image that can be printed."""

    media_type: str
    """What the layout engine is to take it for, such as `image/png`."""
    data: bytes
    """What is printed: the file itself, or the same picture in a form that can be embedded."""


@dataclass(frozen=True, slots=True)
class Unprintable:
    """An image that can't be printed, and why."""

    fault: Fault
    reason: str
    """To be read after the file's name: “is a TIFF image”."""
    remedy: str
