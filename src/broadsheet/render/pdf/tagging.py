"""What WeasyPrint leaves undone in a PDF and its tag tree, done before it is written.

- A header cell gets its scope (ISO 14289-1, 7.5: headers are to be told apart).
- Numbers of lines and running furniture become artifacts, so that a screen reader hears prose.
  WeasyPrint makes artifacts of borders only. The templates mark a line's number as a link without
  an address; furniture is marked content that the tag tree does not reach.
- What the templates mark as `aria-hidden`, such as slips after the first, becomes an artifact.
- What is in another language than what is around it gets its language (ISO 14289-1, 7.2).
- A text that runs over a page is heard to its end before what stands beside it (`ReadingOrder`).
- What runs over several lines is one element (`WholeTags`).
- A document in Arabic or Hebrew says that its pages follow from right to left.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final, TypeAlias

import pydyf
from weasyprint.pdf import tags

from broadsheet.render.pdf.form import finish_form
from broadsheet.render.pdf.reading_order import ReadingOrder
from broadsheet.render.pdf.whole_tags import WholeTags

Elements: TypeAlias = dict[bytes, Any]
"""Structure elements by reference."""

_HEADED_BY: Final = {"/THead": "/Column", "/TBody": "/Row", "/TFoot": "/Row"}
"""Scope of a header cell by the part of the table it stands in; our templates keep to it."""


@contextmanager
def boxes_in_tags() -> Iterator[None]:
    """While this holds, the tag tree of a document has what only its boxes know.

    An element has its language where its box changes it: WeasyPrint tells that of the whole
    document alone. What stands beside a text comes behind all of it. The tree is built by a
    function without a public name, which calls itself for what is below a box.
    """
    build = tags._build_box_tree  # noqa: SLF001
    order, whole = ReadingOrder(), WholeTags()

    def with_box(box: Any, parent: Any, pdf: Any, page: int, *places: Any) -> Iterator[Any]:
        language, hidden = _changed_language(box), _is_hidden(box)
        owners, annotations, _ = places
        for element in build(box, parent, pdf, page, *places):
            if hidden:  # what the tree does not reach becomes an artifact
                continue
            if language:
                element["Lang"] = pydyf.String(language)
            _name_line(box, element)
            order.follow(box, element)
            whole.follow(box, element, pdf, owners, annotations)
            yield element

    tags._build_box_tree = with_box  # noqa: SLF001
    try:
        yield
    finally:
        tags._build_box_tree = build  # noqa: SLF001


def _name_line(box: Any, element: Any) -> None:
    """Give a numbered line its title, and a link to one the words that say so in its language.

    WeasyPrint describes a link within the document by the name of its destination.
    """
    attributes = {} if box.element is None else box.element.attrib
    if box.element_tag == "span" and "data-line" in attributes:
        element["T"] = pydyf.String(attributes["data-line"])
    if box.link_annotation and "Dest" in box.link_annotation and "title" in attributes:
        box.link_annotation["Contents"] = pydyf.String(attributes["title"])


def _is_hidden(box: Any) -> bool:
    """Whether a box is `aria-hidden`, as are copies of what a screen reader is told once."""
    element = getattr(box, "element", None)
    return element is not None and element.get("aria-hidden") == "true"


def _changed_language(box: Any) -> str | None:
    """The language of a box, where the element around it has another one."""
    style = getattr(box, "style", None)
    around = getattr(style, "parent_style", None)
    if style is None or around is None or box.element_tag in ("html", "body"):
        return None
    language = style["lang"]
    return str(language) if language and language != around["lang"] else None


def finish(_document: object, pdf: pydyf.PDF, *, right_to_left: bool = False) -> None:
    """Mend a PDF that WeasyPrint has laid out; `write_pdf` calls it as its finisher."""
    if right_to_left:  # which of two facing pages comes first (ISO 32000-1, 12.2)
        pdf.catalog["ViewerPreferences"]["Direction"] = "/R2L"
    finish_form(pdf, right_to_left=right_to_left)
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


def gather(
    document: object,
    pdf: pydyf.PDF,
    *,
    parts: Sequence[tuple[Container[int], str]],
    right_to_left: bool,
) -> None:
    """Mend a booklet: each part becomes a `Part` with its language and its headings one level down.

    `parts` are the pages of each, counted from 0, and its language.
    """
    finish(document, pdf, right_to_left=right_to_left)
    objects = {item.reference: item for item in pdf.objects}
    elements: Elements = {
        reference: item
        for reference, item in objects.items()
        if isinstance(item, dict) and item.get("Type") == "/StructElem"
    }
    (top,) = objects[pdf.catalog["StructTreeRoot"]]["K"]
    page_of = {reference: number for number, reference in enumerate(pdf.page_references)}
    page_of_kid = {kid: page_of[elements[kid]["Pg"]] for kid in elements[top]["K"]}
    for pages, language in parts:
        kids = [kid for kid, page in page_of_kid.items() if page in pages]
        part = pydyf.Dictionary(
            {
                "Type": "/StructElem",
                "S": "/Part",
                "P": top,
                "Lang": pydyf.String(language),
                "K": pydyf.Array(kids),
            }
        )
        pdf.add_object(part)
        for reference in _reached(kids, elements):
            if heading := re.fullmatch(r"/H([1-5])", str(elements[reference]["S"])):
                elements[reference]["S"] = f"/H{int(heading[1]) + 1}"
        for kid in kids:
            elements[kid]["P"] = part.reference
            elements[top]["K"].remove(kid)
        elements[top]["K"].append(part.reference)


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
