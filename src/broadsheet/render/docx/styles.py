"""The styles of the file: Word's own, set as our pages are, and a few of ours based on them.

A school changes `Normal` and the headings, and has its own look. What an edition sets is here too:
no paragraph of the text says how large it is.
"""

from __future__ import annotations

from typing import Final

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE

from broadsheet.render.docx.element import Element, element, val
from broadsheet.render.docx.measures import twips
from broadsheet.render.docx.sizes import Sizes
from broadsheet.render.docx.style import StyleSheet, Type, outline, rules, stop
from broadsheet.render.docx.styles_of_tables import add_tables
from broadsheet.render.docx.styles_of_text import add_rooms, add_text
from broadsheet.render.docx.tongue import is_han, tagged

_BOX: Final = ("top", "left", "bottom", "right")


def set_styles(document: Document, sizes: Sizes) -> None:
    """Set all styles of a document, in place of those that it began with."""
    document.styles.element[:] = [_defaults(sizes)]
    sheet = StyleSheet(document.styles)
    _add_bases(sheet, sizes)
    _add_words(sheet, sizes)
    _add_headings(sheet, sizes)
    _add_lists(sheet, sizes)
    add_text(sheet, sizes)
    add_rooms(sheet, sizes)
    _add_furniture(sheet, sizes)
    _add_notes(sheet, sizes)
    add_tables(sheet, sizes)


def _defaults(sizes: Sizes) -> Element:
    language, halves = sizes.labels.language, round(sizes.body * 2)
    kind = "eastAsia" if is_han(language) else "val"
    kind = "bidi" if sizes.labels.direction == "rtl" else kind
    tongues = {"val": "en-US", "eastAsia": "zh-CN", "bidi": "ar-SA", kind: tagged(language)}
    size, tongue = (val("sz", halves), val("szCs", halves)), element("lang", **tongues)
    return element(
        "docDefaults",
        element("rPrDefault", element("rPr", sizes.label.properties, *size, tongue)),
        element("pPrDefault", element("pPr", element("widowControl"))),
    )


def _add_bases(sheet: StyleSheet, sizes: Sizes) -> None:
    apart = {"line": round(sizes.leading / 1.25 * 240), "lineRule": "auto"}
    spacing = element("spacing", before=0, after=twips(sizes.between), **apart)
    turned = [element("bidi")] if sizes.labels.direction == "rtl" else []
    between = round(sizes.measures.points("letter-spacing") * 20)
    letters = [val("spacing", between)] if between else []
    properties = element("pPr", *turned, spacing), element("rPr", *letters)
    sheet.base("Normal", WD_STYLE_TYPE.PARAGRAPH, element("qFormat"), *properties)
    sheet.base("Default Paragraph Font", WD_STYLE_TYPE.CHARACTER, element("semiHidden"))


def _add_words(sheet: StyleSheet, sizes: Sizes) -> None:
    number, small, label = sizes.measures.points("number-size", 8), sizes.small, sizes.label
    is_mirrored = sizes.labels.direction == "rtl"

    def box() -> Element:
        return element("bdr", **{**sizes.measures.line("hair"), "space": 3})

    sheet.words("Strong", bold=True)
    if sizes.has_slant:
        sheet.words("Emphasis", letters=[element("i"), element("iCs")])
    else:
        sheet.words("Emphasis", bold=True)
    sheet.words("Hyperlink")
    sheet.words("Broadsheet Line Number", size=number, face=label)
    flowing: Type = {"size": number, "face": label, "bold": True, "letters": [box()]}
    sheet.words("Broadsheet Flowing Number", **flowing)
    # LibreOffice draws the box beside a letter that runs from right to left.
    around = [] if is_mirrored else [box()]
    sheet.words("Broadsheet Letter", letters=around, size=small, bold=True)
    sheet.words("Broadsheet Box", letters=[box()])
    sheet.words("Broadsheet Small", size=small, bold=False)
    capitals = [] if is_mirrored else [element("caps")]
    sheet.words("Broadsheet Level", letters=capitals, size=sizes.tiny, bold=True)
    sheet.words("Broadsheet Explained", letters=[val("u", "dotted")])
    sheet.words("Broadsheet Quotation")
    # A square of about 4 mm, which a hand can tick.
    sheet.words("Broadsheet Box to Tick", size=max(1.3 * sizes.body, 13))


def _add_headings(sheet: StyleSheet, sizes: Sizes) -> None:
    title, head = (sizes.measures.points("size-title", 19), sizes.measures.points("size-head", 12))
    above = sizes.measures.points("section-gap", 14) * 25.4 / 72
    first, other = (above * 0.6, 1.0), (1.5, 0.3)
    if sizes.is_tight:
        head, first, other = 10.5, (2.0, 0.5), (0.9, 0.3)
    sheet.paragraphs(
        "Title",
        outline(0),
        then="Normal",
        keep=True,
        leading=1.15,
        space=(0.5, 2.5),
        size=title,
        bold=True,
        face=sizes.text,
    )
    for level in range(1, 6):
        sheet.paragraphs(
            f"Heading {level}",
            outline(level),
            then="Normal",
            keep=True,
            whole=True,
            leading=1.25,
            space=first if level == 1 else other,
            size=head if level == 1 else sizes.body,
            bold=True,
        )
    lens = element("spacing", before=twips(above))
    bar = rules(sizes.measures.line("bar"), "top")
    sheet.paragraphs("Broadsheet Lens", bar, lens, based_on="Heading 1", then="Broadsheet Question")


def _add_lists(sheet: StyleSheet, sizes: Sizes) -> None:
    after, step = (0, 0.2 if sizes.is_tight else 0.4), twips(5)
    tick = sizes.measures.twips("tick-width", 17.6)
    left = sizes.measures.twips("question-indent", 22.7) + tick
    sheet.paragraphs("List", space=after, left=step, hanging=step)
    for number, name in enumerate(("List Bullet", "List Number"), start=1):
        numbered = element("numPr", val("numId", number)), element("contextualSpacing")
        sheet.paragraphs(name, *numbered, space=after)
    sheet.paragraphs("Broadsheet Tick", based_on="List", space=(0, 0.6), left=tick, hanging=tick)
    sheet.paragraphs(
        "Broadsheet Choice",
        stop(left),
        based_on="List",
        space=(0.4, 0.8),
        left=left + tick,
        hanging=2 * tick,
    )
    close = (0.4, 0.4)
    sheet.paragraphs("Broadsheet Step", based_on="List", space=close, left=left, hanging=tick)


def _add_furniture(sheet: StyleSheet, sizes: Sizes) -> None:
    """What stands around text and questions."""
    measures, small = sizes.measures, sizes.small
    has_joined_letters = sizes.labels.direction == "rtl" or is_han(sizes.labels.language)
    own = [element("caps")] if measures.says("capitals", "uppercase") else []
    own += [] if has_joined_letters else [val("spacing", round(sizes.tiny * 0.06 * 20))]
    kicker: Type = {"size": sizes.tiny, "bold": True, "letters": own}
    sheet.paragraphs("Broadsheet Kicker", then="Title", keep=True, space=(0, 0.5), **kicker)
    sheet.paragraphs("Caption", leading=1.3, space=(1, 2.5), size=small)
    # Closer lines would cut off what stands at the top of a picture.
    sheet.paragraphs("Broadsheet Picture", keep=True, leading=1.25)
    bar = rules(measures.line("bar"), "left", space=8)
    sheet.paragraphs("Quote", bar, space=(1.5, 1.5), left=twips(4))
    foot = measures.points("furniture-size", 8)
    sheet.paragraphs("Footer", is_shown=False, leading=1.2, space=(0, 0), size=foot)
    sheet.paragraphs("Broadsheet Name Field", leading=1.2, space=(2, 0), size=small)
    gap = measures.points("who-gap", 12.8) * 25.4 / 72
    sheet.paragraphs("Broadsheet Name Gap", based_on="Broadsheet Gap", space=(0, gap))
    sheet.paragraphs("Broadsheet School", space=(0, 2), size=small)


def _add_notes(sheet: StyleSheet, sizes: Sizes) -> None:
    """What only teachers read."""
    care = "Broadsheet Care"
    inset = element("ind", left=twips(2), right=twips(2))
    box = rules(sizes.measures.line("bar"), *_BOX, space=5)
    summary: Type = {"size": 10.5, "face": sizes.text}
    sheet.paragraphs("Broadsheet Summary", leading=1.25, space=(0, 2), **summary)
    sheet.paragraphs(care, box, inset, whole=True)
    sheet.paragraphs("Broadsheet Families", based_on=care, leading=1.4, space=(0, 0.8), size=10.5)
    sheet.paragraphs("Broadsheet Answer", space=(0, 0.6))
    sheet.paragraphs("Broadsheet Asked", keep=True, bold=True)
    sheet.paragraphs("Broadsheet Listed", space=(0, 0.5), left=twips(4), hanging=twips(4))
    small = sizes.body * 0.92
    sheet.paragraphs("Broadsheet References", leading=1.18, space=(0, 0), size=small)
