"""How wide words are at the foot of a page, as the engine itself will set them there.

This asks WeasyPrint's boxes and its text, which have no public names: what is told of a face by
tables would hold for ours alone, and a school may bring its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from weasyprint.formatting_structure.boxes import MarginBox, TextBox
from weasyprint.text.line_break import split_first_line

_FEET: Final = ("@bottom-left", "@bottom-right")

TO_MEASURE: Final = "".join(
    f"@page {selector} {{ {side} {{ content: '0'; }} }}"
    for selector in ("", ":first")
    for side in _FEET
)
"""CSS that puts one sign into the feet of a page, the first page's too, to be measured by."""


def foot_measured(document: Any) -> Callable[[str], bool]:
    """Tell of a text whether it fits on one line of the wider foot of a document's first page."""
    page = document.pages[0]._page_box  # noqa: SLF001
    feet = [box for box in page.children if isinstance(box, MarginBox) and box.at_keyword in _FEET]
    foot = max(feet, key=lambda box: box.width)
    (sign,) = (box for box in foot.descendants() if isinstance(box, TextBox))

    def fits(text: str) -> bool:
        _layout, _length, _rest, width, *_ = split_first_line(text, sign.style, None, None, 0)
        return bool(width <= foot.width)

    return fits
