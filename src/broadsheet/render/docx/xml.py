"""XML as Word writes it: elements from names and values, with all text escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_ESCAPED: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_SIGNS: Final = re.compile('[&<>"]')
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML may hold; a reader sees that something stood there."""

NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}


def escaped(words: object) -> str:
    """Text for an element or a value."""
    told = _NO_XML.sub("\ufffd", str(words))
    return _SIGNS.sub(lambda sign: _ESCAPED[sign[0]], told)


def tag(name: str, /, *inside: str, **values: object) -> str:
    """An element of WordprocessingML; a value that is None is left out.

    A value's name is one of Word's own, without its prefix.
    """
    told = "".join(
        f' w:{key}="{escaped(value)}"' for key, value in values.items() if value is not None
    )
    if not any(inside):
        return f"<w:{name}{told}/>"
    return f"<w:{name}{told}>{''.join(inside)}</w:{name}>"


def val(name: str, value: object) -> str:
    """An element that says one thing; nothing where the value is None."""
    return "" if value is None else tag(name, val=value)


def part(name: str, inside: Iterable[str]) -> bytes:
    """A part of the file: its root with the namespaces of all that stands in it."""
    spaces = "".join(f' xmlns:{prefix}="{space}"' for prefix, space in NAMESPACES.items())
    return document(f"<w:{name}{spaces}>{''.join(inside)}</w:{name}>")


def document(root: str) -> bytes:
    """XML with its declaration."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{root}'.encode()
