"""Pages of a PDF: how many there are, and the first as a picture."""

from __future__ import annotations

import io
from typing import Final

from PIL import Image, ImageChops

_GREYS: Final = 16
"""Shades of a page in black and white: more make a file larger, and nobody sees them."""
_COLOURFUL: Final = 24
"""How far the colours of a pixel differ, of 255, where it is no shade of grey."""

_NONE: Final = [0] * (256 - _COLOURFUL)


def sides_of(pdf: bytes) -> int:
    """How many pages a PDF has. Raises ImportError where pypdfium2 is not installed."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def first_page(pdf: bytes, width: int) -> tuple[bytes, int]:
    """The first page of a PDF as a PNG so many pixels wide, and how high that is.

    The same PDF gives the same bytes. Raises ImportError where pypdfium2 is not installed.
    """
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf)
    try:
        page = document[0]
        bitmap = page.render(scale=width / page.get_width())
        image = bitmap.to_pil().convert("RGB")
        bitmap.close()
        page.close()
    finally:
        document.close()
    drawn = io.BytesIO()
    _thrifty(image).save(drawn, "PNG", optimize=True)
    return drawn.getvalue(), image.height


def _thrifty(image: Image.Image) -> Image.Image:
    """A picture in few shades of grey where it has no colours, and in a palette where it has."""
    red, green, blue = image.split()
    apart = (ImageChops.difference(*pair) for pair in ((red, green), (green, blue), (blue, red)))
    if any(difference.histogram()[_COLOURFUL:] != _NONE for difference in apart):
        return image.quantize(128)
    return image.convert("L").quantize(_GREYS)
