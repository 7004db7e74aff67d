"""XML that any platform can read: no character that XML 1.0 does not know, and names it allows."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

_UNKNOWN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST: Final = 80
"""Characters of an identifier, which platforms keep in columns of 100 or more."""


def known(words: str) -> str:
    """The words without the characters that XML can't hold."""
    return _UNKNOWN.sub("", words)


def identifier(*parts: str) -> str:
    """A name made of ASCII letters, digits and `-`, the same for the same parts and no others."""
    typed = "-".join(parts)
    plain = re.sub("[^A-Za-z0-9]+", "-", typed).strip("-")
    if plain == typed and len(plain) <= _LONGEST and plain[0].isalpha():
        return plain
    return f"broadsheet-{plain[:40]}-{sha256(typed.encode()).hexdigest()[:12]}"


def child(parent: Element, tag: str, words: str | None = None, **attributes: str) -> Element:
    """Add an element with words, if any, to another."""
    made = SubElement(parent, tag, {key: known(value) for key, value in attributes.items()})
    if words is not None:
        made.text = known(words)
    return made


def to_bytes(root: Element, *, indented: bool = True) -> bytes:
    """The file of a document; `indented` only where blanks between elements are no words."""
    if indented:
        indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
