"""Can the picture of a source be printed well, heard, and shown whole?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath
from typing import Final

from broadsheet.check.files import image_fault
from broadsheet.check.subject import Subject
from broadsheet.confined import read_within
from broadsheet.findings import Remark, Rule, Severity, YamlPath
from broadsheet.images.raster import pixels
from broadsheet.images.verdict import MAX_BYTES
from broadsheet.lesson.models import Source, source_path
from broadsheet.lesson.picture import Picture
from broadsheet.school.paper import Paper
from broadsheet.text.words import size_in_words
from broadsheet.theme.look import Look
from broadsheet.theme.measures import POINTS, in_points, margins_of, measures_of

_MM_PER_INCH: Final = 25.4
_DOTS: Final = 150
"""Fewest dots an inch: what archives ask of pictures that are looked at from a desk's distance."""
_WORDS: Final = 12
"""Fewest words that can tell what is seen, where, and what of it matters."""

THIN: Final = Rule(
    code="picture-thinly-described",
    severity=Severity.WARNING,
    what=f"What the picture shows is told in fewer than {_WORDS} words, or only by its name.",
    why="A student who can't see the picture answers by its description alone. Say what is in it "
    "and where, its words and figures too, and leave the judging to the class.",
    bad="alt: a cartoon about the bridge",
    good="alt: A narrow bridge with eleven wagons on it; on the bank, a crowd waits by one ferry.",
)

COARSE: Final = Rule(
    code="picture-too-coarse",
    severity=Severity.WARNING,
    what=f"At the size in which the picture is printed, it has fewer than {_DOTS} dots an inch.",
    why="Its squares would be seen, and small print in it could not be read. As wide as the page, "
    "a picture needs 1,050 pixels for that; 2,100 are better.",
    bad="picture: {file: images/one-bridge-320x200.png, …}",
    good="picture: {file: images/one-bridge-2100x1300.png, …}",
)

RIGHTS: Final = Rule(
    code="picture-not-free",
    severity=Severity.WARNING,
    what="Of the picture's rights no more is said than that somebody has them, or that nobody "
    "knows.",
    why="A few lines of a text may be quoted for teaching; a picture is copied whole, for every "
    "student. That needs a free licence, the public domain or a permission: say which.",
    bad="rights: © 2019 Harbour Gazette",
    good="rights: © 2019 Harbour Gazette, printed with permission",
)

RULES: Final = (THIN, COARSE, RIGHTS)

_HELD: Final = re.compile(
    r"©|\(c\)|copyright|all rights|unknown|unclear|droits|inconnu|derechos|desconocid|"
    r"rechte|urheber|unbekannt|авторськ|невідом|права|حقوق|مجهول|זכויות|版权|版權|未知",
    re.IGNORECASE,
)
_GIVEN: Final = re.compile(
    r"permission|permit|licen[cs]|public domain|no (?:known )?copyright|\bcc0?\b|"
    r"domaine public|autoris|licencia|permiso|dominio público|gemeinfrei|lizenz|genehmig|erlaubnis|"
    r"ліценз|дозв|суспільн|رخصة|إذن|الملكية العامة|רישיון|רשות|נחלת הכלל|许可|許可|公有|公共",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each fault of a source's picture."""
    for label, source in subject.lesson.texts.items():
        if source.picture is not None:
            path = (*source_path(label), "picture")
            yield from _on_file(source.picture, path, subject)
            yield from _on_words(source.picture, source, path)


def _on_file(picture: Picture, path: YamlPath, subject: Subject) -> Iterator[Remark]:
    if fault := image_fault(picture.file, subject.folder):
        yield Remark(*fault, (*path, "file"))
        return
    width, height = pixels(read_within(subject.folder, picture.file, MAX_BYTES))
    widest, tallest = largest()
    printed = min(widest, tallest * width / height)
    dots = width / printed * _MM_PER_INCH
    if dots < _DOTS:
        yield Remark(
            COARSE,
            f"the picture has {width} × {height} pixels: {dots:.0f} dots an inch, "
            f"printed {printed:.0f} mm wide",
            f"bring one that is at least {-(-width * _DOTS // dots):.0f} pixels wide",
            (*path, "file"),
        )


@cache
def largest() -> tuple[float, float]:
    """How wide and how high a picture can be on a sheet of A4, in millimetres.

    That is told by our own style sheet: a school's may differ, and then checks nothing of ours.
    """
    look = Look()
    beside = margins_of(look).beside / POINTS["mm"]
    tallest = in_points(measures_of(look)["picture-height"]) or 0
    return Paper.A4.millimetres[0] - 2 * beside, tallest / POINTS["mm"]


def _on_words(picture: Picture, source: Source, path: YamlPath) -> Iterator[Remark]:
    if _is_name(picture, source) or size_in_words(picture.alt) < _WORDS:
        yield Remark(
            THIN,
            f"“{picture.alt}” tells too little to answer by",
            "say what is seen, and where; copy the words and figures in it",
            (*path, "alt"),
        )
    if _HELD.search(picture.rights) and not _GIVEN.search(picture.rights):
        yield Remark(
            RIGHTS,
            f"“{picture.rights}” does not say that all of the picture may be copied",
            "name the licence or the permission, or take a picture that is free",
            (*path, "rights"),
        )


def _is_name(picture: Picture, source: Source) -> bool:
    """Tell whether the description only repeats what the picture or its piece is called."""
    names = (PurePosixPath(picture.file).name, source.title, picture.credit)
    return picture.alt.strip(" .").casefold() in {name.strip(" .").casefold() for name in names}
