"""Do the images and links in prose lead where a lesson may go?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.confined import Refusal, RefusedError, read_within
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.images.raster import raster
from broadsheet.images.verdict import MAX_BYTES, MAX_PIXELS, Fault, Unprintable
from broadsheet.lesson.prose import ProseValue
from broadsheet.prose.nodes import Image, Link
from broadsheet.prose.walk import SAFE_ADDRESSES
from broadsheet.reading.near_paths import hint_for, meant_path

_MIB: Final = MAX_BYTES // 1024**2

IMAGE_REFUSED: Final = Rule(
    code="image-refused",
    severity=Severity.ERROR,
    what="An image's address leads out of the lesson's folder, or is no raster image.",
    why="A lesson is data: rendering reads the theme and the lesson's own folder and nothing else, "
    "neither the network nor other files. PNG, JPEG, GIF and WebP can be read safely.",
    bad="ask: What does ![the chart](https://example.org/chart.png) show?",
    good="ask: What does ![the chart](images/chart.png) show?",
)

IMAGE_MISSING: Final = Rule(
    code="image-missing",
    severity=Severity.ERROR,
    what="There is no image at the address that can be read to its end.",
    why="The sheet would have a hole where the image, or the rest of it, should be.",
    bad="ask: What does ![the chart](images/chrat.png) show?",
    good="ask: What does ![the chart](images/chart.png) show?",
)

IMAGE_TOO_LARGE: Final = Rule(
    code="image-too-large",
    severity=Severity.ERROR,
    what=f"An image has more than {MAX_PIXELS // 1_000_000} megapixels or {_MIB} MiB.",
    why="Printed at the width of a page, 300 dots an inch need 2,200 pixels; a huge image can "
    "take all of a machine's memory.",
    bad="ask: What does ![the map](images/scan-12000x12000.png) show?",
    good="ask: What does ![the map](images/map-2200x1600.png) show?",
)

IMAGE_UNDESCRIBED: Final = Rule(
    code="image-undescribed",
    severity=Severity.ERROR,
    what="An image has no description between its square brackets.",
    why="A student with a screen reader gets the description and nothing else; PDF/UA asks for it.",
    bad="ask: What does ![](images/chart.png) show?",
    good="ask: What does ![a bar chart of turnout from 1990 to 2020](images/chart.png) show?",
)

LINK_REFUSED: Final = Rule(
    code="link-refused",
    severity=Severity.ERROR,
    what="A link goes elsewhere than to a web page or a mail address.",
    why="`file:`, `javascript:` and `data:` links do things on a reader's machine that a printed "
    "lesson has no business doing.",
    bad="background: See [the file](file:///etc/passwd).",
    good="background: See [the archive](https://example.org/archive).",
)

_RULES: Final = {
    Fault.KIND: IMAGE_REFUSED,
    Fault.BROKEN: IMAGE_MISSING,
    Fault.TOO_LARGE: IMAGE_TOO_LARGE,
    Fault.LEADS_OUT: IMAGE_REFUSED,
}

RULES: Final = (IMAGE_REFUSED, IMAGE_MISSING, IMAGE_TOO_LARGE, IMAGE_UNDESCRIBED, LINK_REFUSED)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each image that can't be printed and each link that may not be made."""
    for value in subject.prose:
        yield from astray(value, subject.folder)


def astray(value: ProseValue, folder: Path) -> Iterator[Remark]:
    """Yield a remark for each image and link of one value; images lie in `folder`."""
    # Parsing Markdown costs more than all other checks, and most prose has no address in it.
    if not any(sign in value.text for sign in ("](", "<")):
        return
    from broadsheet.prose.parse import parse, parse_phrase
    from broadsheet.prose.walk import everything

    read = parse_phrase if value.in_line else parse
    for node in everything(read(value.text)):
        match node:
            case Link(address=address) if not SAFE_ADDRESSES.match(address):
                yield Remark(
                    LINK_REFUSED,
                    f"a link to “{address[:60]}” is not made",
                    "links begin with https://, http:// or mailto:",
                    value.path,
                    _span(address, value),
                )
            case Image(address, description):
                yield from _on_image(address, description, value, folder)


def _span(address: str, value: ProseValue) -> tuple[int, int] | None:
    at = value.text.find(address)
    return (at, at + len(address)) if at >= 0 and address else None


def _on_image(address: str, description: str, value: ProseValue, folder: Path) -> Iterator[Remark]:
    if not description.strip():
        yield Remark(
            IMAGE_UNDESCRIBED,
            f"the image {address} has no description",
            f"write what it shows: ![a bar chart of …]({address})",
            value.path,
            _span(address, value),
        )
    if fault := image_fault(address, folder):
        yield Remark(*fault, value.path, _span(address, value))


def image_fault(address: str, folder: Path) -> tuple[Rule, str, str] | None:
    """What is wrong with an image: the rule, what was found and a remedy; None where it prints."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", address):
        return (
            IMAGE_REFUSED,
            f"the image “{address[:60]}” is not in the lesson's folder",
            "save it beside the lesson, and write its path, such as images/chart.png",
        )
    if address.startswith("/"):
        return _outside(address)
    try:
        data = read_within(folder, address, MAX_BYTES)
    except RefusedError as refused:
        return _refused(address, folder, refused)
    verdict = raster(data)
    if isinstance(verdict, Unprintable):
        return _RULES[verdict.fault], f"the image {address} {verdict.reason}", verdict.remedy
    return None


def _refused(address: str, folder: Path, refused: RefusedError) -> tuple[Rule, str, str]:
    match refused.why:
        case Refusal.OUTSIDE:
            return _outside(address)
        case Refusal.NO_PATH:
            return IMAGE_REFUSED, f"the image “{address[:60]}” is no path", "write a path"
        case Refusal.MISSING:
            return (
                IMAGE_MISSING,
                f"there is no image {address}",
                _where(folder, address),
            )
        case Refusal.TOO_LARGE:
            return (
                IMAGE_TOO_LARGE,
                f"the image {address} is larger than {_MIB} MiB",
                "save it smaller",
            )
        case _:
            return (
                IMAGE_MISSING,
                f"the image {address} {refused.reason}",
                "save the image in a file of the lesson's folder",
            )


_ENDINGS: Final = (".png", ".jpg", ".jpeg", ".gif", ".webp")
"""Endings of images that may be meant by one that is not there."""


def _where(folder: Path, address: str) -> str:
    file = folder / address
    missing = f"there is no folder {file.parent.name}" if not file.parent.is_dir() else ""
    meant = meant_path(folder, address, _ENDINGS)
    if meant is None:
        return missing
    asked, there = PurePosixPath(address), PurePosixPath(meant)
    if asked.parent == there.parent:
        return hint_for(asked.name, there.name)
    return hint_for(address, meant)


def _outside(address: str) -> tuple[Rule, str, str]:
    return (
        IMAGE_REFUSED,
        f"the image “{address[:60]}” leads out of the lesson's folder",
        "copy it into the lesson's folder; links and `..` are not followed",
    )
