"""Pictures within a line, with what they show for who can't see them."""

from __future__ import annotations

import re
from hashlib import sha256
from posixpath import normpath
from typing import Final
from xml.etree import ElementTree as ET

from broadsheet.images.drawing import is_drawing, printable
from broadsheet.images.raster import as_png, pixels
from broadsheet.images.verdict import Unprintable
from broadsheet.render.docx.writer import Writer
from broadsheet.render.docx.xml import escaped
from broadsheet.theme.look import ThemeError

_POINT: Final = 12700
"""What Word measures pictures in, so many to a point."""
_PIXEL: Final = 0.75
"""Points of a pixel, where a picture is not scaled down."""
_SVG: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_NUMBER: Final = re.compile(r"\s*([0-9.]+)\s*(?:px)?\s*\Z")
_BLANK: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000b4944415478da636000020000050001e9fadcd80000000049454e44ae426082"
)
"""What a Word that knows no SVG shows instead of a drawing: nothing."""


def picture(
    writer: Writer, address: str, description: str, tallest: float, widest: float = 0
) -> str:
    """A picture by its address, scaled to fit; `tallest` and `widest` are in points.

    Raises ThemeError where it can't be printed.
    """
    base, _, path = address.rpartition(".invalid/")
    data = writer.images.get(f"{base}.invalid/{normpath(path)}")
    if data is None:
        raise ThemeError(f"the image {path[:60]} did not come with the document")
    judged = printable(data)
    if isinstance(judged, Unprintable):
        raise ThemeError(f"the image {path[:60]} {judged.reason}")
    drawn = is_drawing(judged.data)
    kind = "svg" if drawn else judged.media_type.rpartition("/")[2]
    shown = judged.data
    if kind == "webp":  # Word does not know it
        kind, shown = "png", as_png(shown)
    across, down = _size_of_drawing(shown) if drawn else pixels(shown)
    most = widest or writer.width / 20
    scale = min(_PIXEL, most / across, tallest / down)
    key = _stored(writer, shown, kind)
    if drawn:
        extension = (
            f'<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
            f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{key}"/></a:ext></a:extLst>'
        )
        blip = f'<a:blip r:embed="{_stored(writer, _BLANK, "png")}">{extension}</a:blip>'
    else:
        blip = f'<a:blip r:embed="{key}"/>'
    writer.marks += 1
    return _drawing(
        blip,
        (round(across * scale * _POINT), round(down * scale * _POINT)),
        writer.marks,
        description,
    )


def _stored(writer: Writer, data: bytes, kind: str) -> str:
    name = f"media/{sha256(data).hexdigest()[:16]}.{kind}"
    writer.media[f"word/{name}"] = data
    return writer.links.to("image", name)


def _size_of_drawing(data: bytes) -> tuple[float, float]:
    root = ET.fromstring(data)  # noqa: S314 - it was judged, and expat bounds what entities grow to
    sides = [_NUMBER.match(root.get(name, "")) for name in ("width", "height")]
    if sides[0] and sides[1]:
        return float(sides[0][1]), float(sides[1][1])
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    if len(box) == 4:
        return float(box[2]) or 100, float(box[3]) or 100
    return 100, 100


def _drawing(blip: str, size: tuple[int, int], number: int, description: str) -> str:
    across, down = size
    named = f'id="{number}" name="Picture {number}" descr="{escaped(description)}"'
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{across}" cy="{down}"/><wp:docPr {named}/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f"<pic:pic><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f"<pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
