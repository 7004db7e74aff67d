"""XML of a stranger's file, told event by event: no entity is resolved, nothing is built."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NoReturn, TypeAlias
from xml.parsers import expat

from broadsheet.edited.archive import NotWordError

_DEEPEST: Final = 200
"""Most elements within each other; Word has about thirty."""

Begin: TypeAlias = Callable[[str, Mapping[str, str]], None]
"""What is told of an element that begins: its name, and its values by name, without namespaces."""


def walk(
    data: bytes, begin: Begin, end: Callable[[str], None], text: Callable[[str], None]
) -> None:
    """Tell every element and all text of a part, in order.

    Raises NotWordError where it is no XML, is too deep, or declares a kind of document: Word never
    does, and that is where entities come from.
    """
    depth = 0

    def begins(name: str, values: Mapping[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise NotWordError("holds elements within elements without an end", _REMEDY)
        begin(_bare(name), {_bare(key): value for key, value in values.items()})

    def ends(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(_bare(name))

    def refused(*_: Any) -> NoReturn:
        raise NotWordError("declares entities, which no file of Word's does", _REMEDY)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = begins
    parser.EndElementHandler = ends
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refused
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        raise NotWordError("holds a part that is no XML", _REMEDY) from None


_REMEDY: Final = "open it in Word or LibreOffice and save it again as .docx"


def _bare(name: str) -> str:
    return name.rpartition(" ")[2]
