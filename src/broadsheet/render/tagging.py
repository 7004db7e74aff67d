"""What WeasyPrint leaves undone in the tag tree of a PDF, done before it is written.

- A header cell gets its scope (ISO 14289-1, 7.5: headers are to be told apart).
- Numbers of lines and running furniture become artifacts, so that a screen reader hears prose.
  WeasyPrint makes artifacts of borders only. The templates mark a line's number as a link without
  an address; furniture is marked content that the tag tree does not reach.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

import pydyf

Elements: TypeAlias = dict[bytes, Any]
"""Structure elements by reference."""

_HEADED_BY: Final = {"/THead": "/Column", "/TBody": "/Row", "/TFoot": "/Row"}
"""Scope of a header cell by the part of the table it stands in; our templates keep to it."""


def finish(_document: object, pdf: pydyf.PDF) -> None:
    """Mend a PDF that WeasyPrint has laid out; `write_pdf` calls it as its finisher."""
    objects = {item.reference: item for item in pdf.objects}
    elements: Elements = {
        reference: item
        for reference, item in objects.items()
        if isinstance(item, dict) and item.get("Type") == "/StructElem"
    }
    for element in elements.values():
        if element["S"] == "/TH":
            part = elements[elements[element["P"]]["P"]]["S"]
            element["A"]["Scope"] = _HEADED_BY.get(part, "/Column")
    root = objects[pdf.catalog["StructTreeRoot"]]
    reached = set(_reached(root["K"], elements))
    numbers = {reference for reference in reached if _is_line_number(elements[reference])}
    for reference in numbers:
        elements[elements[reference]["P"]]["K"].remove(reference)
    artifacts = (elements.keys() - reached) | numbers
    _make_artifacts(objects, root, artifacts)
    for reference in artifacts:
        elements[reference].clear()


def _is_line_number(element: Any) -> bool:
    """A link holds a reference to its annotation; a line's number holds only its text."""
    return element["S"] == "/Link" and all(isinstance(kid, int) for kid in element["K"])


def _reached(kids: list[Any], elements: Elements) -> Iterator[bytes]:
    """Yield the elements below `kids`; a kid can also be marked content or an annotation."""
    for kid in kids:
        if isinstance(kid, bytes) and kid in elements:
            yield kid
            yield from _reached(elements[kid]["K"], elements)


def _make_artifacts(objects: dict[bytes, Any], root: Any, artifacts: set[bytes]) -> None:
    """Turn the marked content that belongs to some elements into artifacts."""
    pages = {
        page["StructParents"]: page
        for page in objects.values()
        if isinstance(page, dict) and page.get("Type") == "/Page"
    }
    mapping = objects[root["ParentTree"]]["Nums"]
    for number, owners in zip(mapping[::2], mapping[1::2], strict=True):
        if number not in pages:  # the owner of an annotation
            continue
        marked = {mcid for mcid, owner in enumerate(owners) if owner in artifacts}
        for mcid in marked:
            owners[mcid] = "null"
        content = objects[pages[number]["Contents"]].stream
        for at, token in enumerate(content):
            if isinstance(token, dict) and token.get("MCID") in marked:
                content[at - 1 : at + 2] = ["/Artifact", pydyf.Dictionary(), b"BDC"]
