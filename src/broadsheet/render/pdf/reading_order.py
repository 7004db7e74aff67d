"""In which order a screen reader hears a text and what stands beside it.

A row that runs over a page is laid out in two fragments, each with its part of the text and of what
stands beside it. In the tag tree the text would be broken off by those words; they go behind it.
"""

from __future__ import annotations

from typing import Any, Final

import pydyf

_ROW: Final = "row"
_BESIDE: Final = "beside"
_BEFORE: Final = "first"
"""What stands before the text is heard before it."""


class ReadingOrder:
    """Fragments of rows, as the tag tree of one document is built, page by page."""

    def __init__(self) -> None:
        self._last: dict[Any, Any] = {}
        self._beside: dict[bytes, Any] = {}

    def follow(self, box: Any, element: Any) -> None:
        """See a box and its element; an element comes after those below it."""
        if box.element is None or box.element_tag != "div":
            return
        kinds = (box.element.get("class") or "").split()
        if _BESIDE in kinds and _BEFORE not in kinds:
            self._beside[element.reference] = element
        if _ROW in kinds:
            if (earlier := self._last.get(box.element)) is not None:
                self._move(earlier, element)
            self._last[box.element] = element

    def _move(self, earlier: Any, later: Any) -> None:
        """Put what stands beside the earlier fragment behind the text of the later one."""
        beside = [kid for kid in earlier["K"] if kid in self._beside]
        kids = list(later["K"])
        at = next((at for at, kid in enumerate(kids) if kid in self._beside), len(kids))
        kids[at:at] = beside
        for kid in beside:
            earlier["K"].remove(kid)
            self._beside[kid]["P"] = later.reference
        later["K"] = pydyf.Array(kids)
