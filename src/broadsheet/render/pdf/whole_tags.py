"""One element in the tag tree for one that runs over several lines.

WeasyPrint makes an element of each part that stands on a line of its own, so that a paragraph which
is set within a line, or an address that is broken, would be heard as several.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pydyf
from weasyprint.formatting_structure.boxes import InlineBox


class WholeTags:
    """Parts of lines, as the tag tree of one document is built."""

    def __init__(self) -> None:
        self._parts: dict[bytes, Any] = {}
        """Elements of boxes within lines, by reference: the box and its structure element."""

    def follow(
        self, box: Any, element: Any, pdf: pydyf.PDF, owners: Any, annotations: list[Any]
    ) -> None:
        """See a box and its element, which comes after those below it, and make these whole.

        `owners` tells of each piece of marked content on the page to which element it belongs, and
        `annotations` are links and fields, each behind the reference of its element.
        """
        if isinstance(box, InlineBox) and box.element is not None:
            self._parts[element.reference] = box, element
        self._make_whole(element, pdf, owners, annotations)

    def _make_whole(
        self, element: Any, pdf: pydyf.PDF, owners: Any, annotations: list[Any]
    ) -> None:
        for before, after in reversed(list(pairwise(element["K"]))):
            if not self._are_one(before, after):
                continue
            (_, first), (_, second) = self._parts[before], self._parts[after]
            element["K"].remove(after)
            for kid in second["K"]:
                if isinstance(kid, int):
                    owners[kid] = before
                elif "P" in (below := pdf.objects[int(kid.split()[0])]):
                    below["P"] = before
            first["K"].extend(second["K"])
            annotations[:] = [
                (before if reference == after else reference, annotation)
                for reference, annotation in annotations
            ]
            self._make_whole(first, pdf, owners, annotations)

    def _are_one(self, before: Any, after: Any) -> bool:
        """Whether two neighbours are parts of one element, on one line and the next."""
        if before not in self._parts or after not in self._parts:
            return False
        (first, _), (second, _) = self._parts[before], self._parts[after]
        return first.element is second.element and first.element_tag == second.element_tag
