"""Lines that are as full as they can be, where something inline stands within them.

Pango lets the blank at the end of a line stand outside of it, and takes a line that is wider by a
hair. WeasyPrint takes neither from Pango where more follows on the line: it then ends the line at a
place before, the first one at worst, so that half of it stays empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from weasyprint.layout import inline

_HAIR: Final = 1.0
"""By how much a line may be too wide, in CSS pixels: Pango lets two thirds of one pass."""

_ROUNDING: Final = 1e-6
"""The part of a width that gets lost between a line and what stands within boxes on it."""


@contextmanager
def lines_filled() -> Iterator[None]:
    """While this holds, no line is broken too early; what is asked has no public name."""
    split = inline.split_text_box

    def filled(context: Any, box: Any, width: Any, skip: Any, **named: Any) -> Any:
        def split_at(wide: float) -> Any:
            return split(context, box, wide, skip, **named)

        taken = split_at(width)
        fitting, resume, _ = taken
        if width is None or fitting is None:
            return taken
        if resume is not None and box.text.endswith(" ") and " " not in fitting.text.strip():
            whole = split_at(width + box.style["font_size"])  # wider than a blank
            blank = inline.trailing_whitespace_size(context, whole[0])
            if whole[1] is None and whole[0].width - blank <= width + _HAIR:
                whole[0].width = min(whole[0].width, width * (1 - _ROUNDING) + blank)
                return whole
        if width < fitting.width <= width + _HAIR:
            fitting.width = width * (1 - _ROUNDING)
        return taken

    inline.split_text_box = filled
    try:
        yield
    finally:
        inline.split_text_box = split
