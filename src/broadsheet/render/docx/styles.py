"""The styles of the file: Word's own, set as our pages are, and a few of ours based on them.

A school changes `Normal` and the headings, and has its own look. What an edition sets is here too:
no paragraph of the text says how large it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.render.docx.measures import twips
from broadsheet.render.docx.sizes import Sizes
from broadsheet.render.docx.style import BOLD, KEEP, LIGHT, lines, size, spaced, style
from broadsheet.render.docx.styles_of_tables import of_tables
from broadsheet.render.docx.styles_of_text import of_rooms, of_the_text
from broadsheet.render.docx.tongue import is_han, tagged
from broadsheet.render.docx.xml import part, tag, val


def styles(sizes: Sizes) -> bytes:
    """The part that holds all styles."""
    return part(
        "styles",
        (_defaults(sizes), *_named(sizes), *_characters(sizes), *of_tables(sizes)),
    )


def _defaults(sizes: Sizes) -> str:
    language = sizes.labels.language
    told = tagged(language)
    tongues = {"val": "en-US", "eastAsia": "zh-CN", "bidi": "ar-SA"}
    if is_han(language):
        tongues["eastAsia"] = told
    elif sizes.labels.direction == "rtl":
        tongues["bidi"] = told
    else:
        tongues["val"] = told
    return tag(
        "docDefaults",
        tag(
            "rPrDefault",
            tag("rPr", sizes.label.properties, size(sizes.body), tag("lang", **tongues)),
        ),
        tag("pPrDefault", tag("pPr", tag("widowControl"))),
    )


def _named(sizes: Sizes) -> Iterator[str]:
    """Styles of paragraphs."""
    measures, body, leading = sizes.measures, sizes.body, sizes.leading
    spacing = measures.points("letter-spacing")
    bidi = tag("bidi") if sizes.labels.direction == "rtl" else ""
    yield style(
        "Normal",
        tag("pPr", bidi, lines(leading, 0, sizes.between)),
        tag("rPr", val("spacing", round(spacing * 20) or None)),
        based_on=None,
    )
    title = measures.points("size-title", 19)
    yield style(
        "Title",
        tag("pPr", KEEP, lines(1.15, 0.5, 2.5), val("outlineLvl", 0)),
        tag("rPr", sizes.text.properties, BOLD, size(title)),
        then="Normal",
    )
    yield from _headings(sizes)
    yield from _lists(sizes)
    yield style(
        "Caption",
        tag("pPr", lines(1.3, 1, 2.5)),
        tag("rPr", size(sizes.small)),
    )
    # Closer lines would cut off what stands at the top of a picture.
    whole = tag("spacing", line=240, lineRule="auto")
    yield style("Broadsheet Picture", tag("pPr", KEEP, whole))
    border = tag("pBdr", tag("left", **(measures.line("bar") | {"space": 8})))
    yield style("Quote", tag("pPr", border, spaced(1.5, 1.5), tag("ind", left=twips(4))))
    furniture = measures.points("furniture-size", 8)
    yield style(
        "Footer",
        tag("pPr", lines(1.2)),
        tag("rPr", size(furniture)),
        shown=False,
    )
    yield from of_the_text(sizes)
    yield from of_rooms(sizes)
    yield from _small_ones(sizes, body)


def _headings(sizes: Sizes) -> Iterator[str]:
    measures = sizes.measures
    head = measures.points("size-head", 12)
    above = measures.points("section-gap", 14) * 25.4 / 72
    gap, beneath, lower = above * 0.6, 1.0, 1.5
    if sizes.is_tight:
        head, gap, beneath, lower = 10.5, 2.0, 0.5, 0.9
    for level in range(1, 6):
        points = head if level == 1 else sizes.body
        spacing = lines(1.25, gap if level == 1 else lower, beneath if level == 1 else 0.3)
        yield style(
            f"Heading {level}",
            tag("pPr", KEEP, tag("keepLines"), spacing, val("outlineLvl", level)),
            tag("rPr", BOLD, size(points)),
            then="Normal",
        )
    bar = tag("pBdr", tag("top", **(measures.line("bar") | {"space": 4})))
    yield style(
        "Broadsheet Lens",
        tag("pPr", bar, tag("spacing", before=twips(above))),
        based_on="Heading 1",
        then="Broadsheet Question",
    )


def _lists(sizes: Sizes) -> Iterator[str]:
    after = spaced(0, 0.2 if sizes.is_tight else 0.4)
    yield style("List", tag("pPr", after, tag("ind", left=twips(5), hanging=twips(5))))
    for number, name in enumerate(("List Bullet", "List Number"), start=1):
        numbered = tag("numPr", val("numId", number))
        yield style(name, tag("pPr", numbered, after, tag("contextualSpacing")))
    tick = sizes.measures.twips("tick-width", 17.6)
    yield style(
        "Broadsheet Tick",
        tag("pPr", spaced(0, 0.6), tag("ind", left=tick, hanging=tick)),
        based_on="List",
    )
    indent = sizes.measures.twips("question-indent", 22.7)
    stops = tag("tabs", tag("tab", val="left", pos=indent + tick))
    yield style(
        "Broadsheet Choice",
        tag("pPr", stops, spaced(0.4, 0.8), tag("ind", left=indent + 2 * tick, hanging=2 * tick)),
        based_on="List",
    )
    yield style(
        "Broadsheet Step",
        tag("pPr", spaced(0.4, 0.4), tag("ind", left=indent + tick, hanging=tick)),
        based_on="List",
    )


def _characters(sizes: Sizes) -> Iterator[str]:
    """Styles of words within a paragraph."""
    measures = sizes.measures

    def of(name: str, *inside: str) -> str:
        return style(name, tag("rPr", *inside), kind="character", based_on="Default Paragraph Font")

    yield tag(
        "style",
        val("name", "Default Paragraph Font"),
        val("uiPriority", 1),
        tag("semiHidden"),
        type="character",
        default="1",
        styleId="DefaultParagraphFont",
    )
    yield of("Strong", BOLD)
    yield of("Emphasis", tag("i") + tag("iCs") if sizes.has_slant else BOLD)
    yield of("Hyperlink")
    label = sizes.label.properties
    yield of("Broadsheet Line Number", label, size(measures.points("number-size", 8)))
    hair = measures.line("hair")
    boxed = tag("bdr", **(hair | {"space": 3}))
    yield of(
        "Broadsheet Flowing Number", label, BOLD, size(measures.points("number-size", 8)), boxed
    )
    # LibreOffice draws the box beside a letter that runs from right to left.
    around = "" if sizes.labels.direction == "rtl" else boxed
    yield of("Broadsheet Letter", BOLD, size(sizes.small), around)
    yield of("Broadsheet Box", boxed)
    yield of("Broadsheet Small", LIGHT, size(sizes.small))
    capitals = tag("caps") if sizes.labels.direction == "ltr" else ""
    yield of("Broadsheet Level", BOLD, capitals, size(sizes.tiny))
    yield of("Broadsheet Explained", val("u", "dotted"))
    yield of("Broadsheet Quotation")
    # A square of about 4 mm, which a hand can tick.
    yield of("Broadsheet Box to Tick", size(max(1.3 * sizes.body, 13)))


def _small_ones(sizes: Sizes, body: float) -> Iterator[str]:
    measures = sizes.measures
    capitals = tag("caps") if measures.says("capitals", "uppercase") else ""
    joined = sizes.labels.direction == "rtl"
    apart = None if joined or is_han(sizes.labels.language) else round(sizes.tiny * 0.06 * 20)
    yield style(
        "Broadsheet Kicker",
        tag("pPr", KEEP, spaced(0, 0.5)),
        tag("rPr", BOLD, capitals, val("spacing", apart), size(sizes.tiny)),
        then="Title",
    )
    yield style(
        "Broadsheet Summary",
        tag("pPr", lines(1.25, 0, 2)),
        tag("rPr", sizes.text.properties, size(10.5)),
    )
    yield style(
        "Broadsheet Name Field", tag("pPr", lines(1.2, 2, 0)), tag("rPr", size(sizes.small))
    )
    gap = measures.points("who-gap", 12.8) * 25.4 / 72
    yield style("Broadsheet Name Gap", tag("pPr", spaced(0, gap)), based_on="Broadsheet Gap")
    yield style("Broadsheet School", tag("pPr", spaced(0, 2)), tag("rPr", size(sizes.small)))
    box = ("top", "left", "bottom", "right")
    border = tag("pBdr", *(tag(side, **(measures.line("bar") | {"space": 5})) for side in box))
    inside = tag("ind", left=twips(2), right=twips(2))
    yield style("Broadsheet Care", tag("pPr", tag("keepLines"), border, inside))
    yield style(
        "Broadsheet Families",
        tag("pPr", lines(1.4, 0, 0.8)),
        tag("rPr", size(10.5)),
        based_on="Broadsheet Care",
    )
    yield style("Broadsheet Answer", tag("pPr", spaced(0, 0.6)))
    yield style("Broadsheet Asked", tag("pPr", KEEP), tag("rPr", BOLD))
    yield style(
        "Broadsheet Listed",
        tag("pPr", spaced(0, 0.5), tag("ind", left=twips(4), hanging=twips(4))),
    )
    yield style("Broadsheet References", tag("pPr", lines(1.18)), tag("rPr", size(body * 0.92)))
