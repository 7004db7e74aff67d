"""References to lines that a school's template leaves out, which lead nowhere: words alone."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

_REFERENCE: Final = "line-reference"
"""The class of what refers to lines or a picture; see `html/line_links.py`."""


def unlink_left_out(page: Element) -> None:
    """Make words of the references of a page that lead to what does not stand on it.

    Ours lead to what the document prints; a school's template may print less.
    """
    there = {element.get("id") for element in page.iter()}
    for link in list(page.iter("a")):
        if link.get("class") == _REFERENCE and link.get("href", "").removeprefix("#") not in there:
            link.tag = "span"
            del link.attrib["href"]
