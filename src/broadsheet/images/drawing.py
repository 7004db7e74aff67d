"""Drawings in SVG: a school's logo, which may hold pictures within itself and reads nothing else.

What is drawn by the layout engine is judged before, so that a drawing that passes can be drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from broadsheet.images.drawing_values import is_readable
from broadsheet.images.embedded import embedded, is_embedded
from broadsheet.images.raster import raster
from broadsheet.images.verdict import Fault, Picture, Unprintable
from broadsheet.theme.coverage import named, uncovered

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_SHAPES: Final = 20_000
"""Most elements that are drawn, each as often as it is used."""
MAX_DEPTH: Final = 60
"""Most elements within each other, uses within uses counted too."""

_SVG: Final = "{http://www.w3.org/2000/svg}"
_ADDRESSES: Final = ("href", "{http://www.w3.org/1999/xlink}href")
_LEADING: Final = {
    "image",
    "use",
    "feImage",
    "pattern",
    "linearGradient",
    "radialGradient",
    "filter",
}
"""Elements whose address is read; a link to a web page in a logo is only a link."""
_IMPORT: Final = re.compile(r"@import|url\(\s*[\"']?\s*(?!#|data:)", re.IGNORECASE)
_BEGINNING: Final = 65536
"""Bytes in which a drawing's root begins; what stands before is comments and entities."""
_ROOT: Final = rb"<(?:[\w-]+:)?svg\b|<\0s\0v\0g\0|\0<\0s\0v\0g"
_WITHIN: Final = re.compile(r"url\(\s*[\"']?\s*#([^)\"']+)")
_NOTHING: Final = re.compile(r"\s*[-+]?0*(?:\.0*)?\s*(?:[a-z%]*)\s*", re.IGNORECASE)


class _UndrawableError(Exception):
    def __init__(self, fault: Fault, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.said = Unprintable(fault, reason, remedy)


def printable(data: bytes) -> Picture | Unprintable:
    """Tell whether an image of any kind can be printed, a drawing or one of pixels."""
    return drawing(data) if is_drawing(data) else raster(data)


def is_drawing(data: bytes) -> bool:
    """Tell whether some bytes mean to be a drawing in SVG, whole or not."""
    return re.search(_ROOT, data[:_BEGINNING]) is not None


def drawing(data: bytes) -> Picture | Unprintable:
    """Tell whether an SVG drawing can be printed."""
    from xml.etree import ElementTree as ET

    try:
        root = ET.fromstring(data)  # noqa: S314 - expat bounds what entities grow to
    except (ET.ParseError, ValueError, LookupError) as error:
        return Unprintable(
            Fault.BROKEN, f"is not whole as SVG: {error}", "export it again, or copy it anew"
        )
    try:
        _judge(root)
    except _UndrawableError as error:
        return error.said
    return Picture("image/svg+xml", data)


def _judge(root: Element) -> None:
    if root.tag not in (f"{_SVG}svg", "svg"):
        raise _UndrawableError(Fault.KIND, "is XML, but no SVG drawing", "export it as SVG")
    _count(root, {id_: each for each in root.iter() if (id_ := each.get("id"))})
    for element in root.iter():
        if isinstance(element.tag, str):  # neither a comment nor an instruction
            _judge_element(element)
    _judge_size(root)


def _judge_size(root: Element) -> None:
    sizes = [size for size in (root.get("width"), root.get("height")) if size is not None]
    if any(_NOTHING.fullmatch(size) for size in sizes):
        raise _UndrawableError(Fault.BROKEN, "is a drawing of no size", "give it a size")
    box = re.split(r"[\s,]+", (root.get("viewBox") or "").strip())
    try:
        known = len(box) == 4 and all(float(side) > 0 for side in box[2:])
    except ValueError:
        known = False
    if not known and (len(sizes) < 2 or any("%" in size for size in sizes)):
        raise _UndrawableError(
            Fault.BROKEN,
            "says neither how large it is nor which part of its plane it shows",
            'export it with a `viewBox`, such as viewBox="0 0 200 100"',
        )


def _count(root: Element, by_name: dict[str, Element]) -> None:
    """Count what is drawn, in which a few uses of uses can stand for millions."""
    shapes: dict[Element, int] = {}
    opened: set[Element] = set()
    pending = [root]
    while pending:
        element = pending[-1]
        below = [*element, *_used(element, by_name)]
        waiting = [each for each in below if each not in shapes]
        if waiting and element not in opened:
            opened.add(element)
            if len(opened) > MAX_DEPTH or not opened.isdisjoint(waiting):
                raise _UndrawableError(
                    Fault.BROKEN,
                    "holds parts that use each other, or too deep in one another",
                    "flatten it: let the drawing program turn copies into shapes",
                )
            pending += waiting
            continue
        pending.pop()
        opened.discard(element)
        shapes[element] = 1 + sum(shapes[each] for each in below)
        if shapes[element] > MAX_SHAPES:
            raise _UndrawableError(
                Fault.TOO_LARGE,
                f"draws more than {MAX_SHAPES:,} shapes",
                "export it as PNG, or simplify it",
            )


def _used(element: Element, by_name: dict[str, Element]) -> Iterator[Element]:
    names = [address[1:] for address in _addresses(element) if address.startswith("#")]
    names += [
        found[1].strip() for value in element.attrib.values() for found in _WITHIN.finditer(value)
    ]
    for name in names:
        if (target := by_name.get(name)) is not None:
            yield target


def _addresses(element: Element) -> Iterator[str]:
    # A comment's tag is no text.
    if str(element.tag).removeprefix(_SVG) in _LEADING:
        for key in _ADDRESSES:
            if address := (element.get(key) or "").strip():
                yield address


def _judge_element(element: Element) -> None:
    name = element.tag.removeprefix(_SVG)
    if name == "foreignObject":
        raise _UndrawableError(
            Fault.KIND, "holds HTML within its drawing", "turn text into paths, or export it as PNG"
        )
    for address in _addresses(element):
        _judge_address(address)
    if name == "style" and _IMPORT.search(element.text or ""):
        raise _reads("another style sheet or file")
    if name == "style" and "@font-face" in (element.text or ""):
        raise _UndrawableError(
            Fault.KIND, "brings a face of its own", "let the drawing program turn text into paths"
        )
    _judge_values(element)
    if any(_IMPORT.search(value) for key, value in element.items() if key not in _ADDRESSES):
        raise _reads("another file")
    if name in ("text", "tspan", "textPath"):
        text = (element.text or "") + "".join(inner.tail or "" for inner in element)
        foreign = sorted(uncovered(text, han=False))
        if foreign:
            raise _UndrawableError(
                Fault.BROKEN,
                f"has text with {named(foreign)}, for which no face of ours has a glyph",
                "let the drawing program turn text into paths",
            )


def _judge_values(element: Element) -> None:
    styled = (each.partition(":") for each in (element.get("style") or "").split(";"))
    values = [*element.items(), *((key.strip(), value.strip()) for key, _, value in styled)]
    for key, value in values:
        if not is_readable(key, value):
            raise _UndrawableError(
                Fault.BROKEN, f"has a `{key}` that can't be read: “{value[:40]}”", "export it again"
            )


def _judge_address(address: str) -> None:
    if is_embedded(address):
        try:
            picture = raster(embedded(address))
        except ValueError:
            picture = Unprintable(Fault.BROKEN, "can't be read", "export it again")
        if isinstance(picture, Unprintable):
            raise _UndrawableError(
                picture.fault, f"holds a picture that {picture.reason}", picture.remedy
            )
    elif not address.startswith("#"):
        raise _reads(f"“{address[:60]}”")


def _reads(what: str) -> _UndrawableError:
    return _UndrawableError(
        Fault.LEADS_OUT,
        f"reads {what}, and a drawing reads nothing but itself",
        "put pictures into the drawing, or export it as PNG",
    )
