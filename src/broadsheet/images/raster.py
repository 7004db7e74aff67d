"""Images made of pixels. What a file holds decides, whatever the end of its name says."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Final

from broadsheet.images.verdict import MAX_PIXELS, Fault, Picture, Unprintable

if TYPE_CHECKING:
    from PIL.Image import Image

_FORMATS: Final = ("PNG", "JPEG", "GIF", "WEBP")
_EMBEDDED: Final = {"1", "L", "LA", "P", "RGB", "RGBA", "CMYK"}
"""How an image may hold its pixels (Pillow's modes) to be embedded as it is."""
_OTHERS: Final = {
    "TIFF": (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"),
    "BMP": (b"BM",),
    "PDF": (b"%PDF",),
    "PostScript": (b"%!PS",),
    "Photoshop": (b"8BPS",),
    "icon": (b"\0\0\1\0",),
    "JPEG 2000": (b"\0\0\0\x0cjP  ", b"\xff\x4f\xff\x51"),
    "JPEG XL": (b"\xff\x0a", b"\0\0\0\x0cJXL "),
}
"""How files of other kinds begin."""
_BRANDS: Final = {b"avif": "AVIF", b"avis": "AVIF", b"mif1": "HEIF", b"hei": "HEIF", b"hev": "HEIF"}
"""Kinds whose files begin with a length and `ftyp`."""


def raster(data: bytes) -> Picture | Unprintable:
    """Tell whether a PNG, JPEG, GIF or WebP image can be printed to its last pixel."""
    if (other := _other_kind(data)) is not None:
        return Unprintable(
            Fault.KIND, f"is {other}, and neither PNG, JPEG, GIF nor WebP", "export it as PNG"
        )
    from PIL import Image, ImageFile

    # WeasyPrint prints the rest of a broken-off image in grey, and switches this for all.
    taken, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=_FORMATS) as image:
                return _too_large(image) or _loaded(image, data)
    except Image.DecompressionBombError:
        return Unprintable(Fault.TOO_LARGE, "has far too many pixels", "save it smaller")
    except MemoryError:
        raise
    except Exception:  # whatever a decoder raises on bytes that it was not made for
        return Unprintable(
            Fault.BROKEN,
            "can't be read as an image to its end: it is broken, or broken off",
            "export it again, or copy it anew",
        )
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = taken


def pixels(data: bytes) -> tuple[int, int]:
    """Width and height of an image that `raster` would print, in pixels."""
    from PIL import Image

    with Image.open(BytesIO(data), formats=_FORMATS) as image:
        return image.size


def as_png(data: bytes) -> bytes:
    """The first frame of an image that `raster` would print, as PNG."""
    from PIL import Image

    written = BytesIO()
    with Image.open(BytesIO(data), formats=_FORMATS) as image:
        image.convert("RGBA").save(written, "PNG")
    return written.getvalue()


def _other_kind(data: bytes) -> str | None:
    """Name what a file holds, with its article, if it is none of the kinds that are printed."""
    for name, marks in _OTHERS.items():
        if data.startswith(marks):
            return f"{'an' if name[0] in 'AEIi' else 'a'} {name} file"
    if data[4:8] == b"ftyp":
        brands = (name for mark, name in _BRANDS.items() if mark in data[8:32])
        return f"an image in {next(brands, 'a form of video')}"
    if b"<svg" in data[:1024]:
        return "an SVG drawing"
    return None if data else "empty"


def _too_large(image: Image) -> Unprintable | None:
    width, height = image.size
    if width * height <= MAX_PIXELS:
        return None
    return Unprintable(
        Fault.TOO_LARGE,
        f"has {width:,} × {height:,} pixels",
        f"scale it down to {MAX_PIXELS // 1_000_000} megapixels or less",
    )


def _loaded(image: Image, data: bytes) -> Picture:
    """The image, decoded once to see that it can be; of several frames, the first is printed."""
    image.load()
    if image.mode in _EMBEDDED:
        return Picture(f"image/{str(image.format).lower().replace('mpo', 'jpeg')}", data)
    if image.mode.startswith("I"):  # 16 bits for each shade of grey; paper shows no more than 8
        image = image.convert("I").point(lambda shade: shade * (1 / 256)).convert("L")
    written = BytesIO()
    image.convert("L" if image.mode == "L" else "RGBA").save(written, "PNG")
    return Picture("image/png", written.getvalue())
