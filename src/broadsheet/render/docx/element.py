"""Elements of Word's for which python-docx has no names."""

from __future__ import annotations

import re
from typing import Any, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def element(name: str, /, *inside: Any, **values: object) -> Any:
    """An element of WordprocessingML, by Word's own names; a value that is None is left out."""
    told = {qn(f"w:{key}"): str(value) for key, value in values.items() if value is not None}
    made = OxmlElement(f"w:{name}", told)
    made.extend([each for each in inside if each is not None])
    return made


def val(name: str, value: object) -> Any:
    """An element that says one thing."""
    return element(name, val=value)


def printable(words: str) -> str:
    """Words without what no XML may hold; a reader sees that something stood there."""
    return _NO_XML.sub("\ufffd", words)
