"""HTML to the part of XHTML that QTI 2.1 knows: no style, no `dir`, few elements and attributes.

Where a direction is lost, Unicode's isolates keep the order of the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import Final
from xml.etree.ElementTree import Element

from tinyhtml5 import parse

from broadsheet.render.bank.xml import known

_KNOWN: Final = {
    **dict.fromkeys(
        ("p", "div", "blockquote", "ul", "ol", "li", "tbody", "thead", "tr", "hr", "pre"), ()
    ),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "br", "span", "em", "strong", "code"), ()),
    **dict.fromkeys(("b", "i", "sub", "sup"), ()),
    "table": (),
    "th": ("scope", "colspan", "rowspan"),
    "td": ("colspan", "rowspan"),
    "a": ("href",),
    "img": ("src", "alt"),
}
"""Elements that are kept, and their attributes besides the language."""
_INSTEAD: Final = {"bdi": "span"}
_HOLD_WORDS: Final = frozenset({"p", "li", "th", "td", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Blocks whose words are isolated where the direction is not that of most pages."""
_WITHIN_LINES: Final = frozenset({"span", "em", "strong", "code", "b", "i", "sub", "sup", "a"})
_OPEN: Final = {"rtl": "\N{RIGHT-TO-LEFT ISOLATE}", "ltr": "\N{LEFT-TO-RIGHT ISOLATE}"}
_CLOSE: Final = "\N{POP DIRECTIONAL ISOLATE}"
_XML_LANG: Final = "xml:lang"


def xhtml(html: str) -> list[Element]:
    """The elements of a piece of HTML that stands on lines of its own."""
    return [_kept(found, "ltr") for found in _found(html)]


def inline(html: str) -> list[Element]:
    """The same for a place within a line: what wraps it is a `span`."""
    elements = _found(html)
    for element in elements:
        element.tag = "span"
    return [_kept(element, "ltr") for element in elements]


def _found(html: str) -> list[Element]:
    # Short text, as text, would be looked for among the files of this machine.
    body = parse(StringIO(html), namespace_html_elements=False).find("body")
    return list(body) if body is not None else []


def _children(parent: Element, direction: str) -> Iterator[Element]:
    for found in parent:
        yield _kept(found, direction)


def _kept(found: Element, direction: str) -> Element:
    """An element as QTI knows it, with what it holds; `direction` is that of what it stands in."""
    tag = _INSTEAD.get(found.tag, found.tag)
    own = found.get("dir", direction)
    made = Element(tag if tag in _KNOWN else "span")
    for name in _KNOWN.get(tag, ()):
        if (value := found.get(name)) is not None:
            made.set(name, known(value))
    if language := found.get("lang"):
        made.set(_XML_LANG, known(language))
    made.text, made.tail = known(found.text or ""), known(found.tail or "")
    made.extend(_children(found, own))
    turned = own != direction if tag in _WITHIN_LINES else own == "rtl" and tag in _HOLD_WORDS
    if turned and (made.text.strip() or len(made)):
        _isolate(made, own)
    return made


def _isolate(element: Element, direction: str) -> None:
    element.text = _OPEN[direction] + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + _CLOSE
    else:
        element.text += _CLOSE
