"""Elements of Word's for which python-docx has no names."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

Element: TypeAlias = BaseOxmlElement
"""An element as python-docx has it: lxml's, with what the library knows of its kind."""

_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(words: str) -> str:
    """Words without what no XML may hold; a reader sees that something stood there."""
    return _NO_XML.sub("\ufffd", words)


def element(name: str, /, *inside: Element, **values: object) -> Element:
    """An element of WordprocessingML, by Word's own names; a value that is None is left out."""
    given = {qn(f"w:{key}"): value for key, value in values.items() if value is not None}
    told = {key: printable(str(value)) for key, value in given.items()}
    made: Element = OxmlElement(f"w:{name}", told)
    made.extend(inside)
    return made


def val(name: str, value: object) -> Element:
    """An element that says one thing."""
    return element(name, val=value)
