"""Images as programs write them, made when they are asked for."""

from __future__ import annotations

import base64
import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image

SHADES = Image.radial_gradient("L")


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    written = BytesIO()
    image.save(written, kind, **options)
    return written.getvalue()


def _sixteen_bits() -> bytes:
    image = Image.new("I;16", (16, 16))
    image.putdata([shade * 257 for shade in range(256)])
    return encoded(image, "PNG")


def _turned() -> bytes:
    turned = Image.Exif()
    turned[0x0112] = 6
    return encoded(SHADES.convert("RGB").resize((60, 30)), "JPEG", exif=turned)


def png(width: int, height: int, depth: int, colours: int, rows: bytes) -> bytes:
    """A PNG of any form, written by hand."""

    def chunk(name: bytes, data: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + checksum

    head = struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


PRINTED = {
    **{
        f"png-{mode}": encoded(SHADES.convert(mode), "PNG")
        for mode in ("1", "L", "LA", "P", "RGB", "RGBA")
    },
    "png-16-bit-grey": _sixteen_bits(),
    "png-16-bit-colour": png(2, 2, 16, 2, (b"\0" + b"\x12\x34" * 6) * 2),
    "png-2-bit": png(4, 2, 2, 0, b"\0\x1b" * 2),
    "png-in-frames": encoded(SHADES, "PNG", save_all=True, append_images=[SHADES.rotate(90)]),
    **{f"jpeg-{mode}": encoded(SHADES.convert(mode), "JPEG") for mode in ("L", "RGB", "CMYK")},
    "jpeg-progressive": encoded(SHADES, "JPEG", progressive=True),
    "jpeg-turned": _turned(),
    "gif": encoded(SHADES.convert("P"), "GIF"),
    "webp": encoded(SHADES.convert("RGBA"), "WEBP"),
    "tall": encoded(Image.new("1", (3, 6000)), "PNG"),
    "wide": encoded(Image.new("1", (6000, 3)), "PNG"),
    "dot": encoded(Image.new("1", (1, 1)), "PNG"),
}
"""What is printed, by a name for it."""

OF_ANOTHER_KIND = {
    "TIFF": encoded(SHADES, "TIFF"),
    "BMP": encoded(SHADES, "BMP"),
    "AVIF": b"\0\0\0\x1cftypavif\0\0\0\0avifmif1",
    "HEIF": b"\0\0\0\x1cftypheic\0\0\0\0mif1heic",
    "icon": encoded(SHADES, "ICO"),
    "SVG": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "PDF": b"%PDF-1.7",
    "empty": b"",
}
"""What is refused, with the word that names it."""

BROKEN = {
    **{
        f"{name}-cut": PRINTED[name][: len(PRINTED[name]) * 2 // 3]
        for name in PRINTED
        if "-" in name
    },
    "gif-cut": PRINTED["gif"][:-40],
    "webp-cut": PRINTED["webp"][:-40],
    "no-width": png(0, 0, 8, 2, b""),
    "no-height": png(5, 0, 8, 2, b""),
    "text": b"not an image",
}
BROKEN.pop("png-in-frames-cut")  # the first frame, which is printed, is whole


def as_address(data: bytes, kind: str = "image/png") -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'
)
_BOX = 'viewBox="0 0 10 10"'
_SHAPE = '<rect width="5" height="5"/>'


def svg(inside: str = _SHAPE, sizes: str = _BOX) -> bytes:
    return _SVG.format(sizes, inside).encode()


DRAWN = {
    "plain": svg(),
    "picture": svg(f'<image width="9" height="9" xlink:href="{as_address(PRINTED["png-RGB"])}"/>'),
    "jpeg": svg(
        f'<image width="9" height="9" href="{as_address(PRINTED["jpeg-RGB"], "image/jpeg")}"/>'
    ),
    "16-bit": svg(f'<image width="9" height="9" href="{as_address(PRINTED["png-16-bit-grey"])}"/>'),
    "script": svg(f"<script>alert(1)</script>{_SHAPE}"),
    "uses": svg(
        '<defs><g id="a"><rect width="1" height="1"/></g></defs>'
        '<use href="#a"/><use x="3" href="#a"/>'
    ),
    "per cent": svg(sizes=f'width="100%" height="100%" {_BOX}'),
    "sizes alone": svg(sizes='width="30" height="10"'),
    "doctype": b'<!DOCTYPE svg [<!ENTITY ns "http://ns">]>' + svg(sizes=f'{_BOX} xmlns:i="&ns;"'),
    "UTF-16": svg().decode().encode("utf-16"),
    "gradient": svg(
        '<linearGradient id="g"><stop offset="0"/></linearGradient>'
        '<path fill="url(#g)" d="M0,0h5v-3.5a5 5 0 015 5z"/>'
    ),
    "lengths": svg(
        '<text x="1 2.5,3e1" dx="1px 2mm" rotate="0, -1.5" letter-spacing="normal" '
        'font-size="medium" font-weight="600" textLength="5em">Harbour</text>'
        '<path d="M0-1.5.5h9" stroke="red" stroke-width="5%" stroke-dasharray="none"/>'
    ),
    "text": svg('<text x="1" y="5" font-family="Comic Sans">Harbour School</text>'),
    "long": svg(sizes='viewBox="0 0 1000 1"'),
}
"""Drawings that are printed."""

UNDRAWN = {
    "outside": svg('<image width="9" height="9" href="https://example.org/a.png"/>'),
    "beside": svg('<image width="9" height="9" href="a.png"/>'),
    "other drawing": svg('<use href="other.svg#a"/>'),
    "import": svg(f'<style>@import "other.css";</style>{_SHAPE}'),
    "address in paint": svg('<rect width="5" height="5" fill="url(https://example.org/a)"/>'),
    "TIFF within": svg(
        f'<image width="9" height="9" href="{as_address(OF_ANOTHER_KIND["TIFF"])}"/>'
    ),
    "cut within": svg(f'<image width="9" height="9" href="{as_address(BROKEN["png-RGB-cut"])}"/>'),
    "drawing within": svg(
        f'<image width="9" height="9" href="{as_address(svg(), "image/svg+xml")}"/>'
    ),
    "not base64": svg('<image width="9" height="9" href="data:image/png;base64,????"/>'),
    "use of itself": svg('<g id="a"><use href="#a"/></g>'),
    "mask of itself": svg('<mask id="m"><rect mask="url(#m)"/></mask><rect mask="url(#m)"/>'),
    "uses of uses": svg(
        f'<g id="a0">{_SHAPE}</g>'
        + "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 9))
    ),
    "deep": svg("<g>" * 500 + "</g>" * 500),
    "broken off": svg()[:90],
    "no size": svg(sizes=""),
    "per cent of nothing": svg(sizes='width="100%" height="100%"'),
    "zero": svg(sizes=f'width="0" height="0" {_BOX}'),
    "empty box": svg(sizes='viewBox="0 0 0 0"'),
    "bad box": svg(sizes='viewBox="a b c d" width="5" height="5"'),
    "HTML within": svg('<foreignObject width="5" height="5"/>'),
    "face of its own": svg("<style>@font-face { src: url(data:font/woff2;base64,AA) }</style>"),
    "letters we lack": svg('<text x="1" y="5">漢字</text>'),
    **{
        f"text with {key} {value}": svg(f'<text y="5" {key}="{value}">Harbour School</text>')
        for key, value in (
            ("x", "thin"),
            ("dx", "1 px"),
            ("textLength", "margin"),
            ("rotate", "1 -"),
            ("font-size", "1e400"),
            ("font-weight", "-1"),
        )
    },
    "bad width of a line": svg('<path d="M0 0h9" stroke="red" stroke-width="thin"/>'),
    "bad path": svg('<path d="M 0 0 A 1 1"/>'),
    "bad transform": svg('<g transform="rotate(much)"/>'),
    "bad opacity": svg('<g style="opacity: some"/>'),
    "entities": b'<!DOCTYPE svg [<!ENTITY a "'
    + b"x" * 2000
    + b'">'
    + b"".join(
        b'<!ENTITY a%d "%s">' % (n, (b"&a%d;" % (n - 1) if n else b"&a;") * 10) for n in range(8)
    )
    + b"]>"
    + svg("<text>&a7;</text>"),
    "entity of a file": b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    + svg("<text>&a;</text>"),
    "other XML": b"<html/>",
}
"""Drawings that are refused."""
