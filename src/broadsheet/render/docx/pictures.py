"""Pictures within a line, with what they show for who can't see them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from posixpath import normpath
from typing import Final
from xml.etree import ElementTree as ET

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.shape import CT_Inline
from docx.shared import Pt

from broadsheet.images.drawing import is_drawing, printable
from broadsheet.images.raster import as_png, pixels
from broadsheet.images.verdict import Unprintable
from broadsheet.render.docx import element
from broadsheet.render.docx.blocks import Picture
from broadsheet.render.docx.package import part_of
from broadsheet.theme.look import ThemeError

_PIXEL: Final = 0.75
"""Points of a pixel, where a picture is not scaled down."""
_NUMBER: Final = re.compile(r"\s*([0-9.]+)\s*(?:px)?\s*\Z")
_DRAWN: Final = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' r:embed="{}"/></a:ext></a:extLst>'
)
"""What shows a drawing in a Word that knows SVG."""
_BLANK: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000b4944415478da636000020000050001e9fadcd80000000049454e44ae426082"
)
"""What a Word that knows no SVG shows instead of a drawing: nothing."""


def drawing(
    document: Document, picture: Picture, images: Mapping[str, bytes], widest: float
) -> element.Element:
    """A picture as the element of a run, scaled to fit; `widest` is in points.

    It is stored by us: python-docx takes no SVG, nor a JPEG without a head of JFIF or Exif.
    Raises ThemeError where it can't be printed.
    """
    base, _, path = picture.address.rpartition(".invalid/")
    data = images.get(f"{base}.invalid/{normpath(path)}")
    if data is None:
        raise ThemeError(f"the image {path[:60]} did not come with the document")
    judged = printable(data)
    if isinstance(judged, Unprintable):
        raise ThemeError(f"the image {path[:60]} {judged.reason}")
    drawn, shown = is_drawing(judged.data), judged.data
    kind = "svg+xml" if drawn else judged.media_type.rpartition("/")[2]
    if kind == "webp":  # Word does not know it
        kind, shown = "png", as_png(shown)
    across, down = _size_of_drawing(shown) if drawn else pixels(shown)
    scale = min(_PIXEL, (picture.widest or widest) / across, picture.tallest / down)
    key = _stored(document, shown, kind)
    first = _stored(document, _BLANK, "png") if drawn else key
    number = document.part.next_id
    made: element.Element = CT_Inline.new_pic_inline(
        number, first, f"Picture {number}", Pt(across * scale), Pt(down * scale)
    )
    for named in (made.docPr, made.graphic.graphicData.pic.nvPicPr.cNvPr):
        named.set("descr", element.printable(picture.description))
    if drawn:
        made.graphic.graphicData.pic.blipFill.blip.append(parse_xml(_DRAWN.format(key)))
    return made


def _stored(document: Document, data: bytes, kind: str) -> str:
    name = f"/word/media/{sha256(data).hexdigest()[:16]}.{kind.partition('+')[0]}"
    return part_of(document.part, name, RELATIONSHIP_TYPE.IMAGE, f"image/{kind}", data)


def _size_of_drawing(data: bytes) -> tuple[float, float]:
    root = ET.fromstring(data)  # noqa: S314 - it was judged, and expat bounds what entities grow to
    sides = [_NUMBER.match(root.get(name, "")) for name in ("width", "height")]
    if sides[0] and sides[1]:
        return float(sides[0][1]), float(sides[1][1])
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    if len(box) == 4:
        return float(box[2]) or 100, float(box[3]) or 100
    return 100, 100
