"""Lists: bullets, and numbers that each list counts for itself."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document

from broadsheet.prose.nodes import BULLET
from broadsheet.render.docx.blocks import Counted
from broadsheet.render.docx.element import element, val
from broadsheet.render.docx.measures import twips


def set_numbering(document: Document, lists: Mapping[Counted, int]) -> None:
    """Set what lists count by; `lists` are those that count for themselves, with their numbers."""
    kinds = (("bullet", BULLET), ("decimal", "%1."))
    counted = [
        element(
            "abstractNum",
            val("multiLevelType", "singleLevel"),
            element(
                "lvl",
                val("start", 1),
                val("numFmt", kind),
                val("lvlText", text),
                val("lvlJc", "left"),
                element("pPr", element("ind", left=twips(5), hanging=twips(5))),
                ilvl=0,
            ),
            abstractNumId=at,
        )
        for at, (kind, text) in enumerate(kinds)
    ]
    of_styles = [element("num", val("abstractNumId", at), numId=at + 1) for at in (0, 1)]
    own = [
        element(
            "num",
            val("abstractNumId", 1),
            element("lvlOverride", val("startOverride", each.start), ilvl=0),
            numId=number,
        )
        for each, number in lists.items()
    ]
    document.part.numbering_part.element[:] = [*counted, *of_styles, *own]
