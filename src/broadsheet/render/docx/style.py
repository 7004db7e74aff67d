"""One style as Word writes it, and the properties that many share."""

from __future__ import annotations

from typing import Final

from broadsheet.render.docx.measures import twips
from broadsheet.render.docx.xml import tag, val

BOLD: Final = tag("b") + tag("bCs")
LIGHT: Final = val("b", "0") + val("bCs", "0")
KEEP: Final = tag("keepNext")


def size(points: float) -> str:
    """A size of type, for every kind of script; Word counts in halves of a point."""
    halves = max(2, round(points * 2))
    return val("sz", halves) + val("szCs", halves)


def lines(leading: float, before: float = 0, after: float = 0) -> str:
    """Distances: of lines in sizes of the type, before and after a paragraph in millimetres."""
    # What Word calls a single line is about 1.25 sizes of its type.
    apart = round(leading / 1.25 * 240)
    return tag("spacing", before=twips(before), after=twips(after), line=apart, lineRule="auto")


def spaced(before: float, after: float) -> str:
    """Distances before and after a paragraph, in millimetres."""
    return tag("spacing", before=twips(before), after=twips(after))


def style_id(name: str) -> str:
    """The identifier of a style, by which paragraphs and runs name it."""
    return name.replace(" ", "")


def style(
    name: str,
    *inside: str,
    kind: str = "paragraph",
    based_on: str | None = "Normal",
    shown: bool = True,
    then: str | None = None,
) -> str:
    """A style by its name, with the properties that are its own.

    `shown` has Word offer it first; a paragraph begun after one of it is in the style `then`.
    """
    own = name.startswith("Broadsheet")
    return tag(
        "style",
        val("name", name if own else name.lower() if name.startswith("Heading") else name),
        val("basedOn", based_on and style_id(based_on)),
        val("next", then and style_id(then)),
        val("uiPriority", 20 if own else 9),
        tag("qFormat") if shown else "",
        *inside,
        type=kind,
        styleId=style_id(name),
        default="1" if based_on is None else None,
        customStyle="1" if own else None,
    )
