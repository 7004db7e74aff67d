"""Lists: bullets, and numbers that each list counts for itself."""

from __future__ import annotations

from collections.abc import Sequence

from broadsheet.prose.nodes import BULLET
from broadsheet.render.docx.measures import twips
from broadsheet.render.docx.writer import FIRST_LIST
from broadsheet.render.docx.xml import part, tag, val


def numbering(starts: Sequence[int]) -> bytes:
    """The part that lists count by; `starts` says what each numbered list begins with."""
    indent = tag("pPr", tag("ind", left=twips(5), hanging=twips(5)))
    kinds = (("bullet", BULLET), ("decimal", "%1."))
    counted = [
        tag(
            "abstractNum",
            val("multiLevelType", "singleLevel"),
            tag(
                "lvl",
                val("start", 1),
                val("numFmt", kind),
                val("lvlText", text),
                val("lvlJc", "left"),
                indent,
                ilvl=0,
            ),
            abstractNumId=at,
        )
        for at, (kind, text) in enumerate(kinds)
    ]
    of_styles = [tag("num", val("abstractNumId", at), numId=at + 1) for at in range(len(kinds))]
    own = [
        tag(
            "num",
            val("abstractNumId", 1),
            tag("lvlOverride", val("startOverride", start), ilvl=0),
            numId=FIRST_LIST + at,
        )
        for at, start in enumerate(starts)
    ]
    return part("numbering", [*counted, *of_styles, *own])
